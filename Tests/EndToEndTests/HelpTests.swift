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

  @Test(arguments: ["version", "-V"])
  func `the version has the names that people try`(word: String) async throws {
    try await ScratchProject.with(git: false) { project in
      let version = try await Program.run(["--version"], in: project)
      #expect(try await Program.run([word], in: project).text == version.text)
    }
  }

  @Test func `help has a page for every error, and says what to do`() async throws {
    try await ScratchProject.with(git: false) { project in
      let list = try await Program.run(["help", "errors"], in: project)
      #expect(list.status == .exited(0))
      let names = list.text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
      #expect(names.contains("missing_scope") && names.contains("tracked_env_file"))
      #expect(names.count > 40 && Set(names).count == names.count)
      for name in names {
        let page = try await Program.run(["help", String(name)], in: project)
        #expect(page.status == .exited(0))
        #expect(page.text.hasPrefix("\(name), exit code ") && page.text.contains("What to do: "))
      }
    }
  }

  @Test func `help leads to a command, and names the nearest where there is none`() async throws {
    try await ScratchProject.with(git: false) { project in
      let nested = try await Program.run(["help", "workspaces", "check"], in: project)
      #expect(
        nested.status == .exited(0) && nested.text.contains("USAGE: attio-setup workspaces check")
      )
      let unknown = try await Program.run(["help", "mising_scope"], in: project)
      #expect(unknown.status == .exited(64))
      #expect(unknown.errorText.contains("Did you mean missing_scope?"))
      let far = try await Program.run(["help", "nope"], in: project)
      #expect(far.status == .exited(64) && !far.errorText.contains("Did you mean"))
      let all = try await Program.run(["help"], in: project)
      #expect(all.text == (try await Program.run(["--help"], in: project).text))
    }
  }

  @Test func `an error ends with where to read on`() async throws {
    try await ScratchProject.with(git: false) { project in
      let answer = try await Program.run(["run", "--", "true"], in: project)
      #expect(answer.errorText.hasSuffix("\nMore: attio-setup help no_workspace"))
    }
  }

  @Test func `every command's help begins with examples that name it`() async throws {
    try await ScratchProject.with { project in
      let root = try #require(
        JSON(try await Program.run(["--experimental-dump-help"], in: project).text).command
      )
      let commands = Self.commands(under: root, named: ["attio-setup"])
      #expect(commands.count == 20)
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
      // The library adds a help of its own, which ours stands before.
      guard let name = child.commandName?.string, name != "help" || child.discussion != nil
      else { return [] }
      return commands(under: child, named: path + [name])
    }
    return [(path, command)] + below
  }
}
