import SetupCore

/// Puts characters together that arrived one behind the other, so that a field is changed once for all of them.
enum TypedText: Equatable {
  /// Two characters or more.
  case text(String)
  /// Anything else.
  case single(DecodedInput)

  /// The same in the same order.
  static func gathered(_ inputs: [DecodedInput]) -> [TypedText] {
    var result: [TypedText] = []
    var rest = inputs[...]
    while let first = rest.first {
      let typed = rest.prefix { $0.character != nil }
      let isText = typed.count > 1
      // Marks typed by themselves join the letter before them, as they would in a field.
      result.append(
        isText ? .text(typed.compactMap(\.character).map(String.init).joined()) : .single(first)
      )
      rest = rest.dropFirst(isText ? typed.count : 1)
    }
    return result
  }
}

extension DecodedInput {
  /// The character that was typed; nil for any other input.
  fileprivate var character: Character? {
    if case .key(.character(let character)) = self { character } else { nil }
  }
}
