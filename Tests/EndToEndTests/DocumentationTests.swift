import AttioSandbox
import SetupCore
import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The documentation says what the program does, as far as that can be compared.
@Suite(.alone) struct DocumentationTests {
  private let pages: [MarkdownPage]

  init() throws {
    pages = try MarkdownPage.all()
  }

  private func page(_ path: String) throws -> MarkdownPage {
    try #require(pages.first { $0.path == path })
  }

  private func tree() async throws -> CommandTree {
    try await ScratchProject.with(git: false) { project in
      try CommandTree(await Program.run(["--experimental-dump-help"], in: project).text)
    }
  }

  @Test func `every link leads to a file and a heading that are there`() throws {
    var count = 0
    for page in pages {
      let folder = page.path.hasPrefix("docs/") ? "docs/" : ""
      for target in page.targets where target.firstMatch(of: /^[a-z]+:/) == nil {
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].isEmpty ? page.path : Self.plain(folder + parts[0])
        let place: Comment = "\(page.path): \(target)"
        #expect(FileManager.default.fileExists(atPath: "\(MarkdownPage.root)/\(path)"), place)
        guard parts.count == 2 else { continue }
        let other = pages.first { $0.path == path }
        #expect(other?.anchors.contains(String(parts[1])) == true, place)
        count += 1
      }
    }
    #expect(count > 20)
  }

  /// A path without the folders that `..` takes back.
  private static func plain(_ path: String) -> String {
    path.replacing(/[^\/]+\/\.\.\//, with: "")
  }

  @Test func `every command line is one that the program takes`() async throws {
    let tree = try await tree()
    var count = 0
    for page in pages where page.path != "CHANGELOG.md" {
      let scripts = page.blocks.filter { $0.language == "sh" }.map(\.text)
      let typed = page.blocks.flatMap(\.lines).filter { $0.hasPrefix("$ ") }
        .map { String($0.dropFirst(2)) }
      for script in scripts + typed + page.inlineCode {
        for words in ShellWords(script).commands where words.first == "attio-setup" {
          count += 1
          let problem = tree.problem(in: words.dropFirst())
          #expect(problem == nil, "\(page.path): \(words.joined(separator: " "))")
        }
      }
    }
    #expect(count > 50)
  }

  @Test(arguments: [
    (["statu"], "statu is one word too many"),
    (["status", "--jsn"], "there is no option --jsn"),
    (["apply", "--preset"], "--preset has no value"),
    (["workspaces", "show", "acme", "beta"], "beta is one word too many"),
    (["workspaces", "--slug"], "there is no option --slug"),
    (["--token", "x"], "there is no option --token"),
  ])
  func `a command line that the program refuses is found`(
    words: [String],
    problem: String
  ) async throws {
    #expect(try await tree().problem(in: words) == problem)
    try await ScratchProject.with(git: false) { project in
      let answer = try await Program.run(words, in: project)
      #expect(answer.status == .exited(64))
    }
  }

  @Test func `every command and every option stands in a page`() async throws {
    let names = try await tree().names
    #expect(names.commands.count > 12 && names.options.count > 30)
    let text = pages.map { ($0.prose + $0.blocks.flatMap(\.lines)).joined(separator: "\n") }
      .joined(separator: "\n")
    for command in names.commands where !["attio-setup wizard"].contains(command) {
      let isDefault = command.hasSuffix(" list")
      #expect(text.contains(isDefault ? String(command.dropLast(5)) : command), "\(command)")
    }
    let words = Set(text.matches(of: /--[a-z][a-z-]*/).map { String($0.0) })
    for option in names.options { #expect(words.contains(option), "\(option)") }
  }

  @Test func `every page is listed in the README`() throws {
    let targets = try page("README.md").targets
    for page in pages where page.path.hasPrefix("docs/") {
      #expect(targets.contains(page.path), "\(page.path)")
    }
  }

  @Test func `every document that is shown is JSON`() throws {
    let blocks = pages.flatMap(\.blocks).filter { $0.language == "json" }
    #expect(blocks.count >= 6)
    for block in blocks {
      let document = try JSON(block.text)
      #expect(document.schema == .number(1))
    }
  }

  @Test func `no page holds what could be a token`() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(MarkdownPage.root)/docs")
      .filter { $0.contains(".") }
      .map { "docs/\($0)" }
    for path in files + pages.map(\.path) {
      let text = try String(contentsOfFile: "\(MarkdownPage.root)/\(path)", encoding: .utf8)
      #expect(text.firstMatch(of: /[0-9A-Za-z]{64}/) == nil, "\(path)")
    }
  }
}

extension DocumentationTests {
  @Test func `the page of the status lists every check`() throws {
    let names = try page("docs/status.md").codeRows.map(\.name)
    for id in Check.ID.allCases { #expect(names.contains(id.rawValue), "\(id)") }
  }

  @Test func `the page of the sandbox lists every scenario`() throws {
    let names = try page("docs/sandbox.md").codeRows.map(\.name)
    for scenario in SandboxScenario.allCases {
      #expect(names.contains(scenario.rawValue), "\(scenario)")
    }
  }

  @Test func `the page of the scopes lists every preset and what resources need`() throws {
    let rows = try page("docs/scopes.md").codeRows
    func scopes(_ name: String) throws -> ScopeSet {
      let row = try #require(rows.first { $0.name == name }, "\(name)")
      return ScopeSet(names: row.cells[0].matches(of: /`([^`]+)`/).map { String($0.1) })
    }
    for preset in ScopePreset.allCases where preset != .everything {
      #expect(try scopes(preset.rawValue) == preset.scopes)
    }
    for resource in ScopePreset.everything.scopes.scopes.map(\.resource) {
      let needed = ScopeSet(ScopePrerequisite.of(resource).map(\.needed))
      if !needed.isEmpty { #expect(try scopes(resource) == needed, "\(resource)") }
    }
  }
}
