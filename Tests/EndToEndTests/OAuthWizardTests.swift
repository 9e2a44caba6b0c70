import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// The OAuth way through the wizard in a real terminal: one workspace by the browser, the next one
/// by a paste.
@Suite(.alone) struct OAuthWizardTests {
  /// The link on the screen, put together from the rows that it fills.
  private func link(on screen: String, columns: Int) throws -> String {
    let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(rows.firstIndex { $0.hasPrefix("http") })
    var link = ""
    for row in rows[first...] {
      link += row
      if row.count < columns { break }
    }
    return link
  }

  /// Opens an address in a real browser, and gives the page where it comes to rest.
  private func browse(_ address: String, in project: ScratchProject) async throws -> String {
    try await Program.tool(
      "chromium",
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--user-data-dir=\(project.root)/browser", "--dump-dom", address,
      ],
      in: project
    )
  }

  /// The address at which a browser would end that cannot reach this machine.
  private func end(of address: String, in project: ScratchProject) async throws -> String {
    try await Program.tool(
      "curl",
      ["-s", "-o", "/dev/null", "-w", "%{redirect_url}", address],
      in: project
    )
  }

  @Test(arguments: [(80, 24), (60, 16)])
  func `one workspace by the browser, a second one by a paste, and both tokens work`(
    columns: Int,
    rows: Int
  ) async throws {
    let port = try RawSocket.unusedPort()
    try await ConnectedProject.with(nil) { connected in
      let project = connected.project
      try project.write("ATTIO_REDIRECT_URI=http://localhost:\(port)/callback\n", to: ".env")
      let arguments = [
        "--base-url", connected.sandbox.apiURL, "--app-url", connected.sandbox.appURL,
      ]
      try await TmuxSession.with(project, arguments, size: (columns, rows)) { terminal in
        try await terminal.walk(to: "2 of 6")
        try await terminal.press("Up", "Down", "Down", "Down", "Down", "Down", "Enter")
        try await terminal.wait(for: "Make an OAuth app")
        try await terminal.wait(for: "http://localhost:\(port)/callback")
        try await terminal.press("Enter")
        try await terminal.wait(for: "client id")
        try await terminal.paste(Sandbox.clientID)
        try await terminal.press("Enter")
        try await terminal.wait(for: "client secret")
        try await terminal.paste(Sandbox.clientSecret)
        try await terminal.press("Enter")
        try await terminal.wait(for: "3 of 6")
        try await terminal.press("Enter")
        try await terminal.wait(for: "4 of 6")
        try await terminal.press("Enter")
        try await terminal.wait(for: "A file that only you can read")
        try await terminal.press("Enter")
        let waiting = try await terminal.wait(for: "Waiting for the answer")
        let first = try link(on: waiting, columns: columns)
        let page = try await browse(first + "&sandbox=approve", in: project)
        #expect(page.contains("Connected to Sandbox Workspace"))
        try await terminal.wait(for: "Connected to Sandbox Workspace")
        try await terminal.press("n")
        let again = try await terminal.wait(for: "Waiting for the answer")
        let second = try link(on: again, columns: columns)
        #expect(first != second)
        try await terminal.paste(
          try await end(of: second + "&sandbox=approve&sandbox_workspace=2", in: project)
        )
        try await terminal.wait(for: "Connected to Second Workspace")
        try await terminal.press("Enter")
        try await terminal.wait(for: "[exit 0]")
        try await terminal.wait(for: "[terminal same]")
        let all = try await terminal.everything()
        for slug in ["sandbox-workspace", "second-workspace"] {
          #expect(!all.contains(try await connected.token(slug)))
        }
        #expect(!all.contains(Sandbox.clientSecret))
      }
      let check = try await connected.run(["workspaces", "check"])
      #expect(check.status == .exited(0), "\(check.text)")
      for slug in ["sandbox-workspace", "second-workspace"] {
        let answer = try await connected.run([
          "run", "--workspace", slug, "--", "sh", "-c",
          "curl -sf -H \"Authorization: Bearer $ATTIO_API_KEY\" \(connected.sandbox.apiURL)/self",
        ])
        #expect(answer.text.contains("\"active\":true") || answer.text.contains("\"active\": true"))
        #expect(answer.text.contains(slug))
      }
      #expect(project.text(".env")?.contains("ATTIO_CLIENT_ID=\(Sandbox.clientID)\n") == true)
      #expect(try project.mode("../home/.local/share/attio-setup/workspaces.json") == 0o600)
    }
  }
}
