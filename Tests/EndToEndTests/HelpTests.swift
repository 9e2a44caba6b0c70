import SetupRuntime
import TestSupport
import Testing

/// What the program says of itself: its version, and a help that begins with examples.
@Suite(.alone) struct HelpTests {
  @Test func `the version is one line, and the same from everywhere`() async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(["--version"], in: project)
      #expect(answer.status == .exited(0))
      #expect(answer.text.wholeMatch(of: /\d+\.\d+\.\d+(-[0-9a-z.]+)?/) != nil, "\(answer.text)")
      let places = try await Program.tool(
        "grep",
        ["-rlF", answer.text]
          + ["Sources", "Scripts", "Makefile"].map { "\(Repository.root)/\($0)" },
        in: project
      )
      #expect(places == "\(Repository.root)/Sources/attio-setup/Version.swift")
    }
  }

  @Test func `every command's help begins with examples that name it`() async throws {
    try await ScratchProject.with { project in
      let root = try #require(
        JSON(try await Program.run(["--experimental-dump-help"], in: project).text).command
      )
      let commands = Self.commands(under: root, named: ["attio-setup"])
      #expect(commands.count == 16)
      for (path, command) in commands {
        let discussion = command.discussion?.string ?? ""
        let examples = discussion.prefix(
          upTo: discussion.firstRange(of: "\n\n")?.lowerBound ?? discussion.endIndex
        )
        #expect(examples.hasPrefix("EXAMPLES\n  "), "\(path)")
        #expect(examples.contains(path.joined(separator: " ")), "\(path)")
        for line in discussion.split(separator: "\n") where line.hasPrefix("  ") {
          // A manual page indents what it may not break by seven columns instead of two.
          #expect(line.count <= 75, "\(path): \(line)")
        }
        let help = try await Program.run(path.dropFirst() + ["--help"], in: project)
        #expect(help.status == .exited(0))
        #expect(help.text.contains("\n\nEXAMPLES\n"), "\(path)")
      }
    }
  }

  private static func commands(
    under command: JSON,
    named path: [String]
  ) -> [(path: [String], command: JSON)] {
    let below = (command.subcommands?.elements ?? []).flatMap { child -> [([String], JSON)] in
      // The library's own command has no examples.
      guard let name = child.commandName?.string, name != "help" else { return [] }
      return commands(under: child, named: path + [name])
    }
    return [(path, command)] + below
  }
}
