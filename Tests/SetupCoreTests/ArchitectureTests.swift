import SetupCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The rules of the map that the compiler does not check.
struct ArchitectureTests {
  private static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  private static func sources(of target: String) throws -> [(path: String, text: String)] {
    let folder = "\(root)/Sources/\(target)"
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") && !$0.contains("/Templates/") }
      .map { path in
        let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(path)"))
        return (path, String(decoding: data, as: UTF8.self))
      }
  }

  private static func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index < words.count - 1,
        words[..<index].allSatisfy({ $0.hasPrefix("@") || Self.levels.contains($0) })
      else { return nil }
      return words[index + 1]
    }
  }

  private static let levels = ["package", "private", "internal", "public", "fileprivate"]

  @Test(arguments: [
    ("Ground", []),
    ("AttioTables", []),
    ("SetupCore", ["AttioTables", "Ground"]),
    ("AttioAPI", ["Ground", "FoundationEssentials", "Foundation", "Glibc", "Darwin"]),
    ("TerminalUI", ["SetupCore", "Ground", "CNcurses", "Glibc", "Darwin", "Synchronization"]),
  ])
  func `a target imports nothing but what the map allows`(
    target: String,
    allowed: [String]
  ) throws {
    let files = try Self.sources(of: target)
    #expect(!files.isEmpty)
    for file in files {
      for name in Self.imports(in: file.text) where !allowed.contains(name) {
        Issue.record("\(target)/\(file.path) imports \(name)")
      }
    }
  }

  @Test(arguments: ["SetupRuntime", "LocalHTTP", "AttioSandbox", "attio-setup", "AttioAPI"])
  func `the full Foundation is only for platforms without its essentials`(target: String) throws {
    for file in try Self.sources(of: target)
    where Self.imports(in: file.text).contains("Foundation") {
      #expect(file.text.contains("#if canImport(FoundationEssentials)"), "\(file.path)")
    }
  }

  @Test func `a suite that waits for something has the machine for itself, and no other`() throws {
    let folder = "\(Self.root)/Tests"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix("Tests.swift") }
    #expect(paths.count > 50)
    let pure = ["AttioAPITests", "GroundTests", "SetupCoreTests"]
    // What is fuzzed blocks its thread where the reader is asynchronous.
    for path in paths {
      let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(path)"))
      let text = String(decoding: data, as: UTF8.self)
      guard text.contains("@Test") else { continue }
      let waits =
        !pure.contains { path.hasPrefix("\($0)/") }
        && text.contains(/\bawait\b|ProbeRun|PseudoTerminal|\bpoll\(|FuzzTarget/)
      #expect(text.contains("@Suite(" + ".alone") == waits, "\(path)")
    }
  }

  @Test func `the core neither waits nor runs tasks`() throws {
    for file in try Self.sources(of: "SetupCore") {
      for word in [" async ", " await ", "Task {", "Task.detached"] where file.text.contains(word) {
        Issue.record("\(file.path) holds '\(word)'")
      }
    }
  }

  @Test(arguments: [
    ("YesNoQuestion(", ["Commands/UndoCommand.swift"]),
    ("getpass(", []),
    ("EventLoop.run(", ["Options/Face.swift"]),
    ("LineLoop.run(", ["Options/Face.swift"]),
    ("InputLines.stream(", ["Commands/ConnectCommand.swift", "Output/YesNoQuestion.swift"]),
    ("read(0,", ["Output/InputLines.swift"]),
    ("descriptor: 0,", ["Options/SecretSource.swift"]),
    (
      "STDIN_FILENO",
      [
        "LoopRun.swift", "Lines/HiddenInput.swift", "Lines/LineLoop.swift",
        "Lines/LineTerminal.swift", "Mailbox.swift",
        "TerminalSession.swift",
      ]
    ),
  ])
  func `one gate stands before every question`(word: String, places: [String]) throws {
    var found: Set<String> = []
    for target in ["attio-setup", "SetupRuntime", "TerminalUI", "SetupCore", "AttioAPI"] {
      for file in try Self.sources(of: target) where file.text.contains(word) {
        found.insert(file.path)
      }
    }
    #expect(found == Set(places), "\(word)")
  }

  @Test func `every variable that is read is documented in the example`() throws {
    let data = try #require(FileManager.default.contents(atPath: "\(Self.root)/.env.example"))
    let example = String(decoding: data, as: UTF8.self)
    var names: Set<String> = []
    for target in ["SetupRuntime", "attio-setup", "TerminalUI"] {
      for file in try Self.sources(of: target) {
        for match in file.text.matches(of: /(?:environment\[|isSet\()"([A-Z_]+)"(?!\] =)/) {
          names.insert(String(match.1))
        }
      }
    }
    // These are set for git, not read.
    names.subtract(["GIT_OPTIONAL_LOCKS", "GIT_TERMINAL_PROMPT", "LC_ALL"])
    #expect(names.count > 10)
    // These are named by constants.
    names.formUnion(AppSettings().envSettings.map(\.variable))
    for name in names { #expect(example.contains("\n\(name)="), "\(name)") }
  }
}
