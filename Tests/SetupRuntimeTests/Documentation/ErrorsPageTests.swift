import SetupCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The page of errors says what the program says.
@Suite(.alone) struct ErrorsPageTests {
  @Test func `the page is made of the program's own tables`() async throws {
    let command = "RECORD_GOLDEN=1 swift test --filter ErrorsPageTests"
    let file = GoldenFile(file: "docs/errors.md", recordedBy: command)
    if let difference = try file.difference(from: await ErrorsPage.text()) {
      Issue.record("\(difference)")
    }
  }

  @Test func `every name that an error is given has a page`() throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    var names: Set<String> = []
    for target in ["SetupCore", "SetupRuntime", "attio-setup"] {
      let folder = "\(root)/Sources/\(target)"
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
      where path.hasSuffix(".swift") && !path.contains("Templates/") {
        let source = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
        // The last argument of an error stands on a line of its own.
        for match in source.matches(of: /\n +name: "([a-z_]+)"\n/) { names.insert(String(match.1)) }
      }
    }
    #expect(names.count > 10)
    #expect(names.subtracting(ErrorPage.all.map(\.name)) == [])
  }

  @Test func `every failure to connect that has a name is on it`() throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let path = "\(root)/Sources/SetupCore/OAuth/ConnectFailure+Name.swift"
    let source = try String(contentsOfFile: path, encoding: .utf8)
    let names = source.matches(of: /case \.\w+: "([a-z_]+)"/).map { String($0.1) }
    #expect(names.count > 8)
    #expect(Set(names) == Set(ErrorPage.failures.map(\.name)))
  }
}
