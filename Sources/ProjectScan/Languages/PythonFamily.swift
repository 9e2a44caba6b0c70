/// Python: prefixes of strings, triple quotes, blocks by indentation.
enum PythonFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("#".utf8)],
    functionWords: ["def"],
    blocks: .indentation,
    namesArguments: true
  )
  static let literalBytes = Array("'\"".utf8)
  private static let prefixes: Set<String> = [
    "f", "F", "r", "R", "b", "B", "u", "U", "t", "fr", "rf", "Rf", "fR", "FR", "rb", "br", "rF",
  ]

  static func literal(_ lexer: inout Lexer) -> Bool {
    let prefix = lexer.takePrefix(prefixes)?.lowercased() ?? ""
    let start = lexer.last
    let quote = lexer.peek()
    let triple = [quote, quote, quote]
    var form = Lexer.StringForm(quote: [quote])
    if lexer.isAt(triple) {
      form.quote = triple
      form.isOneLine = false
    }
    if prefix.contains("f") || prefix.contains("t") {
      form.code = [0x7B]
      form.doublesBraces = true
    }
    // A string of three quotes that is a statement by itself is documentation.
    let isStatement = start == nil || start?.sign == Sign.colon || lexer.isFirstOfLine
    if form.quote.count == 3, prefix.isEmpty, isStatement, !lexer.isInBrackets {
      lexer.skipString(opening: 3, form)
      return true
    }
    lexer.string(opening: form.quote.count, form)
    return true
  }
}
