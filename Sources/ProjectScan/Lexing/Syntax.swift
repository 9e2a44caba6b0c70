/// What differs between families of languages, as far as finding calls is concerned.
struct Syntax: Sendable {
  /// How a block ends.
  enum Blocks: Sendable {
    case braces
    /// By indentation, or by a final `end` that stands where the block began.
    case indentation
  }

  /// Where the name stands in a parameter.
  enum Parameters: Sendable {
    /// `name: Type`, `name Type`.
    case nameFirst
    /// `Type name`.
    case nameLast
    /// `label name: Type`.
    case labelled
  }

  var lineComments: [[UInt8]] = []
  var blockComments: [(open: [UInt8], close: [UInt8], nests: Bool)] = []
  /// The words that begin a function.
  var functionWords: Set<String> = []
  /// Whether `name(…) {` defines a method.
  var hasBareMethods = false
  var blocks = Blocks.braces
  var parameters = Parameters.nameFirst
  /// Whether a line's end may end a statement.
  var linesEndStatements = true
  /// Whether `.` joins strings.
  var dotJoins = false
  var arrowIsMember = false
  /// Whether calls need no brackets.
  var hasCommandCalls = false
  /// Whether a function gives back its last expression.
  var givesLast = false
  /// Whether `name=value` within round brackets names an argument.
  var namesArguments = false
  /// Characters that names may hold beside letters, digits and `_`.
  var nameBytes: [UInt8] = []
  /// Characters that may stand before a name and are left out of it.
  var namePrefixes: [UInt8] = []
  /// Whether names from other files need no import.
  var sharesNames = false
}

/// A family of languages: how its strings are written and what `Syntax` says of it.
protocol LanguageFamily {
  static var syntax: Syntax { get }
  /// The bytes with which something begins that `literal` reads.
  static var literalBytes: [UInt8] { get }
  /// Reads a string or the like at the cursor; false where there is none.
  static func literal(_ lexer: inout Lexer) -> Bool
  /// Moves to where the language begins in the file.
  static func begin(_ lexer: inout Lexer)
}

extension LanguageFamily {
  static func begin(_ lexer: inout Lexer) {}
}
