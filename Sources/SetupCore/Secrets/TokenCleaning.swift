import Ground

/// A text that loses, step by step, what is no part of a token; every step notes what it took.
struct TokenCleaning {
  private(set) var text: String
  private(set) var removed: [RemovedPart] = []

  init(_ text: String) {
    self.text = text
  }

  mutating func removeInvisible() {
    if text.unicodeScalars.first == "\u{FEFF}" {
      text.unicodeScalars.removeFirst()
      note(.byteOrderMark)
    }
    let visible = text.unicodeScalars.filter { !DisplayWidth.isInvisibleFormat($0) }
    replace(by: String(String.UnicodeScalarView(visible)), noting: .invisible)
  }

  mutating func removeBlanks() {
    replace(by: String(text.trimmed), noting: .blanks)
  }

  /// Takes one value out of several lines where exactly one line assigns the variable.
  mutating func takeAssignment(of variable: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed)
    guard lines.count > 1 else { return }
    let assignments = lines.filter { line in
      Assignment(line).map { $0.name == variable } ?? false
    }
    guard let only = assignments.first, assignments.count == 1,
      lines.allSatisfy({ $0.hasPrefix("#") || Assignment($0) != nil })
    else { return }
    replace(by: String(only), noting: .otherLines)
  }

  /// Peels quotes, names and header words until nothing of the kind is left.
  mutating func unwrap() {
    var before: String
    repeat {
      before = text
      removeQuotes()
      removeAssignment()
      removePrefix("authorization:", noting: .header)
      removeWord("bearer", noting: .bearer)
      // Pasted with the option of curl that carries it.
      removeWord("-h", noting: .header)
      removeBlanks()
    } while text != before
  }

  /// Peels quotes and the angle brackets around an address (RFC 3986 appendix C), and nothing else.
  mutating func removeWrapping() {
    var before: String
    repeat {
      before = text
      removeBlanks()
      removeQuotes()
      if text.count > 1, text.first == "<", text.last == ">" {
        replace(by: String(text.dropFirst().dropLast()), noting: .quotes)
      }
    } while text != before
  }

  private mutating func removeQuotes() {
    for (open, close) in Self.quotes {
      guard text.count > 1, text.first == open else { continue }
      if text.last == close {
        replace(by: String(text.dropFirst().dropLast()), noting: .quotes)
      } else if let end = text.dropFirst().firstIndex(of: close),
        text[text.index(after: end)...].trimmed.hasPrefix("#")
      {
        replace(by: String(text[...end]), noting: .comment)
      }
    }
  }

  private mutating func removeAssignment() {
    // Padding at the end of a token is no value.
    guard let assignment = Assignment(text[...]), !assignment.value.allSatisfy({ $0 == "=" }) else {
      return
    }
    if assignment.isExported { note(.export) }
    replace(by: String(assignment.value), noting: .name)
    guard let comment = text.firstMatch(of: /\s+#/), text.first != "\"", text.first != "'" else {
      return
    }
    replace(by: String(text[..<comment.range.lowerBound]), noting: .comment)
  }

  private mutating func removeWord(_ word: String, noting part: RemovedPart) {
    guard text.dropFirst(word.count).first?.isWhitespace == true else { return }
    removePrefix(word, noting: part)
  }

  private mutating func removePrefix(_ prefix: String, noting part: RemovedPart) {
    guard text.lowercased().hasPrefix(prefix) else { return }
    replace(by: String(text.dropFirst(prefix.count).trimmed), noting: part)
  }

  private mutating func replace(by shorter: String, noting part: RemovedPart) {
    guard shorter.unicodeScalars.count < text.unicodeScalars.count else { return }
    text = shorter
    note(part)
  }

  private mutating func note(_ part: RemovedPart) {
    if !removed.contains(part) { removed.append(part) }
  }

  private static let quotes: [(Character, Character)] = [
    ("\"", "\""), ("'", "'"), ("`", "`"), ("“", "”"), ("‘", "’"),
  ]
}

/// A line of the form `export NAME=value`, `export` being optional.
private struct Assignment {
  let isExported: Bool
  let name: Substring
  let value: Substring

  /// Reads a line; a name is short, so that a token that holds an equals sign is not taken for one.
  init?(_ line: Substring) {
    guard let match = line.wholeMatch(of: /(export\s+)?([A-Za-z_][A-Za-z0-9_]{0,39})\s*=\s*(.*)/)
    else { return nil }
    isExported = match.1 != nil
    name = match.2
    value = match.3
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  fileprivate var trimmed: SubSequence {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }
}
