/// Cuts source text into tokens, in one pass, with a stack of its own instead of recursion.
struct Lexer {
  /// What a closing bracket ends.
  private struct Group {
    var token: Int
    /// The closing byte.
    var close: UInt8
    /// Of code within a string: how the string goes on after it.
    var string: StringForm?
  }

  /// How a string ends and what begins code in it.
  struct StringForm {
    /// The bytes that end it.
    var quote: [UInt8]
    /// The bytes that begin code: `${`, `#{`, `{`; empty for none.
    var code: [UInt8] = []
    /// Whether a backslash takes the next byte along.
    var escapes = true
    /// Whether the end of the line ends it, for want of a quote.
    var isOneLine = true
    /// Whether `$name` is code.
    var dollarNames = false
    /// Whether `{{` stands for a brace.
    var doublesBraces = false
    /// Whether a doubled quote stands for one.
    var doublesQuotes = false
  }

  /// Deeper than this, brackets are skipped: no source that people write is.
  static let depthLimit = 400

  let bytes: [UInt8]
  let family: any LanguageFamily.Type
  let syntax: Syntax
  var position = 0
  private(set) var tokens: [Token] = []
  private var groups: [Group] = []
  private var line: Int32 = 1
  private var lineStart = 0
  private var indent: Int32 = 0
  private var startsLine = true
  /// The ends of heredocs whose text begins with the next line.
  var pendingHeredocs: [[UInt8]] = []
  private var table: [UInt8]

  /// What a byte may begin, as bits.
  private enum Bit {
    static let name: UInt8 = 1
    static let digit: UInt8 = 2
    static let literal: UInt8 = 4
    static let comment: UInt8 = 8
  }

  init(_ bytes: [UInt8], family: any LanguageFamily.Type, line: Int = 1) {
    self.bytes = bytes
    self.family = family
    self.line = Int32(line)
    syntax = family.syntax
    table = [UInt8](repeating: 0, count: 256)
    for byte in 0..<256 {
      let byte8 = UInt8(byte)
      let isLetter = (byte8 | 0x20) >= 0x61 && (byte8 | 0x20) <= 0x7A
      if isLetter || byte8 == 0x5F || byte8 >= 0x80 || syntax.nameBytes.contains(byte8) {
        table[byte] |= Bit.name
      }
      if byte8 >= 0x30 && byte8 <= 0x39 { table[byte] |= Bit.digit }
      if family.literalBytes.contains(byte8) { table[byte] |= Bit.literal }
    }
    for opening in syntax.lineComments + syntax.blockComments.map(\.open) {
      table[Int(opening[0])] |= Bit.comment
    }
    tokens.reserveCapacity(bytes.count / 5 + 16)
  }

  /// Cuts everything.
  static func tokens(
    of bytes: [UInt8],
    family: any LanguageFamily.Type,
    line: Int = 1
  ) -> [Token] {
    var lexer = Lexer(bytes, family: family, line: line)
    lexer.run()
    return lexer.tokens
  }

  private mutating func run() {
    family.begin(&self)
    while position < bytes.count { step() }
    for group in groups { tokens[group.token].match = Int32(tokens.count) }
  }

  private mutating func step() {
    let byte = bytes[position]
    if byte == 0x0A { return newline() }
    if byte == 0x20 || byte == 0x09 || byte == 0x0D {
      position += 1
      return
    }
    if startsLine { indent = Int32(position - lineStart) }
    let bits = table[Int(byte)]
    if bits & Bit.comment != 0, skipComment() { return }
    if bits & Bit.literal != 0, family.literal(&self) { return }
    if bits & Bit.name != 0 { return name() }
    if bits & Bit.digit != 0 { return number() }
    if syntax.namePrefixes.contains(byte), position + 1 < bytes.count,
      table[Int(bytes[position + 1])] & Bit.name != 0
    {
      position += 1
      return
    }
    bracketOrSign(byte)
  }

  // MARK: - Pieces that families use

  /// The byte at a distance from the cursor; 0 beyond the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index >= 0 && index < bytes.count ? bytes[index] : 0
  }

  /// Whether these bytes stand at the cursor.
  func isAt(_ text: [UInt8], offset: Int = 0) -> Bool {
    let from = position + offset
    guard from >= 0, from + text.count <= bytes.count else { return false }
    for index in 0..<text.count where bytes[from + index] != text[index] { return false }
    return true
  }

  /// The last token, nil at the start.
  var last: Token? { tokens.last }

  /// The text of a token.
  func text(_ token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// Whether the cursor is where an operand is expected, so that `/` begins a regular expression.
  var expectsOperand: Bool {
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .text, .number, .close: return false
    case .open: return true
    case .sign: return true
    case .name:
      return ["return", "typeof", "case", "in", "of", "and", "or", "not", "if", "when", "unless"]
        .contains(text(last))
    }
  }

  /// Takes back a name that stands right before the cursor, where it is one of these prefixes.
  mutating func takePrefix(_ prefixes: Set<String>) -> String? {
    guard let last = tokens.last, last.kind == .name, Int(last.end) == position,
      last.end - last.start <= 4
    else { return nil }
    let prefix = text(last)
    guard prefixes.contains(prefix) else { return nil }
    tokens.removeLast()
    if last.startsLine { startsLine = true }
    return prefix
  }

  /// Adds a token and ends the line's beginning.
  mutating func add(_ kind: Token.Kind, from start: Int, to end: Int, sign: UInt32 = 0) {
    tokens.append(
      Token(
        kind: kind,
        startsLine: startsLine,
        sign: sign,
        start: Int32(start),
        end: Int32(end),
        line: line,
        indent: indent,
        match: -1,
        parent: Int32(groups.last?.token ?? -1)
      )
    )
    startsLine = false
  }

  /// Goes over bytes and counts their lines.
  mutating func skip(to end: Int) {
    let end = min(end, bytes.count)
    while position < end {
      if bytes[position] == 0x0A {
        line += 1
        lineStart = position + 1
        startsLine = true
      }
      position += 1
    }
  }

  /// Reads a string whose opening quote has `opening` bytes.
  mutating func string(opening: Int, _ form: StringForm) {
    if startsLine { indent = Int32(position - lineStart) }
    let start = position
    skip(to: position + opening)
    let hasCode = !form.code.isEmpty || form.dollarNames
    guard hasCode, groups.count < Self.depthLimit else {
      var plain = form
      plain.code = []
      plain.dollarNames = false
      _ = piece(plain)
      return
    }
    add(.open, from: start, to: position, sign: Sign.template)
    groups.append(Group(token: tokens.count - 1, close: 0, string: nil))
    goOn(form)
  }

  /// Reads on in a string with code, until code begins or the string ends.
  private mutating func goOn(_ form: StringForm) {
    while true {
      switch piece(form) {
      case .ended:
        closeGroup()
        return
      case .name:
        let start = position
        position += 1
        while position < bytes.count,
          table[Int(bytes[position])] & (Bit.name | Bit.digit) != 0
            || (peek() == 0x2D && peek(1) == 0x3E && isLetter(peek(2)))
            || (peek() == 0x3E && peek(-1) == 0x2D)
        {
          position += 1
        }
        dollarName(from: start + 1)
      case .code:
        let start = position
        position += form.code.count
        add(.open, from: start, to: position, sign: Sign.code)
        let close: UInt8 = form.code.last == 0x28 ? 0x29 : 0x7D
        groups.append(Group(token: tokens.count - 1, close: close, string: form))
        return
      }
    }
  }

  /// Adds the names of `$this->name` or `$name`.
  private mutating func dollarName(from start: Int) {
    var from = start
    var index = start
    let end = position
    while index <= end {
      if index == end || bytes[index] == 0x2D {
        add(.name, from: from, to: index)
        if index < end {
          add(.sign, from: index, to: index + 2, sign: Sign.thinArrow)
          index += 1
        }
        from = index + 1
      }
      index += 1
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F
  }

  private enum Stop { case ended, code, name }

  /// Reads the text of a string up to its end or to code.
  private mutating func piece(_ form: StringForm) -> Stop {
    let start = position
    let firstLine = line
    let quote = form.quote
    let code = form.code
    func close(_ lexer: inout Lexer) {
      let end = lexer.position
      let lastLine = lexer.line
      lexer.line = firstLine
      lexer.add(.text, from: start, to: end)
      lexer.line = lastLine
    }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x5C, form.escapes {
        if code.first == 0x5C, isAt(code) {
          close(&self)
          return .code
        }
        skip(to: position + 2)
        continue
      }
      if byte == quote[0], isAt(quote) {
        if form.doublesQuotes, isAt(quote, offset: quote.count) {
          position += 2 * quote.count
          continue
        }
        close(&self)
        skip(to: position + quote.count)
        return .ended
      }
      if byte == 0x0A {
        if form.isOneLine { break }
        skip(to: position + 1)
        continue
      }
      if !code.isEmpty, byte == code[0], isAt(code) {
        if form.doublesBraces, peek(1) == 0x7B {
          position += 2
          continue
        }
        close(&self)
        return .code
      }
      if form.dollarNames, byte == 0x24, isLetter(peek(1)) {
        close(&self)
        return .name
      }
      position += 1
    }
    close(&self)
    return .ended
  }

  /// Opens a group that a byte closes.
  mutating func open(sign: UInt32, close: UInt8) {
    add(.open, from: position, to: position, sign: sign)
    groups.append(Group(token: tokens.count - 1, close: close, string: nil))
  }

  /// Whether the next token is the first of its line.
  var isFirstOfLine: Bool { startsLine }

  /// Whether a bracket is open.
  var isInBrackets: Bool { !groups.isEmpty }

  /// Closes the innermost group.
  mutating func closeGroup() {
    guard let group = groups.popLast() else { return }
    let open = group.token
    tokens[open].match = Int32(tokens.count)
    add(.close, from: position, to: position, sign: tokens[open].sign)
    tokens[tokens.count - 1].match = Int32(open)
  }

  // MARK: - The rest

  private mutating func newline() {
    position += 1
    line += 1
    lineStart = position
    startsLine = true
    if !pendingHeredocs.isEmpty { skipHeredocs() }
  }

  private mutating func skipComment() -> Bool {
    for opening in syntax.lineComments where isAt(opening) {
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      return true
    }
    for form in syntax.blockComments where isAt(form.open) {
      var depth = 1
      skip(to: position + form.open.count)
      while position < bytes.count, depth > 0 {
        if isAt(form.close) {
          depth -= 1
          skip(to: position + form.close.count)
        } else if form.nests, isAt(form.open) {
          depth += 1
          skip(to: position + form.open.count)
        } else {
          skip(to: position + 1)
        }
      }
      return true
    }
    return false
  }

  private mutating func name() {
    let start = position
    let mask = Bit.name | Bit.digit
    while position < bytes.count, table[Int(bytes[position])] & mask != 0 { position += 1 }
    // `post!` and `empty?` are names in some languages; `a != b` and `a ? b : c` are not.
    if syntax.hasCommandCalls, position < bytes.count,
      bytes[position] == 0x21 || bytes[position] == 0x3F, peek(1) != 0x3D,
      peek(1) == 0x28 || peek(1) == 0x2E || bytes[position] == 0x21
    {
      position += 1
    }
    add(.name, from: start, to: position)
  }

  private mutating func number() {
    let start = position
    let mask = Bit.name | Bit.digit
    while position < bytes.count,
      table[Int(bytes[position])] & mask != 0
        || (bytes[position] == 0x2E && table[Int(peek(1))] & Bit.digit != 0)
    {
      position += 1
    }
    add(.number, from: start, to: position)
  }

  private mutating func bracketOrSign(_ byte: UInt8) {
    switch byte {
    case 0x28, 0x5B, 0x7B:
      add(.open, from: position, to: position + 1, sign: UInt32(byte))
      position += 1
      if groups.count < Self.depthLimit {
        let close: UInt8 = byte == 0x28 ? 0x29 : byte == 0x5B ? 0x5D : 0x7D
        groups.append(Group(token: tokens.count - 1, close: close, string: nil))
      } else {
        tokens[tokens.count - 1].kind = .sign
      }
    case 0x29, 0x5D, 0x7D:
      close(byte)
    default:
      sign(byte)
    }
  }

  /// Closes the group that this bracket ends, and groups in it that nobody closed.
  private mutating func close(_ byte: UInt8) {
    var depth = groups.count - 1
    let lowest = max(0, groups.count - 8)
    while depth >= lowest, groups[depth].close != byte { depth -= 1 }
    guard depth >= lowest, depth >= 0 else {
      position += 1
      return
    }
    while groups.count - 1 > depth { closeGroup() }
    let form = groups[depth].string
    closeGroup()
    position += 1
    if let form { goOn(form) }
  }

  private static let long: Set<UInt32> = [
    Sign.of("==="), Sign.of("!=="), Sign.of("=="), Sign.of("!="), Sign.of("<="), Sign.of(">="),
    Sign.arrow, Sign.thinArrow, Sign.doubleColon, Sign.pipe, Sign.join, Sign.orElse, Sign.or,
    Sign.of("&&"), Sign.walrus, Sign.of("+="), Sign.of("-="), Sign.of("||="), Sign.of("??="),
    Sign.of(".="), Sign.spread, Sign.of(".."), Sign.safeDot, Sign.safeAnd, Sign.safeArrow,
    Sign.of("<-"), Sign.of("**"), Sign.of("<<"), Sign.elvis,
  ]

  private mutating func sign(_ byte: UInt8) {
    var value = UInt32(byte)
    var length = 1
    var candidate = value
    for distance in 1...2 where position + distance < bytes.count {
      candidate = candidate << 8 | UInt32(bytes[position + distance])
      if Self.long.contains(candidate) {
        value = candidate
        length = distance + 1
      }
    }
    add(.sign, from: position, to: position + length, sign: value)
    position += length
  }
}
