import SetupCore
import TestSupport
import Testing

struct ScopeSuggestionTests {
  @Test(arguments: [
    ("record_permission:read_write", "record_permission:read-write"),
    ("object:read", "object_configuration:read"),
    ("record:read", "record_permission:read"),
    ("record:write", "record_permission:read-write"),
    ("list:*", "list_entry:read-write list_configuration:read-write"),
    ("list:read", "list_entry:read list_configuration:read"),
    ("user:read", "user_management:read"),
    ("note_content:read-write", "note:read-write"),
    ("attio.contacts.read", "record_permission:read"),
    ("tasks:read", "task:read"),
    ("task:write", "task:read-write"),
    ("task", "task:read"),
    ("TASK:READ", "task:read"),
    ("webook:read-write", "webhook:read-write"),
    ("object-configuration:read", "object_configuration:read"),
    ("object_configuraton:read", "object_configuration:read"),
    ("user_managment:read", "user_management:read"),
    ("email:read-write", "email:read"),
    ("read", ""),
    ("write", ""),
    ("", ""),
    ("mcp", ""),
  ])
  func `suggests what was meant`(_ text: String, _ expected: String) throws {
    let suggestion = try #require(ScopeSuggestion.of(text))
    #expect(ScopeSet(suggestion.replacements).text == expected)
    #expect(suggestion.sentence.hasSuffix(".") || suggestion.sentence.hasSuffix("?"))
  }

  @Test(arguments: [
    "task:read", "record_permission:read-write", "email:read", "scim_management:read",
    "brand_new_resource:read", "private_collection:read-write",
  ])
  func `leaves real and newer scopes alone`(_ text: String) {
    #expect(ScopeSuggestion.of(text) == nil)
  }

  @Test
  func `shows no control characters of a wrong scope`() {
    let suggestion = ScopeSuggestion.of("task\u{1B}[31m:red")
    #expect(suggestion?.sentence.unicodeScalars.contains("\u{1B}") == false)
  }
}
