import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The manual page, as its own tools check and show it.
@Suite(.alone) struct ManualPageTests {
  /// Makes the page as the release does, and gives it with the help that it is made of.
  private static func make(in project: ScratchProject) async throws -> (page: String, help: String)
  {
    let help = try await Program.run(["--experimental-dump-help"], in: project).text
    try project.write(help, to: "help.json")
    let page = try await Program.tool(
      "sh",
      ["-c", "'\(BuiltProduct.path("manual-page"))' 1.2.3 2026-11-05 < help.json"],
      in: project
    )
    try project.write(page + "\n", to: "attio-setup.1")
    return (page, help)
  }

  /// The page as `man` shows it in a terminal of 80 columns.
  private static func shown(in project: ScratchProject) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest(
        "man",
        ["--warnings", "-l", "attio-setup.1"],
        directory: project.directory,
        environment: project.environment.merging(["MANWIDTH": "80"]) { _, new in new },
        timeLimit: .seconds(30)
      )
    )
  }

  @Test func `its own tools have nothing to say against it`() async throws {
    try await ScratchProject.with { project in
      let page = try await Self.make(in: project).page
      #expect(page.hasPrefix(".Dd November 5, 2026\n.Dt ATTIO-SETUP 1\n"))
      let lint = try await Program.tool(
        "mandoc",
        ["-T", "lint", "-W", "warning", "attio-setup.1"],
        in: project
      )
      #expect(lint.isEmpty)
      let answer = try await Self.shown(in: project)
      #expect(answer.status == .exited(0) && answer.errorText.isEmpty, "\(answer.errorText)")
      for line in answer.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
      let sections = answer.text.split(separator: "\n").filter { $0.first?.isLetter == true }
      #expect(
        sections.dropFirst().dropLast() == [
          "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "COMMON OPTIONS", "ENVIRONMENT", "FILES",
          "EXIT STATUS", "EXAMPLES", "SEE ALSO",
        ]
      )
      #expect(answer.text.contains("attio-setup 1.2.3"))
    }
  }

  @Test func `it holds every command with its options, and the examples as they are`() async throws
  {
    try await ScratchProject.with { project in
      let help = try JSON(try await Self.make(in: project).help)
      let text = try await Self.shown(in: project).text
      let lines = text.split(separator: "\n").map(String.init)
      var rest = [try #require(help.command)]
      while let command = rest.popLast() {
        let children = (command.subcommands?.elements ?? []).filter {
          $0.commandName != .text("help")
        }
        rest += children
        let words =
          (command.superCommands?.elements ?? []).compactMap(\.string)
          + [try #require(command.commandName?.string)]
        #expect(words.count == 1 || lines.contains("   " + words.joined(separator: " ")))
        for option in command.arguments?.elements ?? [] {
          guard let name = option.preferredName?.name?.string else { continue }
          #expect(text.contains("--\(name)"), "\(words) --\(name)")
        }
        let discussion = command.discussion?.string ?? ""
        for line in discussion.split(separator: "\n") where line.hasPrefix("  attio-setup ") {
          #expect(lines.contains("     \(line)"), "\(line)")
        }
      }
    }
  }

  @Test func `it explains every variable that the program reads`() async throws {
    try await ScratchProject.with { project in
      let page = try await Self.make(in: project).page
      let example = try String(contentsOfFile: "\(Repository.root)/.env.example", encoding: .utf8)
      let names = example.split(separator: "\n").filter { !$0.hasPrefix("#") }
        .map { $0.prefix { $0 != "=" } }
      #expect(names.count > 20)
      let terms = page.split(separator: "\n").filter { $0.hasPrefix(".It Ev ") }
        .flatMap { $0.dropFirst(8).dropLast().split(separator: ", ") }
      #expect(Set(terms) == Set(names))
    }
  }
}
