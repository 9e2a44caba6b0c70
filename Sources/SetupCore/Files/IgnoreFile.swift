package import Ground

/// A `.gitignore` as text: gets whole lines at its end, keeps every byte that is there.
package struct IgnoreFile: Equatable, Sendable {
  private let bytes: [UInt8]

  /// Wraps the bytes of a `.gitignore`, empty for a new one.
  package init(_ content: FileContent) {
    bytes = content.bytes
  }

  /// Gives the file with the patterns that do not stand yet added at its end, each on a line of its
  /// own in the file's own line-end style.
  package func adding(_ patterns: [String]) -> FileContent {
    let missing = patterns.filter { !stands($0) }
    guard !missing.isEmpty else { return FileContent(bytes) }
    let end = LineEnd.style(of: bytes)
    var result = bytes
    if let last = bytes.last, last != .lineFeed, bytes != byteOrderMark {
      // To git a lone CR ends no line, and a line that ends in CRLF ends in LF.
      result += end == .carriageReturnLineFeed && last != .carriageReturn ? end.bytes : [.lineFeed]
    }
    for pattern in missing {
      result += SystemText.bytes(pattern) + (end == .carriageReturn ? [.lineFeed] : end.bytes)
    }
    return FileContent(result)
  }

  /// Says by the text alone whether a file at this path is ignored, and by which line: the last one
  /// that matches decides.
  package func answer(for name: String) -> IgnoreAnswer {
    for (index, line) in lines.enumerated().reversed() {
      guard let pattern = IgnorePattern(line), pattern.matches(name) else { continue }
      let rule = IgnoreRule(
        file: ".gitignore",
        line: index + 1,
        pattern: DisplayText.visible(line)
      )
      return IgnoreAnswer(name: name, isIgnored: !pattern.isException, rule: rule)
    }
    return IgnoreAnswer(name: name, isIgnored: false)
  }

  /// Whether a pattern stands in the file as a whole line that no later line takes back.
  package func stands(_ pattern: String) -> Bool {
    let wanted = SystemText.bytes(pattern)
    guard let parsed = IgnorePattern(wanted) else { return false }
    let name = String(pattern.drop { $0 == "!" || $0 == "/" })
    for line in lines.reversed() {
      if withoutTrailingSpaces(line).elementsEqual(wanted) { return true }
      if let other = IgnorePattern(line), other.isException != parsed.isException,
        other.matches(name)
      {
        return false
      }
    }
    return false
  }

  /// Writes the path of a file as a pattern that means this path and nothing else.
  package static func pattern(for path: String) -> String {
    var result = ""
    for (index, character) in path.enumerated() {
      let isSpecial = "*?[\\".contains(character) || (index == 0 && "#!".contains(character))
      let isLastSpace = character == " " && index == path.count - 1
      result += isSpecial || isLastSpace ? "\\\(character)" : "\(character)"
    }
    return result
  }
}

extension IgnoreFile {
  /// The lines as git sees them: no mark at the start, no CR before a line end, nothing behind a NUL.
  private var lines: [ArraySlice<UInt8>] {
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    return bytes[start...].split(separator: .lineFeed, omittingEmptySubsequences: false).map {
      ($0.last == .carriageReturn ? $0.dropLast() : $0).prefix { $0 != 0 }
    }
  }

  private func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = line.lastIndex { $0 != .space }.map { $0 + 1 } ?? line.startIndex
    return line[line.startIndex..<end]
  }
}
