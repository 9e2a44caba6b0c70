import AttioTables
import SetupCore
import TestSupport
import Testing

struct ScopeSetTests {
  @Test(arguments: [
    ("", ""),
    ("task:read", "task:read"),
    ("task:read note:read", "note:read task:read"),
    ("task:read,note:read", "note:read task:read"),
    (" task:read,  note:read\n", "note:read task:read"),
    ("task:read task:read-write", "task:read-write"),
    ("task:read-write task:read task:read", "task:read-write"),
    ("zeta:read file:read alpha:read email:read", "file:read email:read alpha:read zeta:read"),
    ("nonsense task:read :: :read", "task:read :: :read nonsense"),
    ("record_permission:read_write", "record_permission:read_write"),
  ])
  func `parses, sorts and drops what another scope covers`(_ text: String, _ expected: String) {
    #expect(ScopeSet(parsing: text).text == expected)
  }

  @Test(arguments: [
    ("", "No scopes"),
    ("task:read", "1 scope, none can write"),
    ("task:read-write", "1 scope, 1 can write"),
    (
      "note:read task:read file:read meeting:read comment:read-write webhook:read-write",
      "6 scopes, 2 can write"
    ),
  ])
  func `counts in words`(_ text: String, _ expected: String) {
    #expect(ScopeSet(parsing: text).summary == expected)
  }

  @Test(arguments: [
    ("task:read-write", "task:read", true),
    ("task:read", "task:read-write", false),
    ("task:read", "task:read", true),
    ("task:read-write", "note:read", false),
    ("mcp", "mcp", true),
    ("task:write", "task:read", false),
  ])
  func `lets read-write cover read`(_ granted: String, _ wanted: String, _ isCovered: Bool) {
    #expect(ScopeSet(parsing: granted).covers(Scope(wanted)) == isCovered)
  }

  @Test(arguments: [
    ("task:read note:read", "task:read-write", "note:read", "task:read-write"),
    ("task:read-write", "task:read", "task:read-write", ""),
    ("", "webhook:read-write", "", "webhook:read-write"),
    ("file:read strange", "file:read other", "strange", "other"),
    ("task:read", "task:read", "", ""),
  ])
  func `compares granted with wanted`(
    _ wanted: String,
    _ granted: String,
    _ missing: String,
    _ unused: String
  ) {
    let (wants, grants) = (ScopeSet(parsing: wanted), ScopeSet(parsing: granted))
    #expect(wants.missing(from: grants).text == missing)
    #expect(grants.unused(by: wants).text == unused)
  }

  @Test
  func `has the twelve resources of a live token`() {
    #expect(ScopeCatalogue.rows.count == 12)
    #expect(ScopeCatalogue.everything.count == 12)
    #expect(ScopeCatalogue.everything.scopes.allSatisfy { $0.canWrite })
    for row in ScopeCatalogue.rows {
      for level in [AccessLevel.read, .readWrite] {
        #expect(ScopeCatalogue.isKnown(Scope(row.resource, level)))
        #expect(ScopeCatalogue.grants(Scope(row.resource, level)) != nil)
      }
    }
    #expect(!ScopeCatalogue.isKnown(Scope("task:write")))
    #expect(ScopeCatalogue.grants(Scope("task:none")) == nil)
  }

  @Test(arguments: ScopePreset.allCases)
  func `keeps every preset free of gaps`(_ preset: ScopePreset) {
    #expect(ScopePrerequisite.missing(in: preset.scopes) == [])
    #expect(preset.scopes.scopes.allSatisfy { ScopeCatalogue.isKnown($0) })
    #expect(!preset.title.isEmpty && !preset.summary.hasSuffix("."))
  }

  @Test(arguments: [
    (
      "read-only",
      """
      record_permission:read object_configuration:read list_entry:read list_configuration:read \
      user_management:read
      """
    ),
    (
      "crm-sync",
      """
      record_permission:read-write object_configuration:read list_entry:read-write \
      list_configuration:read
      """
    ),
    (
      "notes-and-tasks",
      """
      record_permission:read object_configuration:read note:read-write task:read-write \
      user_management:read
      """
    ),
    ("webhooks", "webhook:read-write"),
  ])
  func `gives each preset the promised scopes`(_ name: String, _ scopes: String) {
    #expect(ScopePreset(rawValue: name)?.scopes.text == scopes)
  }
}
