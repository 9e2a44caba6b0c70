/// PHP: code between its tags, variables in strings, heredocs; `.` joins strings.
enum PHPFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("//".utf8), Array("#".utf8)],
    blockComments: [(Array("/*".utf8), Array("*/".utf8), false)],
    functionWords: ["function", "fn"],
    parameters: .nameLast,
    linesEndStatements: false,
    dotJoins: true,
    arrowIsMember: true,
    namePrefixes: [0x24],
    sharesNames: true
  )
  static let literalBytes = Array("'\"?<#\\".utf8)

  static func begin(_ lexer: inout Lexer) { toCode(&lexer) }

  private static func toCode(_ lexer: inout Lexer) {
    while lexer.position < lexer.bytes.count {
      if lexer.isAt(Array("<?php".utf8)) {
        lexer.position += 5
        return
      }
      if lexer.isAt(Array("<?=".utf8)) {
        lexer.position += 3
        return
      }
      lexer.skip(to: lexer.position + 1)
    }
  }

  static func literal(_ lexer: inout Lexer) -> Bool {
    switch lexer.peek() {
    case 0x27:
      lexer.string(opening: 1, Lexer.StringForm(quote: [0x27], isOneLine: false))
    case 0x22:
      lexer.string(
        opening: 1,
        Lexer.StringForm(quote: [0x22], code: [0x7B], isOneLine: false, dollarNames: true)
      )
    case 0x3F:
      guard lexer.peek(1) == 0x3E else { return false }
      toCode(&lexer)
    case 0x5C:
      lexer.position += 1
    case 0x3C:
      return heredoc(&lexer)
    default:
      return false
    }
    return true
  }

  private static func heredoc(_ lexer: inout Lexer) -> Bool {
    guard lexer.isAt(Array("<<<".utf8)) else { return false }
    var distance = 3
    let quoted = lexer.peek(3) == 0x27 || lexer.peek(3) == 0x22
    if quoted { distance += 1 }
    let start = distance
    while (lexer.peek(distance) | 0x20) >= 0x61 && (lexer.peek(distance) | 0x20) <= 0x7A {
      distance += 1
    }
    guard distance > start else { return false }
    let name = Array(lexer.bytes[(lexer.position + start)..<(lexer.position + distance)])
    lexer.heredoc(after: distance + (quoted ? 1 : 0), end: name)
    return true
  }
}
