#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A file that holds what a test expects, compared as text.
///
/// `RECORD_GOLDEN=1 swift test` writes the files anew; read the difference before committing it.
package struct GoldenFile {
  /// The file's path.
  package let path: String
  /// What writes the file anew.
  private let command: String

  /// Names a file in the folder `Golden` beside the folder of the calling test's target.
  package init(_ name: String, target: String, sourceFile: String = #filePath) {
    let parts = sourceFile.split(separator: "/", omittingEmptySubsequences: false)
    let index = parts.lastIndex(of: Substring(target)) ?? parts.count - 1
    path = parts[...index].joined(separator: "/") + "/Golden/\(name).txt"
    command = "RECORD_GOLDEN=1 swift test"
  }

  /// Names a file by its path in the project, and the command that writes it anew.
  package init(file: String, recordedBy command: String, sourceFile: String = #filePath) {
    let root = sourceFile.split(separator: "/").prefix { $0 != "Tests" }
    path = "/" + (root + [Substring(file)]).joined(separator: "/")
    self.command = command
  }

  /// Whether this run writes the files instead of comparing.
  package static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
  }

  /// Compares; gives nil where the text is the expected one, else what is wrong.
  package func difference(from text: String) throws -> String? {
    if Self.isRecording {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: "/" + folder,
        withIntermediateDirectories: true
      )
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      return nil
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      return "There is no \(path). Record it: \(command)"
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard expected != text else { return nil }
    return """
      \(path) is another one now. Where that is right, record it: \(command)
      \(Self.changes(from: expected, to: text))
      """
  }

  /// The lines that differ: `-` is in the file, `+` was found.
  package static func changes(from expected: String, to found: String) -> String {
    let difference = found.split(separator: "\n", omittingEmptySubsequences: false)
      .difference(from: expected.split(separator: "\n", omittingEmptySubsequences: false))
    return difference.map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, 0, "\(offset + 1)- \(line)")
      case .insert(let offset, let line, _): (offset, 1, "\(offset + 1)+ \(line)")
      }
    }
    .sorted { $0 < $1 }
    .map(\.2)
    .joined(separator: "\n")
  }
}
