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

  /// Names a file in the folder `Golden` beside the folder of the calling test's target.
  package init(_ name: String, target: String, sourceFile: String = #filePath) {
    let parts = sourceFile.split(separator: "/", omittingEmptySubsequences: false)
    let index = parts.lastIndex(of: Substring(target)) ?? parts.count - 1
    path = parts[...index].joined(separator: "/") + "/Golden/\(name).txt"
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
      return "There is no \(path). Record it with RECORD_GOLDEN=1."
    }
    let expected = String(decoding: data, as: UTF8.self)
    return expected == text ? nil : "expected:\n\(expected)\nfound:\n\(text)"
  }
}
