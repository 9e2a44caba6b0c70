/// How wide text may become.
package enum TextMeasure {
  /// The columns that a reader's eye follows without losing the line, in a terminal of 80 with its margins.
  package static let columns = 76
}

extension String {
  /// Breaks a line of a report between words into lines of at most a width in columns.
  ///
  /// Its own blanks stay. What goes on in the next line stands under the last of its columns, where
  /// that begins in the left half, else under its text. A word that is too long, as an address or a
  /// path can be, is not broken: it stands in a line of its own from the first column.
  package func reflowed(to columns: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      ReportLine($0).broken(to: columns)
    }
  }
}

/// A line as its words and the blanks before them.
private struct ReportLine {
  private struct Word {
    var blanks: Int
    var text: Substring
    var width: Int
  }

  private let whole: Substring
  private var words: [Word] = []

  init(_ line: Substring) {
    whole = line
    var rest = line
    while !rest.isEmpty {
      let blanks = rest.prefix { $0 == " " }.count
      rest = rest.dropFirst(blanks)
      let text = rest.prefix { $0 != " " }
      rest = rest[text.endIndex...]
      words.append(Word(blanks: blanks, text: text, width: DisplayWidth.of(text)))
    }
  }

  func broken(to columns: Int) -> [String] {
    guard words.reduce(0, { $0 + $1.blanks + $1.width }) > columns else { return [String(whole)] }
    let indent = hanging(columns)
    var lines: [String] = []
    var line = ""
    var width = 0
    for (index, word) in words.enumerated() where !word.text.isEmpty {
      if index > 0, width + word.blanks + word.width > columns {
        lines.append(line)
        let room = indent + word.width <= columns ? indent : 0
        line = String(repeating: " ", count: room) + word.text
        width = room + word.width
      } else {
        line += String(repeating: " ", count: word.blanks) + word.text
        width += word.blanks + word.width
      }
    }
    return lines + [line]
  }

  /// Where the lines after the first begin.
  private func hanging(_ columns: Int) -> Int {
    guard let first = words.first else { return 0 }
    var column = first.blanks + first.width
    var indent = first.blanks + (isMark(first.text) ? first.width + 1 : 0)
    for word in words.dropFirst() {
      column += word.blanks
      if word.blanks > 1, column <= columns / 2 { indent = column }
      column += word.width
    }
    return indent
  }

  /// A symbol, or the number of a row.
  private func isMark(_ text: Substring) -> Bool {
    let isSymbol = text.count == 1 && text.allSatisfy { !$0.isLetter && !$0.isNumber }
    let isNumber = text.count < 4 && text.dropLast().allSatisfy(\.isNumber) && text.count > 1
    return isSymbol || (isNumber && (text.last == ":" || text.last == "."))
  }
}
