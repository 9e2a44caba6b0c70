/// JavaScript and TypeScript: template strings, regular expressions, apostrophes in JSX.
enum JavaScriptFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("//".utf8)],
    blockComments: [(Array("/*".utf8), Array("*/".utf8), false)],
    functionWords: ["function"],
    hasBareMethods: true,
    nameBytes: [0x24],
    namePrefixes: [0x23]
  )
  static let literalBytes = Array("'\"`/".utf8)

  static func literal(_ lexer: inout Lexer) -> Bool {
    switch lexer.peek() {
    case 0x60:
      lexer.string(
        opening: 1,
        Lexer.StringForm(quote: [0x60], code: Array("${".utf8), isOneLine: false)
      )
    case 0x2F:
      guard lexer.expectsOperand, lexer.last?.sign != Sign.less else { return false }
      return regularExpression(&lexer)
    default:
      let quote = lexer.peek()
      if quote == 0x27, let last = lexer.last, last.kind == .name,
        Int(last.end) == lexer.position,
        !["return", "from", "import", "case"].contains(lexer.text(last))
      {
        lexer.position += 1
        return true
      }
      lexer.string(opening: 1, Lexer.StringForm(quote: [quote]))
    }
    return true
  }

  /// Goes over a regular expression, which ends in its line.
  static func regularExpression(_ lexer: inout Lexer) -> Bool {
    var distance = 1
    var inClass = false
    while true {
      let byte = lexer.peek(distance)
      if byte == 0 || byte == 0x0A || distance > 2_000 { return false }
      if byte == 0x5C {
        distance += 2
        continue
      }
      if byte == 0x5B { inClass = true }
      if byte == 0x5D { inClass = false }
      if byte == 0x2F, !inClass { break }
      distance += 1
    }
    lexer.add(.number, from: lexer.position, to: lexer.position + distance + 1)
    lexer.position += distance + 1
    return true
  }
}
