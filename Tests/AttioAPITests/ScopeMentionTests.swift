import AttioAPI
import TestSupport
import Testing

struct ScopeMentionTests {
  private static let live = """
    This API key is not authorized to perform the requested action. It requires scopes: \
    Read-Write access to the Records scope. If you are an admin, go to Workspace settings -> \
    Developers to edit the key.
    """

  @Test(arguments: [
    (live, [ScopeMention(.readWrite, "Records")]),
    ("requires scopes: Read access to the Emails scope", [ScopeMention(.read, "Emails")]),
    (
      "requires scopes: Read access to the List Entries scope and "
        + "Read-Write access to the Records scope",
      [ScopeMention(.read, "List Entries"), ScopeMention(.readWrite, "Records")]
    ),
    ("requires (read-write access to the Notes scope)", [ScopeMention(.readWrite, "Notes")]),
    ("Full access to the Records scope", []),
    ("Read access to the building", []),
    ("Read access to the  scope", []),
    ("", []),
  ])
  func `finds level and label`(message: String, mentions: [ScopeMention]) {
    #expect(ScopeMention.all(in: message) == mentions)
  }

  @Test func `takes no label as long as a page`() {
    let label = String(repeating: "x", count: 61)
    #expect(ScopeMention.all(in: "Read access to the \(label) scope").isEmpty)
  }
}
