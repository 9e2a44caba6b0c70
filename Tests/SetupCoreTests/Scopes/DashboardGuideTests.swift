import SetupCore
import TestSupport
import Testing

struct DashboardGuideTests {
  @Test(
    arguments: [
      (nil, "https://app.attio.com/settings/developers"),
      ("acme", "https://app.attio.com/acme/settings/developers/access-tokens"),
      ("acme-2_b", "https://app.attio.com/acme-2_b/settings/developers/access-tokens"),
      ("", "https://app.attio.com/settings/developers"),
      ("../evil", "https://app.attio.com/settings/developers"),
      ("a/b?c", "https://app.attio.com/settings/developers"),
      ("ac me", "https://app.attio.com/settings/developers"),
      ("\u{202E}acme", "https://app.attio.com/settings/developers"),
    ] as [(String?, String)]
  )
  func `builds the address from a plain slug only`(_ slug: String?, _ address: String) {
    #expect(DashboardGuide(workspaceSlug: slug).tokensURL == address)
  }

  @Test
  func `uses the dashboard that was named`() {
    let guide = DashboardGuide(workspaceSlug: "acme", appURL: "http://127.0.0.1:4000")
    #expect(guide.tokensURL == "http://127.0.0.1:4000/acme/settings/developers/access-tokens")
  }

  @Test(arguments: [
    ("/home/me/My App", "my-app-dev"),
    ("/home/me/attio", "attio-dev"),
    ("/", "attio-dev"),
    ("", "attio-dev"),
    ("/x/Größe_2", "gr-e-2-dev"),
    ("/x/..", "attio-dev"),
  ])
  func `names a token after the folder`(_ folder: String, _ name: String) {
    #expect(DashboardGuide.tokenName(forFolder: folder) == name)
  }

  @Test(arguments: [
    ("record_permission:read-write", "Records: Read-Write (record_permission:read-write)"),
    ("email:read", "Emails: Read (email:read)"),
    ("note:read", "note:read"),
    ("anything", "anything"),
  ])
  func `shows a label only where it is confirmed`(_ scope: String, _ tick: String) {
    #expect(DashboardGuide.tick(for: Scope(scope)) == tick)
  }

  @Test
  func `names every click to delete a token`() {
    let guide = DashboardGuide(workspaceSlug: "acme")
    #expect(guide.stepsToDelete.first == "Open \(guide.tokensURL)")
    #expect(guide.stepsToDelete.last?.contains("Delete") == true)
  }
}
