/// How text is written where characters are not UTF-8: symbols by a sign that stands for them, everything else that is not
/// ASCII by question marks as wide as it is.
package enum ASCIIForm {
  /// Gives a text in ASCII.
  package static func of(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var result = ""
    for character in text {
      if character.unicodeScalars.allSatisfy(\.isASCII) {
        result.append(character)
      } else if character == "…" {
        result += "..."
      } else if let scalar = character.unicodeScalars.first, let standIn = sign(for: scalar) {
        result.unicodeScalars.append(standIn)
      } else {
        result += String(repeating: "?", count: DisplayWidth.of(character))
      }
    }
    return result
  }

  /// The ASCII character of one column that stands for a symbol, nil where there is none.
  package static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
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
