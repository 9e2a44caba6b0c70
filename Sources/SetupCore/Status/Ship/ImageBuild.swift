package import Ground

/// A file that builds a container image, with what keeps files of the folder out of it.
package struct ImageBuild: Equatable, Sendable {
  /// The name of the file with the build's steps.
  package var name: String
  /// The name of the ignore file that counts for it, whether it is there or not.
  package var ignoreFile: String
  /// What stands in the ignore file; nil where there is none.
  package var rules: FileContent?

  /// Ties a build to its ignore file.
  package init(name: String, ignoreFile: String, rules: FileContent?) {
    self.name = name
    self.ignoreFile = ignoreFile
    self.rules = rules
  }

  /// Whether a file is sent to the builder, and into the image by a `COPY .`.
  ///
  /// The rules are Docker's: every pattern counts from the folder, so that `.env` does not mean
  /// `web/.env`; the last one that matches decides.
  /// (docs.docker.com/build/concepts/context, "dockerignore files")
  func ships(_ path: ShippedPath) -> Bool {
    guard let rules else { return true }
    let patterns = rules.lines.compactMap(Self.pattern)
    guard let last = patterns.last(where: { $0.matches(path.text) }) else { return true }
    return last.isException
  }

  private static func pattern(_ line: String) -> IgnorePattern? {
    guard !line.hasPrefix("#") else { return nil }
    var rest = line.trimmed
    let isException = rest.hasPrefix("!")
    if isException { rest = rest.dropFirst().trimmed }
    let parts = rest.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty else { return nil }
    let anchored = (isException ? "!/" : "/") + parts.joined(separator: "/")
    return IgnorePattern(anchored.utf8)
  }
}

extension FileContent {
  /// The lines of a text file without their ends; a byte order mark is left out.
  fileprivate var lines: [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    let start = text.unicodeScalars.first == "\u{FEFF}" ? text.unicodeScalars.dropFirst() : nil
    return (start.map { String($0) } ?? text).split(whereSeparator: \.isNewline).map(String.init)
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    let kept = drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return String(kept)
  }
}
