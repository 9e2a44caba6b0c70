/// A piece of source text that may be shown.
enum SourceExcerpt {
  /// The line that holds a token, without what is far behind it.
  static func line(_ number: Int, of source: SourceText) -> String {
    // The first token of the line, by bisection.
    var low = 0
    var high = source.count
    while low < high {
      let middle = (low + high) / 2
      if Int(source.tokens[middle].line) < number { low = middle + 1 } else { high = middle }
    }
    guard low < source.count, Int(source.tokens[low].line) == number else { return "" }
    let bytes = source.bytes
    var start = Int(source.tokens[low].start)
    while start > 0, bytes[start - 1] != 0x0A, Int(source.tokens[low].start) - start < 200 {
      start -= 1
    }
    let end = bytes[start...].prefix(400).firstIndex(of: 0x0A) ?? min(bytes.count, start + 400)
    return text(bytes[start..<end])
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(400), as: UTF8.self)
  }

  /// Cut to 80 characters, without control characters, and with nothing that may be a key.
  static func safe(_ text: String) -> String {
    var result = ""
    var word = ""
    func flush() {
      let isKey =
        word.count >= 20 && word.contains { $0.isNumber } && !word.contains("/")
        && !word.contains(".")
      result += isKey ? "…" : word
      word = ""
    }
    for character in text.unicodeScalars {
      let isWord =
        character.properties.isAlphabetic || character.properties.numericType != nil
        || character == "_" || character == "-"
      if isWord {
        word.unicodeScalars.append(character)
      } else {
        flush()
        if character.value >= 0x20, character.properties.generalCategory != .control,
          character.properties.generalCategory != .format
        {
          result.unicodeScalars.append(character)
        } else if character == "\t" {
          result += " "
        }
      }
    }
    flush()
    var trimmed = result[...]
    while trimmed.first == " " { trimmed = trimmed.dropFirst() }
    while trimmed.last == " " { trimmed = trimmed.dropLast() }
    return trimmed.count > 80 ? String(trimmed.prefix(79)) + "…" : String(trimmed)
  }
}
