import Ground

/// Text for a voice: symbols that read badly aloud become words.
enum SpokenText {
  private static let symbols: [(symbol: Character, word: String)] = [
    ("→", "to"), ("•", ""), ("⋮", "three-dots"), ("“", "\""), ("”", "\""), ("↑", "up"),
    ("↓", "down"),
    ("←", "left"),
  ]

  /// A text as it stands, with a word in the place of what is hidden in it.
  static func unmasked(_ text: String) -> String {
    SafeText.printable(text).replacing(EnvMask.dots, with: "(hidden)")
  }

  /// One line without a layout and without symbols.
  static func of(_ text: String) -> String {
    let rest = unmasked(text).drop { $0 == " " }
    let words = rest.reduce(into: "") { result, character in
      if let symbol = symbols.first(where: { $0.symbol == character }) {
        result += symbol.word
      } else {
        result.append(character)
      }
    }
    let end = words.lastIndex { $0 != " " }.map { words.index(after: $0) } ?? words.startIndex
    return String(words[..<end])
  }
}
