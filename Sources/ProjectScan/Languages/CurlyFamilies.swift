/// Go: raw strings in backticks.
enum GoFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("//".utf8)],
    blockComments: [(Array("/*".utf8), Array("*/".utf8), false)],
    functionWords: ["func"],
    sharesNames: true
  )
  static let literalBytes = Array("'\"`".utf8)

  static func literal(_ lexer: inout Lexer) -> Bool {
    let quote = lexer.peek()
    let isRaw = quote == 0x60
    lexer.string(
      opening: 1,
      Lexer.StringForm(quote: [quote], escapes: !isRaw, isOneLine: !isRaw)
    )
    return true
  }
}

/// Java: text blocks, annotations.
enum JavaFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("//".utf8)],
    blockComments: [(Array("/*".utf8), Array("*/".utf8), false)],
    hasBareMethods: true,
    parameters: .nameLast,
    linesEndStatements: false,
    sharesNames: true
  )
  static let literalBytes = Array("'\"".utf8)

  static func literal(_ lexer: inout Lexer) -> Bool {
    lexer.quoted(code: [])
    return true
  }
}

/// Kotlin, Groovy, Scala and Dart: `$name` and `${…}` in strings.
enum KotlinFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("//".utf8)],
    blockComments: [(Array("/*".utf8), Array("*/".utf8), true)],
    functionWords: ["fun", "def"],
    namesArguments: true,
    sharesNames: true
  )
  static let literalBytes = Array("'\"".utf8)

  static func literal(_ lexer: inout Lexer) -> Bool {
    _ = lexer.takePrefix(["s", "f", "r"])
    lexer.quoted(code: Array("${".utf8), dollarNames: true)
    return true
  }
}

/// C#: `$"…"`, `@"…"` and `"""…"""`.
enum CSharpFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("//".utf8), Array("#region".utf8), Array("#pragma".utf8)],
    blockComments: [(Array("/*".utf8), Array("*/".utf8), false)],
    hasBareMethods: true,
    parameters: .nameLast,
    linesEndStatements: false,
    sharesNames: true
  )
  static let literalBytes = Array("'\"$@".utf8)

  static func literal(_ lexer: inout Lexer) -> Bool {
    var distance = 0
    var isRaw = false
    var dollars = 0
    while lexer.peek(distance) == 0x24 || lexer.peek(distance) == 0x40 {
      if lexer.peek(distance) == 0x24 { dollars += 1 } else { isRaw = true }
      distance += 1
    }
    let quote = lexer.peek(distance)
    guard quote == 0x22 || quote == 0x27 && distance == 0 else { return false }
    var form = Lexer.StringForm(quote: [quote], escapes: !isRaw, isOneLine: !isRaw)
    form.doublesQuotes = isRaw
    if lexer.isAt([0x22, 0x22, 0x22], offset: distance) {
      form = Lexer.StringForm(quote: [0x22, 0x22, 0x22], escapes: false, isOneLine: false)
    }
    if dollars > 0 {
      form.code = [UInt8](repeating: 0x7B, count: dollars)
      form.doublesBraces = dollars == 1
    }
    lexer.string(opening: distance + form.quote.count, form)
    return true
  }
}

/// Rust: raw strings, lifetimes, formats with names in braces.
enum RustFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("//".utf8)],
    blockComments: [(Array("/*".utf8), Array("*/".utf8), true)],
    functionWords: ["fn"],
    linesEndStatements: false,
    givesLast: true,
    sharesNames: true
  )
  static let literalBytes = Array("'\"#".utf8)

  static func literal(_ lexer: inout Lexer) -> Bool {
    switch lexer.peek() {
    case 0x22:
      let isRaw = lexer.takePrefix(["r", "b", "br"])?.contains("r") ?? false
      lexer.string(opening: 1, Lexer.StringForm(quote: [0x22], escapes: !isRaw, isOneLine: false))
      return true
    case 0x23:
      guard let last = lexer.last, last.kind == .name, Int(last.end) == lexer.position,
        ["r", "br"].contains(lexer.text(last))
      else { return false }
      var marks = 0
      while lexer.peek(marks) == 0x23, marks < 20 { marks += 1 }
      guard lexer.peek(marks) == 0x22 else { return false }
      _ = lexer.takePrefix(["r", "br"])
      let quote = [0x22] + [UInt8](repeating: 0x23, count: marks)
      lexer.string(
        opening: marks + 1,
        Lexer.StringForm(quote: quote, escapes: false, isOneLine: false)
      )
      return true
    default:
      // A character has its quote nearby; a lifetime has none.
      let isEscape = lexer.peek(1) == 0x5C
      if !isEscape, lexer.peek(2) != 0x27 {
        lexer.position += 1
        return true
      }
      lexer.string(opening: 1, Lexer.StringForm(quote: [0x27]))
      return true
    }
  }
}

/// Swift: `\(…)` in strings.
enum SwiftFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("//".utf8)],
    blockComments: [(Array("/*".utf8), Array("*/".utf8), true)],
    functionWords: ["func"],
    parameters: .labelled,
    givesLast: true,
    sharesNames: true
  )
  static let literalBytes = Array("\"".utf8)

  static func literal(_ lexer: inout Lexer) -> Bool {
    lexer.quoted(code: Array("\\(".utf8))
    return true
  }
}

extension Lexer {
  /// Reads a string in simple or in three quotes.
  mutating func quoted(code: [UInt8], dollarNames: Bool = false) {
    let quote = peek()
    let isTriple = isAt([quote, quote, quote])
    let form = StringForm(
      quote: isTriple ? [quote, quote, quote] : [quote],
      code: code,
      isOneLine: !isTriple,
      dollarNames: dollarNames
    )
    string(opening: form.quote.count, form)
  }
}

/// Dart: `$name` and `${…}` in strings, types before names.
enum DartFamily: LanguageFamily {
  static let syntax = Syntax(
    lineComments: [Array("//".utf8)],
    blockComments: [(Array("/*".utf8), Array("*/".utf8), true)],
    hasBareMethods: true,
    parameters: .nameLast,
    linesEndStatements: false,
    sharesNames: true
  )
  static let literalBytes = Array("'\"".utf8)

  static func literal(_ lexer: inout Lexer) -> Bool {
    _ = lexer.takePrefix(["r"])
    lexer.quoted(code: Array("${".utf8), dollarNames: true)
    return true
  }
}
