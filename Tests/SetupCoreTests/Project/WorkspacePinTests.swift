import SetupCore
import TestSupport
import Testing

/// The comment that names the project's workspace.
struct WorkspacePinTests {
  private static func identity(_ slug: String?) -> Identity {
    Identity(workspaceID: "w", workspaceName: "Beta Ltd", workspaceSlug: slug, scopes: [])
  }

  @Test(
    arguments: [
      ("acme", WorkspacePin.slug("acme")), ("Acme-2", .slug("acme-2")), ("", nil), (nil, nil),
      ("My Company", .unreadable("My Company")), ("a\u{1B}[2Jb", .unreadable("a[2Jb")),
      ("../evil", .unreadable("../evil")), ("ac\u{202E}me", .unreadable("acme")),
    ] as [(String?, WorkspacePin?)]
  )
  func `is read clean or not at all`(text: String?, pin: WorkspacePin?) {
    #expect(WorkspacePin(comment: text) == pin)
  }

  @Test(
    arguments: [
      ("acme", true), ("ACME", true), ("beta", false), (nil, nil), ("ac me", false),
    ] as [(String?, Bool?)]
  )
  func `admits its own workspace alone`(slug: String?, isAdmitted: Bool?) {
    #expect(WorkspacePin.slug("acme").admits(slug) == isAdmitted)
    #expect(WorkspacePin.unreadable("acme corp").admits(slug) == false)
  }

  @Test func `stops a token of another workspace, and what is not known`() throws {
    let pin = WorkspacePin.slug("acme")
    for slug in ["beta", nil] {
      let failure = try #require(throws: SetupError.self) {
        try pin.confirm(Self.identity(slug), replaces: false)
      }
      #expect(failure.exitCode == 1 && failure.name == "other_workspace")
      #expect(failure.message.contains("acme") && failure.message.contains("Beta Ltd"))
    }
    try pin.confirm(Self.identity("beta"), replaces: true)
    try pin.confirm(Self.identity("acme"), replaces: false)
    // Attio was not asked.
    try pin.confirm(nil, replaces: false)
  }

  @Test func `only a slug is asked for`() {
    #expect(PinRequest("acme")?.slug == "acme")
    for slug in ["a b", "", "a\nb", nil] as [String?] { #expect(PinRequest(slug) == nil) }
  }
}
