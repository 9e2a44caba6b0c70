/// One token of a source file; strings that hold code are bracketed groups of tokens.
struct Token {
  enum Kind: UInt8 {
    /// A name or a keyword.
    case name
    /// The text of a string without its quotes, or a piece of one between interpolations.
    case text
    case number
    case sign
    case open
    case close
  }

  var kind: Kind
  /// Whether it is the first of its line.
  var startsLine: Bool
  /// The characters of a sign or bracket; `Sign.template` and `Sign.code` for the groups of a string.
  var sign: UInt32
  var start: Int32
  var end: Int32
  var line: Int32
  /// How far its line is indented.
  var indent: Int32
  /// Of a bracket: the token it pairs with, or -1.
  var match: Int32
  /// The bracket that it stands in, or -1.
  var parent: Int32
}

/// Signs as numbers: the bytes of up to four characters.
enum Sign {
  /// A string that holds code.
  static let template: UInt32 = 1
  /// The code in a string.
  static let code: UInt32 = 2

  /// The number of a sign.
  @inline(__always)
  static func of(_ text: StaticString) -> UInt32 {
    text.withUTF8Buffer { bytes in bytes.reduce(0) { $0 << 8 | UInt32($1) } }
  }

  static let roundOpen = of("(")
  static let squareOpen = of("[")
  static let curlyOpen = of("{")
  static let comma = of(",")
  static let semicolon = of(";")
  static let colon = of(":")
  static let dot = of(".")
  static let assign = of("=")
  static let arrow = of("=>")
  static let thinArrow = of("->")
  static let doubleColon = of("::")
  static let plus = of("+")
  static let question = of("?")
  static let pipe = of("|>")
  static let join = of("<>")
  static let percent = of("%")
  static let less = of("<")
  static let greater = of(">")
  static let at = of("@")
  static let orElse = of("??")
  static let or = of("||")
  static let elvis = of("?:")
  static let walrus = of(":=")
  static let star = of("*")
  static let ampersand = of("&")
  static let spread = of("...")
  static let backslash = of("\\")
  static let dollar = of("$")
  static let bang = of("!")
  static let safeDot = of("?.")
  static let safeAnd = of("&.")
  static let safeArrow = of("?->")
  static let bangDot = of("!!.")

  /// Whether a sign leads from a value to one of its members.
  static func isMember(_ sign: UInt32, in syntax: Syntax) -> Bool {
    switch sign {
    case dot: !syntax.dotJoins
    case safeDot, doubleColon, safeAnd, safeArrow: true
    case thinArrow: syntax.arrowIsMember
    default: false
    }
  }
}
