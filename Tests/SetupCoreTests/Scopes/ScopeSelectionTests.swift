import SetupCore
import TestSupport
import Testing

struct ScopeSelectionTests {
  @Test
  func `goes round the levels of a free resource`() {
    var selection = ScopeSelection()
    selection.toggle("webhook")
    #expect(selection.level(of: "webhook") == .read)
    selection.toggle("webhook")
    #expect(selection.level(of: "webhook") == .readWrite)
    selection.toggle("webhook")
    #expect(selection.level(of: "webhook") == .none)
    #expect(selection.scopes.isEmpty)
  }

  @Test
  func `never goes below what another choice needs`() {
    var selection = ScopeSelection()
    selection.choose(.read, of: "task")
    #expect(selection.isAdded("user_management"))
    #expect(selection.level(of: "user_management") == .read)
    selection.toggle("user_management")
    #expect(selection.level(of: "user_management") == .readWrite)
    #expect(!selection.isAdded("user_management"))
    selection.toggle("user_management")
    #expect(selection.level(of: "user_management") == .read)
    selection.choose(.none, of: "user_management")
    #expect(selection.level(of: "user_management") == .read)
  }

  @Test
  func `takes what it added away again`() {
    var selection = ScopeSelection()
    selection.choose(.readWrite, of: "note")
    #expect(
      selection.scopes.text
        == "record_permission:read object_configuration:read note:read-write"
    )
    selection.choose(.none, of: "note")
    #expect(selection.scopes.isEmpty)
  }

  @Test
  func `gives every reason, also for what was chosen`() {
    var selection = ScopeSelection(ScopeSet(parsing: "object_configuration:read"))
    selection.choose(.read, of: "note")
    selection.choose(.read, of: "file")
    #expect(
      selection.requirement(of: "object_configuration")
        == ScopeSelection.Requirement(
          level: .read,
          reasons: [
            "Notes need object_configuration:read to name the object they belong to.",
            "Files need object_configuration:read to name the object they belong to.",
          ]
        )
    )
    #expect(!selection.isAdded("object_configuration"))
    #expect(selection.requirement(of: "webhook") == nil)
  }

  @Test
  func `keeps unknown scopes when a preset is chosen`() {
    var selection = ScopeSelection(ScopeSet(parsing: "email:read new_thing:read task:read"))
    selection.choose(.webhooks)
    #expect(selection.chosen.text == "webhook:read-write email:read new_thing:read")
  }

  @Test
  func `leaves out a level that a resource does not have`() {
    var selection = ScopeSelection()
    selection.toggle("email")
    #expect(selection.level(of: "email") == .read)
    selection.toggle("email")
    #expect(selection.level(of: "email") == .none)
    selection.toggle("sequence_unsubscribe")
    #expect(selection.level(of: "sequence_unsubscribe") == .readWrite)
  }
}
