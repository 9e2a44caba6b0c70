import SetupCore

/// What stands in for the program's frame in a window that is too small for it.
enum TooSmallScreen {
  static func frame(size: Size, minimum: Size) -> Frame {
    let words = [
      // Kept together, so that no width tears them apart.
      "This", "window", "is", "too small:", "\(size.columns)x\(size.rows),", "attio-setup", "needs",
      "\(minimum.columns)x\(minimum.rows).", "Enlarge", "it,", "or", "press", "Ctrl-C", "to",
      "leave.",
    ]
    return Frame(rows: lines(of: words, columns: size.columns).map { [Span($0)] })
  }

  private static func lines(of words: [String], columns: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.count + 1 + word.count <= columns {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
