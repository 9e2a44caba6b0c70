/// Elixir: `#{…}` in strings, heredocs, sigils, atoms, pipes.
enum ElixirFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("#".utf8)],
    functionWords: ["def", "defp"],
    blocks: .indentation,
    hasCommandCalls: true,
    givesLast: true,
    namePrefixes: [0x40],
    sharesNames: true
  )
  static let literalBytes = Array("'\":~".utf8)

  static func literal(_ lexer: inout Lexer) -> Bool {
    switch lexer.peek() {
    case 0x22:
      if lexer.isAt([0x22, 0x22, 0x22]) {
        let form = Lexer.StringForm(quote: [0x22, 0x22, 0x22], isOneLine: false)
        // `@doc """` is documentation, whatever stands in it.
        if let last = lexer.last, last.kind == .name,
          ["doc", "moduledoc", "typedoc", "shortdoc"].contains(lexer.text(last))
        {
          lexer.skipString(opening: 3, form)
          return true
        }
        var code = form
        code.code = Array("#{".utf8)
        lexer.string(opening: 3, code)
      } else {
        lexer.string(
          opening: 1,
          Lexer.StringForm(quote: [0x22], code: Array("#{".utf8), isOneLine: false)
        )
      }
      return true
    case 0x27:
      lexer.string(opening: 1, Lexer.StringForm(quote: [0x27]))
      return true
    case 0x3A:
      return RubyFamily.symbol(&lexer)
    default:
      return sigil(&lexer)
    }
  }

  private static func sigil(_ lexer: inout Lexer) -> Bool {
    let letter = lexer.peek(1)
    guard (letter | 0x20) >= 0x61 && (letter | 0x20) <= 0x7A else { return false }
    let pairs: [UInt8: UInt8] = [
      0x28: 0x29, 0x5B: 0x5D, 0x7B: 0x7D, 0x7C: 0x7C, 0x2F: 0x2F, 0x22: 0x22, 0x3C: 0x3E,
    ]
    guard let close = pairs[lexer.peek(2)] else { return false }
    if lexer.isAt([0x22, 0x22, 0x22], offset: 2) {
      lexer.skipString(opening: 5, Lexer.StringForm(quote: [0x22, 0x22, 0x22], isOneLine: false))
      return true
    }
    lexer.string(opening: 3, Lexer.StringForm(quote: [close], isOneLine: letter == 0x72))
    return true
  }
}
