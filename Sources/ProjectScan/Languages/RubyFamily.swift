/// Ruby: code in strings, symbols, heredocs, percent literals, regular expressions.
enum RubyFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("#".utf8)],
    blockComments: [(Array("=begin".utf8), Array("=end".utf8), false)],
    functionWords: ["def"],
    blocks: .indentation,
    hasCommandCalls: true,
    givesLast: true,
    namePrefixes: [0x40, 0x24],
    sharesNames: true
  )
  static let literalBytes = Array("'\"`/%<:@?".utf8)

  static func literal(_ lexer: inout Lexer) -> Bool {
    switch lexer.peek() {
    case 0x27:
      lexer.string(opening: 1, Lexer.StringForm(quote: [0x27], isOneLine: false))
    case 0x22, 0x60:
      lexer.string(
        opening: 1,
        Lexer.StringForm(quote: [lexer.peek()], code: Array("#{".utf8), isOneLine: false)
      )
    case 0x2F:
      guard lexer.expectsOperand else { return false }
      return JavaScriptFamily.regularExpression(&lexer)
    case 0x25: return percent(&lexer)
    case 0x3C: return heredoc(&lexer)
    case 0x40:
      if lexer.peek(1) == 0x40 { lexer.position += 1 }
      return false
    case 0x3A: return symbol(&lexer)
    default: return false
    }
    return true
  }

  /// `:name` is a string; `a ? b : c`, `key:` and `A::B` are not.
  static func symbol(_ lexer: inout Lexer) -> Bool {
    let next = lexer.peek(1)
    guard (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A || next == 0x5F,
      lexer.peek(-1) != 0x3A, !isNameByte(lexer.peek(-1))
    else { return false }
    var distance = 1
    while isNameByte(lexer.peek(distance)) { distance += 1 }
    lexer.add(.text, from: lexer.position + 1, to: lexer.position + distance)
    lexer.position += distance
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte >= 0x30 && byte <= 0x39
  }

  private static func percent(_ lexer: inout Lexer) -> Bool {
    guard lexer.expectsOperand else { return false }
    let kind = lexer.peek(1)
    let hasKind = [0x71, 0x51, 0x77, 0x57, 0x69].contains(kind)
    let opening = lexer.peek(hasKind ? 2 : 1)
    let pairs: [UInt8: UInt8] = [0x28: 0x29, 0x5B: 0x5D, 0x7B: 0x7D, 0x7C: 0x7C]
    guard let close = pairs[opening] else { return false }
    var form = Lexer.StringForm(quote: [close], isOneLine: false)
    if !hasKind || kind == 0x51 { form.code = Array("#{".utf8) }
    if kind == 0x77 || kind == 0x69 {
      words(&lexer, close: close)
      return true
    }
    lexer.string(opening: hasKind ? 3 : 2, form)
    return true
  }

  /// `%w[a b]` as the tokens of `["a", "b"]`.
  private static func words(_ lexer: inout Lexer, close: UInt8) {
    lexer.position += 3
    lexer.openGroup()
    while lexer.position < lexer.bytes.count, lexer.peek() != close {
      if lexer.peek() <= 0x20 {
        lexer.skip(to: lexer.position + 1)
        continue
      }
      let start = lexer.position
      while lexer.position < lexer.bytes.count, lexer.peek() > 0x20, lexer.peek() != close {
        lexer.position += 1
      }
      lexer.add(.text, from: start, to: lexer.position)
      lexer.add(.sign, from: lexer.position, to: lexer.position, sign: Sign.comma)
    }
    lexer.closeGroup()
    lexer.position += 1
  }

  /// A heredoc's text is data; its lines are gone over.
  static func heredoc(_ lexer: inout Lexer) -> Bool {
    guard lexer.isAt(Array("<<".utf8)) else { return false }
    var distance = 2
    guard lexer.peek(2) == 0x7E || lexer.peek(2) == 0x2D else { return false }
    distance += 1
    let quoted = lexer.peek(distance) == 0x27 || lexer.peek(distance) == 0x22
    if quoted { distance += 1 }
    let nameStart = distance
    while isNameByte(lexer.peek(distance)) { distance += 1 }
    guard distance > nameStart else { return false }
    let name = Array(lexer.bytes[(lexer.position + nameStart)..<(lexer.position + distance)])
    lexer.heredoc(after: distance + (quoted ? 1 : 0), end: name)
    return true
  }
}
