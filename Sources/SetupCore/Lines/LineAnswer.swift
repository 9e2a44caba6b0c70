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
  ///   - isPasted: Whether a part of it was pasted; then it may have several lines.
  ///   - page: The page that asked.
  /// - Returns: Inputs for the state machine, or what could have been typed.
  package static func meaning(
    of line: FileContent,
    isPasted: Bool = false,
    on page: LinePage
  ) -> Meaning {
    let text = trimmed(String(decoding: line.bytes, as: UTF8.self))
    if text.isEmpty { return .inputs([.key(.enter)]) }
    if let choice = choice(text, on: page) { return .inputs(choice) }
    if let command = command(text, on: page) { return .inputs([command]) }
    switch page.entry {
    // It may have been meant for a later question, and the page knows what becomes of it.
    case nil where isPasted || (page.keepsPaste && isLongWord(text)):
      return .inputs([.paste(trimmed(line))])
    case nil: return .unknown(help(page))
    // A secret is looked at first, byte for byte: it may be no text at all.
    case .secret: return .inputs([.key(.control("u")), .paste(trimmed(line))])
    case .text where text.contains(where: \.isNewline):
      return .unknown("That was more than one line. Give one.")
    // A plain text that was typed out is meant.
    case .text: return .inputs([.key(.control("u")), .paste(FileContent(text)), .key(.enter)])
    }
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
  private static func isLongWord(_ text: String) -> Bool {
    text.utf8.count >= 16 && !text.contains { $0.isWhitespace }
  }

  private static func trimmed(_ line: FileContent) -> FileContent {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let rest = line.bytes.drop(while: isBlank)
    let end = rest.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? rest.startIndex
    return FileContent(Array(rest[..<end]))
  }

  private static func trimmed(_ text: String) -> String {
    let rest = text.drop { $0.isWhitespace }
    let end = rest.lastIndex { !$0.isWhitespace }.map { rest.index(after: $0) } ?? rest.startIndex
    return String(rest[..<end])
  }
}
