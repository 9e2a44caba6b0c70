extension String {
  /// Adds spaces at the end up to a width in columns; a text that is as wide stays as it is.
  package func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - DisplayWidth.of(self)))
  }

  /// Cuts to a width in columns; where something is cut, `…` is the last column.
  package func truncated(to columns: Int) -> String {
    guard DisplayWidth.of(self) > columns else { return self }
    guard columns > 0 else { return "" }
    return prefix(columns: columns - 1) + "…"
  }

  /// Breaks between words into lines of at most a width in columns.
  ///
  /// Line ends in the text stay. A word that is too long is split, but an address with `://`
  /// never is: it stands in a line of its own that may be wider.
  package func wrapped(to columns: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      Self.wrap(words: $0.split(separator: " "), to: max(1, columns))
    }
  }

  /// Cuts into pieces of at most a width in columns; nothing is lost.
  package func pieces(of columns: Int) -> [String] {
    var pieces: [String] = []
    var rest = self
    while DisplayWidth.of(rest) > columns {
      let fitting = rest.prefix(columns: columns)
      // A character wider than the line stands by itself: nothing may be lost or loop.
      let piece = fitting.isEmpty ? String(rest.prefix(1)) : fitting
      pieces.append(piece)
      rest.removeFirst(piece.count)
    }
    return rest.isEmpty ? pieces : pieces + [rest]
  }

  /// The longest beginning that fits into a number of columns.
  private func prefix(columns: Int) -> String {
    var width = 0
    return String(
      prefix {
        width += DisplayWidth.of($0)
        return width <= columns
      }
    )
  }

  private static func wrap(words: [Substring], to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      let joined = line.isEmpty ? String(word) : "\(line) \(word)"
      if DisplayWidth.of(joined) <= columns {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      let pieces = split(word: word, to: columns)
      lines.append(contentsOf: pieces.dropLast())
      line = pieces.last ?? ""
    }
    return lines + [line]
  }

  private static func split(word: Substring, to columns: Int) -> [String] {
    word.contains("://") ? [String(word)] : String(word).pieces(of: columns)
  }
}
