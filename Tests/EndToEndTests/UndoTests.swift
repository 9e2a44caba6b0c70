import SetupRuntime
import TestSupport
import Testing

/// `undo` as people and scripts run it.
@Suite(.alone) struct UndoTests {
  private static let files = [
    "package.json": "{}\n", ".gitignore": "node_modules", ".env": "A=1\nATTIO_API_KEY=old-secret\n",
  ]

  /// A project in which `apply` has just run.
  private func withAppliedProject(_ body: (ScratchProject) async throws -> Void) async throws {
    try await ScratchProject.with(files: Self.files) { project in
      let applied = try await Program.run(["apply", "--sandbox"], in: project)
      try #require(applied.status == .exited(0), "\(applied.errorText)")
      try await body(project)
    }
  }

  private func confirmBefore(_ project: ScratchProject) throws {
    for (name, text) in Self.files { #expect(project.text(name) == text) }
    #expect(project.text(".env.example") == nil)
  }

  @Test func `shows the reverse plan, every value masked, and applies it`() async throws {
    try await withAppliedProject { project in
      let answer = try await Program.run(["undo"], in: project)
      #expect(answer.status == .exited(0))
      #expect(answer.text.hasPrefix("Undo the run of 20"))
      for line in ["  remove    .env.example", "  restore   .env", "  restore   .gitignore"] {
        #expect(answer.text.contains("\(line)\n"))
      }
      #expect(answer.text.contains("--- a/.env\n+++ b/.env\n"))
      #expect(answer.text.contains("-ATTIO_API_KEY=••••\n+ATTIO_API_KEY=••••"))
      #expect(answer.text.contains("--- a/.env.example\n+++ /dev/null\n"))
      #expect(!answer.text.contains("old-secret"))
      #expect(answer.text.hasSuffix("Put back: .env, .gitignore. Removed: .env.example."))
      try confirmBefore(project)
    }
  }

  @Test func `what is back already, and an entry of git, are told as that`() async throws {
    try await withAppliedProject { project in
      for (name, text) in Self.files { try project.write(text, to: name) }
      try await Program.tool("rm", [".env.example"], in: project)
      let answer = try await Program.run(["undo"], in: project)
      #expect(answer.status == .exited(0))
      #expect(answer.text.hasSuffix("Everything was as before this run already."))
      try await Program.tool("git", ["add", "-f", ".env"], in: project)
      let applied = try await Program.run(["apply", "--sandbox", "--untrack"], in: project)
      try #require(applied.status == .exited(0), "\(applied.errorText)")
      let back = try await Program.run(["undo"], in: project)
      let said = "Put back: .env, .gitignore. Removed: .env.example. Back in git's index: .env."
      #expect(back.text.hasSuffix(said), "\(back.text)")
      try confirmBefore(project)
    }
  }

  @Test func `a record that cannot be read is told once`() async throws {
    try await withAppliedProject { project in
      let name = "undo-29991231T235959-000000-zz.json"
      try project.write("no record", to: "../state/attio-setup/\(name)")
      let answer = try await Program.run(["undo"], in: project)
      #expect(answer.status == .exited(0))
      #expect(answer.errorText.split(separator: name).count == 2, "\(answer.errorText)")
      try confirmBefore(project)
    }
  }

  @Test func `a dry run changes nothing, and its document is the plan`() async throws {
    try await withAppliedProject { project in
      let answer = try await Program.run(["undo", "--dry-run", "--json"], in: project)
      #expect(answer.status == .exited(0))
      let document = try JSON(answer.text)
      #expect(document.schema == .number(1) && document.applied == .bool(false))
      #expect(document.changed == .list([]) && document.complete == .bool(false))
      #expect(
        document.plan?.elements.compactMap { $0.path?.string }
          == [".env.example", ".env", ".gitignore"]
      )
      #expect(
        document.plan?.elements.compactMap { $0.action?.string }
          == ["remove", "restore", "restore"]
      )
      #expect(!answer.text.contains("old-secret"))
      #expect(project.text(".env.example") != nil)
      #expect(try await Program.run(["undo"], in: project).status == .exited(0))
      try confirmBefore(project)
    }
  }

  @Test func `where a file changed since, nothing is done before somebody agrees to a part`()
    async throws
  {
    try await withAppliedProject { project in
      try project.write("mine\n", to: ".gitignore")
      let env = project.text(".env")
      let refused = try await Program.run(["undo"], in: project)
      #expect(refused.status == .exited(3))
      #expect(refused.text.contains("  leave     .gitignore was changed after the run"))
      #expect(refused.errorText.contains("Nothing was changed."))
      #expect(refused.errorText.contains("attio-setup undo --partial"))
      #expect(project.text(".env") == env && project.text(".env.example") != nil)
      let document = try JSON(try await Program.run(["undo", "--json"], in: project).text)
      #expect(document.error?.kind == .text("changed_since"))
      let part = try await Program.run(["undo", "--partial"], in: project)
      #expect(part.status == .exited(3))
      #expect(part.text.hasSuffix("Put back: .env. Removed: .env.example."))
      #expect(project.text(".env") == Self.files[".env"])
      #expect(project.text(".gitignore") == "mine\n")
    }
  }

  @Test func `in a terminal the part is offered, and no is the default`() async throws {
    try await withAppliedProject { project in
      try project.write("mine\n", to: ".gitignore")
      try await TmuxSession.with(project, ["undo"]) { terminal in
        try await terminal.wait(for: "Put back the rest (.env.example, .env)? [y/N]")
        try await terminal.press("Enter")
        try await terminal.wait(for: "[exit 3]")
        #expect(project.text(".env.example") != nil)
      }
      try await TmuxSession.with(project, ["undo"]) { terminal in
        try await terminal.wait(for: "[y/N]")
        try await terminal.press("y", "Enter")
        try await terminal.wait(for: "Put back: .env. Removed: .env.example.")
        #expect(project.text(".env") == Self.files[".env"])
        #expect(project.text(".gitignore") == "mine\n")
      }
    }
  }

  @Test func `in a terminal it asks once, and Enter means yes`() async throws {
    try await withAppliedProject { project in
      try await TmuxSession.with(project, ["undo"]) { terminal in
        try await terminal.wait(for: "Undo this run (.env.example, .env, .gitignore)? [Y/n]")
        try await terminal.press("n", "Enter")
        try await terminal.wait(for: "[exit 130]")
        #expect(project.text(".env.example") != nil)
      }
      try await TmuxSession.with(project, ["undo"]) { terminal in
        try await terminal.wait(for: "[Y/n]")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Put back: .env, .gitignore. Removed: .env.example.")
        try confirmBefore(project)
      }
    }
  }

  @Test func `the runs are listed, and an earlier one can be named`() async throws {
    try await withAppliedProject { project in
      let client = try await Program.run(["client", "--write", "--json"], in: project)
      let id = try #require(try JSON(client.text).undo?.string)
      let listed = try await Program.run(["undo", "--list"], in: project)
      let lines = listed.text.split(separator: "\n")
      #expect(listed.status == .exited(0) && lines.count == 2)
      #expect(lines[0].hasPrefix(id) && lines[0].hasSuffix("src/attio/client.mjs"))
      #expect(lines[1].hasSuffix(".gitignore, .env, .env.example"))
      let runs = try JSON(try await Program.run(["undo", "--list", "--json"], in: project).text)
      let first = try #require(runs.runs?.elements.last?.id?.string)
      #expect(try await Program.run(["undo", "--run", first], in: project).status == .exited(0))
      try confirmBefore(project)
      #expect(project.text("src/attio/client.mjs") != nil)
      #expect(try await Program.run(["undo"], in: project).status == .exited(0))
      #expect(try project.names() == [".env", ".git", ".gitignore", "package.json"])
      let none = try await Program.run(["undo", "--run", "nonsense"], in: project)
      #expect(none.status == .exited(3))
      #expect(none.errorText.contains("There is no run named nonsense."))
    }
  }
}
