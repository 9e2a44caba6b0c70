/// The text of one file, cut into tokens.
struct SourceText: Sendable {
  let bytes: [UInt8]
  let tokens: [Token]
  let syntax: Syntax

  init(_ bytes: [UInt8], family: any LanguageFamily.Type) {
    self.bytes = bytes
    syntax = family.syntax
    tokens = Lexer.tokens(of: bytes, family: family)
  }

  var count: Int { tokens.count }

  func text(_ index: Int) -> String {
    let token = tokens[index]
    return String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  func isName(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .name
  }

  func isName(_ index: Int, _ text: StaticString) -> Bool {
    guard isName(index) else { return false }
    let token = tokens[index]
    let length = Int(token.end - token.start)
    guard length == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<length where bytes[Int(token.start) + offset] != wanted[offset] {
        return false
      }
      return true
    }
  }

  func isSign(_ index: Int, _ sign: UInt32) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .sign && tokens[index].sign == sign
  }

  func isOpen(_ index: Int, _ sign: UInt32) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .open && tokens[index].sign == sign
  }

  func isMember(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .sign
      && Sign.isMember(tokens[index].sign, in: syntax)
  }

  /// The token after a value's bracket, or the next one.
  func after(_ index: Int) -> Int {
    tokens[index].kind == .open ? min(Int(tokens[index].match) + 1, count) : index + 1
  }

  /// The token before, over a whole bracket.
  func before(_ index: Int) -> Int {
    let previous = index - 1
    guard previous >= 0, tokens[previous].kind == .close else { return previous }
    return max(-1, Int(tokens[previous].match))
  }

  private func continuesLine(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .sign else { return false }
    switch token.sign {
    case Sign.comma, Sign.semicolon, Sign.bang, Sign.at, Sign.ampersand: return false
    case Sign.star, Sign.less: return false
    default: return true
    }
  }

  private func wantsMore(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .sign else { return false }
    return token.sign != Sign.bang && token.sign != Sign.question
  }

  /// Where the expression that begins at a token ends, brackets counted as one.
  func expressionEnd(_ start: Int, limit: Int = 4_000) -> Int {
    var index = start
    var steps = 0
    while index < count, steps < limit {
      let token = tokens[index]
      if token.kind == .close { return index }
      if token.kind == .sign, token.sign == Sign.semicolon || token.sign == Sign.comma {
        return index
      }
      if token.kind == .sign, token.sign == Sign.colon, syntax.namesArguments,
        syntax.blocks == .indentation
      {
        return index
      }
      if token.startsLine, index > start, syntax.linesEndStatements {
        let previous = tokens[index - 1]
        let isOpenEnded = wantsMore(index - 1) && previous.kind == .sign
        if !isOpenEnded, !continuesLine(index) { return index }
      }
      if token.kind == .name, index > start, syntax.blocks == .indentation, isName(index, "do") {
        return index
      }
      index = after(index)
      steps += 1
    }
    return min(index, count)
  }

  /// The ranges between commas, of the tokens in a bracket or of a command's line.
  func parts(_ range: Range<Int>, limit: Int = 200) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound, parts.count < limit {
      if isSign(index, Sign.comma) {
        if index > start { parts.append(start..<index) } else { parts.append(start..<start) }
        start = index + 1
      }
      index = after(index)
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// The tokens between a bracket and its end.
  func inside(_ open: Int) -> Range<Int> {
    let end = min(Int(tokens[open].match), count)
    return open + 1 < end ? (open + 1)..<end : end..<end
  }
}
