/// One logical line of an env file: one line of the file, or several where a quoted value spans them.
struct DotenvLine: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case blank
    case comment
    case pair(DotenvPair)
    /// Anything else: prose, shell commands, names that no reader takes.
    case other
  }

  var kind: Kind
  /// All of its bytes, its line end included.
  @DotenvPlaces var range: Range<Int>
  /// Where its line end begins; `range.upperBound` where a last line has none.
  @DotenvPlace var bodyEnd: Int
  /// Whether a quote opens in it and is never closed: 15 readers take it literally, 15 refuse.
  var leavesQuoteOpen: Bool

  var body: Range<Int> { range.lowerBound..<bodyEnd }
  var hasLineEnd: Bool { bodyEnd < range.upperBound }

  var pair: DotenvPair? {
    guard case .pair(let pair) = kind else { return nil }
    return pair
  }
}

/// The places of the parts of `export NAME = value # comment`.
struct DotenvPair: Equatable, Sendable {
  enum Separator: Equatable, Sendable {
    case equals
    /// `NAME: value`, which 6 of 33 readers take and the others skip or refuse.
    case colon
  }

  @DotenvPlaces var name: Range<Int>
  /// The value with its quotes; empty, at `separatorEnd`, where there is none.
  @DotenvPlaces var value: Range<Int>
  /// The first byte after the separator.
  @DotenvPlace var separatorEnd: Int
  var isExported: Bool
  var separator: Separator
  var quoting: DotenvQuoting
}

/// How a value is quoted in an env file.
package enum DotenvQuoting: Equatable, Sendable {
  /// No quotes.
  case bare
  /// `'value'`.
  case single
  /// `"value"`.
  case double
  /// Backticks, which 4 of 31 readers take for quotes and shells run as a command.
  case backtick
  /// A quote opens the value, but what follows makes it no quoted value: most take it literally.
  case broken
}
