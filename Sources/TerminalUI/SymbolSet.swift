/// Which characters a terminal can show.
enum SymbolSet: Equatable, Sendable {
  case unicode
  /// All text, with ASCII symbols: terminals set up for East Asia draw the others over two columns.
  case asciiSymbols
  case ascii

  /// The characters of a terminal type under a UTF-8 locale: consoles and real terminals have fonts of 256
  /// or 512 shapes.
  init(terminalType: String, isEastAsian: Bool = false) {
    let limited = [
      "linux", "vt", "ansi", "cons", "sun", "cygwin", "hurd", "mach", "wsvt", "pcansi",
    ]
    self =
      limited.contains(where: terminalType.hasPrefix)
      ? .ascii : isEastAsian ? .asciiSymbols : .unicode
  }

  /// The ASCII character of one column that stands for a symbol, nil where there is none.
  static func ascii(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if let standIn = table[scalar] { return standIn }
    switch scalar.value {
    case 0x20..<0x7F: return scalar
    case 0x2500...0x257F: return "+"
    case 0x2580...0x259F: return "#"
    // Braille patterns, which spinners are made of.
    case 0x2800...0x28FF: return "*"
    default: return nil
    }
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{A0}": " ", "─": "-", "━": "-", "═": "-", "╌": "-", "┄": "-", "│": "|", "┃": "|", "║": "|",
    "•": "*", "●": "*", "◆": "*", "○": "o", "◦": "o", "◇": "o", "·": ".", "✓": "+", "✔": "+",
    "✗": "x", "✘": "x", "×": "x", "›": ">", "»": ">", "▸": ">", "▶": ">", "►": ">", "→": ">",
    "❯": ">", "‹": "<", "«": "<", "◂": "<", "◀": "<", "←": "<", "❮": "<", "↑": "^", "▲": "^",
    "▴": "^", "↓": "v", "▼": "v", "▾": "v", "–": "-", "—": "-", "‑": "-", "‘": "'", "’": "'",
    "“": "\"", "”": "\"", "■": "#", "□": "o", "░": ".", "⚠": "!", "…": "~",
  ]
}
