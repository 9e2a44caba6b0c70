package import Ground

/// What a typed line means, as the input of the state machine that a key press would be.
package enum LineAnswer {
  /// The meaning of a line.
  package enum Meaning: Equatable, Sendable {
    /// These inputs, one after another.
    case inputs([InputEvent])
    /// Nothing at this place; the sentence says what would be.
    case unknown(String)
  }

  /// Reads a line for the page that asked for it.
  ///
  /// - Parameters:
  ///   - line: What was typed, without its line end; it may be a secret and is never quoted.
  ///   - page: The page that asked.
  /// - Returns: Inputs for the state machine, or what could have been typed.
  package static func meaning(of line: FileContent, on page: LinePage) -> Meaning {
    let text = trimmed(String(decoding: line.bytes, as: UTF8.self))
    if text.isEmpty { return .inputs([.key(.enter)]) }
    if let choice = choice(text, on: page) { return .inputs(choice) }
    if let command = command(text, on: page) { return .inputs([command]) }
    guard let entry = page.entry else {
      guard page.keepsPaste, isPasted(text) else { return .unknown(help(page)) }
      return .inputs([.paste(FileContent(text))])
    }
    let inputs: [InputEvent] = [.key(.control("u")), .paste(FileContent(text))]
    // A secret is looked at first; a plain text that was typed out is meant.
    return .inputs(entry.isSecret ? inputs : inputs + [.key(.enter)])
  }

  /// What can be typed here, for somebody who typed something else.
  package static func help(_ page: LinePage) -> String {
    let number = page.choices.isEmpty ? nil : "a number from 1 to \(page.choices.count)"
    let letter = page.commands.isEmpty ? nil : "one of the letters"
    let words = [number, letter].compactMap(\.self)
    return words.isEmpty
      ? "Only Enter means something here." : "Type \(words.joined(separator: ", or ")), then Enter."
  }

  private static func choice(_ text: String, on page: LinePage) -> [InputEvent]? {
    guard text.utf8.count <= 3, let number = Int(text),
      page.choices.indices.contains(number - 1)
    else { return nil }
    let focused = page.choices.firstIndex(where: \.isFocused) ?? 0
    let distance = number - 1 - focused
    let steps = Array(repeating: InputEvent.key(distance < 0 ? .up : .down), count: abs(distance))
    return steps + [.key(page.choices[number - 1].key)]
  }

  private static func command(_ text: String, on page: LinePage) -> InputEvent? {
    let word = text.lowercased()
    if word.count == 1, let command = page.commands.first(where: { $0.letter == word.first }) {
      return .key(command.key)
    }
    switch word {
    case "b", "back": return page.backHint == nil ? nil : .key(.escape)
    case "q", "quit": return .interrupt
    default: return nil
    }
  }

  /// Whether it is one long word, which is no answer that somebody typed.
  private static func isPasted(_ text: String) -> Bool {
    text.utf8.count >= 16 && !text.contains { $0.isWhitespace }
  }

  private static func trimmed(_ text: String) -> String {
    let rest = text.drop { $0.isWhitespace }
    let end = rest.lastIndex { !$0.isWhitespace }.map { rest.index(after: $0) } ?? rest.startIndex
    return String(rest[..<end])
  }
}
