extension DotenvDocument {
  /// Reads a comment line of the form `# name: text`; nil without one, empty without text.
  package func directive(_ name: String) -> String? {
    guard let text = directiveText(name) else { return nil }
    return String(validating: bytes[text], as: UTF8.self)
  }

  /// Gives the document with the comment line `# name: text` changed where it stands, else added
  /// above the variable's first assignment, or at the end without one.
  ///
  /// - Throws: `unwritableValue` for a text with control characters.
  package func settingDirective(
    _ name: String,
    to text: String,
    above variable: String
  ) throws(DotenvError) -> DotenvDocument {
    guard !text.utf8.contains(where: { $0 < .space || $0 == 0x7F }) else { throw .unwritableValue }
    let blank: [UInt8] = text.isEmpty ? [] : [.space]
    if let old = directiveText(name) {
      let colon = bytes[..<old.lowerBound].lastIndex(of: .colon) ?? old.lowerBound
      let replacement = [.colon] + blank + Array(text.utf8)
      return try applying([Edit(range: colon..<old.upperBound, replacement: replacement)])
    }
    let line = Array("# \(name):".utf8) + blank + Array(text.utf8)
    let wanted = Array(variable.utf8)
    let first = lines.firstIndex { line in
      guard let pair = line.pair, pair.separator == .equals else { return false }
      return bytes[pair.name].elementsEqual(wanted)
    }
    guard let first else { return try inserting(line: line) }
    return try inserting(line: line, at: indexBeforeContinuation(of: first))
  }

  /// Finds the text of the first such comment, without the blanks around it.
  private func directiveText(_ name: String) -> Range<Int>? {
    let label = Array("\(name):".utf8)
    for line in lines where line.kind == .comment {
      let body = bytes[line.body].drop { $0.isBlank }.dropFirst().drop { $0.isBlank }
      guard body.starts(with: label) else { continue }
      let text = body.dropFirst(label.count).drop { $0.isBlank }
      let end = text.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? text.startIndex
      return text.startIndex..<end
    }
    return nil
  }
}
