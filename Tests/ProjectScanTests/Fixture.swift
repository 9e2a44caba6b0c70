import Foundation
import ProjectScan
import Testing

/// A small project with what a scan must find in it.
///
/// A line that ends in `=> METHOD /v2/path` holds that call, several with `; ` between; `=> ?` cannot be
/// resolved. `expect.txt` says the rest: `variables`, `env_file`, and calls of files without marks.
struct Fixture: CustomTestStringConvertible {
  var name: String
  var files: [String: [UInt8]] = [:]
  var calls: [Expected] = []
  var unresolved: [Expected] = []
  var variables: [String] = []
  var envFiles: [String] = []

  /// A place where something is expected.
  struct Expected: Hashable {
    var what: String
    var file: String
    var line: Int
  }

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures"
  )

  static let all: [Fixture] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map(Fixture.init)
  }()

  init(_ name: String) {
    self.name = name
    let root = Self.folder.appending(path: name).path
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? [] {
      guard let data = FileManager.default.contents(atPath: root + "/" + path) else { continue }
      if path == "expect.txt" {
        expectations(String(decoding: data, as: UTF8.self))
        continue
      }
      // Names under which git, the formatter and the compiler leave the file alone.
      var own = path.hasSuffix(".fixture") ? String(path.dropLast(8)) : path
      if own.hasSuffix("_gitignore") { own = String(own.dropLast(10)) + ".gitignore" }
      files[own] = Array(data)
      marks(String(decoding: data, as: UTF8.self), own)
    }
  }

  private mutating func marks(_ text: String, _ file: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let mark = line.range(of: "#=> ") ?? line.range(of: "//=> ") else { continue }
      for what in line[mark.upperBound...].split(separator: "; ") {
        let expected = Expected(
          what: what.trimmingCharacters(in: .whitespaces),
          file: file,
          line: index + 1
        )
        if expected.what == "?" { unresolved.append(expected) } else { calls.append(expected) }
      }
    }
  }

  private mutating func expectations(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "variables": variables = Array(words.dropFirst())
      case "env_file": envFiles = Array(words.dropFirst())
      case "call": calls.append(place("\(words[1]) \(words[2])", words[3]))
      case "unresolved": unresolved.append(place("?", words[1]))
      default: break
      }
    }
  }

  private func place(_ what: String, _ place: String) -> Expected {
    let parts = place.split(separator: ":")
    return Expected(what: what, file: String(parts[0]), line: Int(parts[1]) ?? 0)
  }

  /// Scans it as a project whose `.gitignore` has plain names and simple patterns.
  func scan() async -> ScanResult {
    let files = files
    let patterns = String(decoding: files[".gitignore"] ?? [], as: UTF8.self).split(separator: "\n")
      .map {
        String($0.hasPrefix("/") ? $0.dropFirst() : $0)
      }
    return await ProjectScanner.scan(
      paths: Array(files.keys),
      ignores: { path in
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return patterns.contains { Self.fits(name, $0) }
      },
      read: { files[$0] }
    )
  }

  /// Whether a name fits a pattern with at most one star.
  private static func fits(_ name: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return name == pattern }
    return name.hasPrefix(parts[0]) && name.hasSuffix(parts[1]) && name.count >= pattern.count - 1
  }
}
