import SetupRuntime
import TestSupport
import Testing

/// What the last screen offers, on a real terminal.
@Suite(.alone) struct WizardEndTests {
  @Test(arguments: [(80, 24), (60, 16)])
  func `the first query shows its answer, a starter client is written, and one undo takes back all`(
    columns: Int,
    rows: Int
  ) async throws {
    try await ScratchProject.with { project in
      let size = (columns: columns, rows: rows)
      try await TmuxSession.with(project, ["--sandbox"], size: size) { terminal in
        try await terminal.walk(to: "6 of 6")
        try await terminal.wait(for: "> Close")
        try await terminal.press("Down", "Enter")
        try await terminal.wait(for: "Enter runs it here")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Ada Lovelace")
        try await terminal.press("Escape")
        try await terminal.wait(for: "> Make the first query")
        try await terminal.press("Down", "Enter")
        try await terminal.wait(for: "> JavaScript")
        try await terminal.press("Enter")
        try await terminal.wait(for: "+// Attio's REST API")
        #expect(project.text("src/attio/client.mjs") == nil)
        try await terminal.press("Enter")
        try await terminal.wait(for: "Run the starter client:")
        try await terminal.press("Enter")
        let end = try await terminal.wait(for: "[exit 0]")
        #expect(end.contains("node src/attio/client.mjs"))
        #expect(end.contains("[terminal same]"))
      }
      #expect(project.text("src/attio/client.mjs")?.contains("process.env.ATTIO_API_KEY") == true)
      let undone = try await Program.run(["undo"], in: project)
      #expect(undone.status == .exited(0))
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test func `a file that stands in the way is never written over`() async throws {
    let files = ["package.json": "{}\n", "src": "mine\n"]
    try await ScratchProject.with(files: files) { project in
      try await TmuxSession.with(project, ["--sandbox"]) { terminal in
        try await terminal.walk(to: "6 of 6")
        try await terminal.wait(for: "> Close")
        try await terminal.press("Down", "Down", "Enter")
        try await terminal.wait(for: "> JavaScript")
        try await terminal.press("Enter")
        try await terminal.wait(for: "The starter client was not written")
        try await terminal.press("Escape", "Escape")
        try await terminal.wait(for: "> Write a starter client")
        try await terminal.press("Escape")
        try await terminal.wait(for: "[exit 0]")
      }
      #expect(project.text("src") == "mine\n")
    }
  }
}
