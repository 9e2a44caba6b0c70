/// The bytes that mean something in env and ignore files.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
  static let equals = UInt8(ascii: "=")
  static let colon = UInt8(ascii: ":")
  static let backslash = UInt8(ascii: "\\")
  static let singleQuote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")
  static let backtick = UInt8(ascii: "`")

  var isBlank: Bool { self == .space || self == .tab }
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
  var isQuote: Bool { self == .singleQuote || self == .doubleQuote || self == .backtick }
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  var isLetter: Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= self || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self
  }

  /// Whether readers take the byte as part of a name (motdotla's `[\w.-]`).
  var isNameByte: Bool {
    isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "-")
  }
}

/// The ways a line of a text file ends.
enum LineEnd: CaseIterable, Sendable {
  case lineFeed
  case carriageReturnLineFeed
  case carriageReturn

  var bytes: [UInt8] {
    switch self {
    case .lineFeed: [.lineFeed]
    case .carriageReturnLineFeed: [.carriageReturn, .lineFeed]
    case .carriageReturn: [.carriageReturn]
    }
  }

  /// The line end that a new line gets in a text of this style: a lone CR is none to a third of the
  /// readers, and none to git.
  var ofNewLine: LineEnd { self == .carriageReturn ? .lineFeed : self }

  /// Finds the line end that most lines of a text have; line feed where none leads.
  static func style(of bytes: [UInt8]) -> LineEnd {
    var counts: [LineEnd: Int] = [:]
    for (index, byte) in bytes.enumerated() where byte.isLineEnd {
      let follows = index > 0 && bytes[index - 1] == .carriageReturn
      let leads = index + 1 < bytes.count && bytes[index + 1] == .lineFeed
      switch (byte, follows, leads) {
      case (.lineFeed, true, _): counts[.carriageReturnLineFeed, default: 0] += 1
      case (.lineFeed, false, _): counts[.lineFeed, default: 0] += 1
      case (_, _, false): counts[.carriageReturn, default: 0] += 1
      default: break
      }
    }
    // The order of the cases breaks ties.
    return allCases.reduce(.lineFeed) { best, style in
      counts[style, default: 0] > counts[best, default: 0] ? style : best
    }
  }
}

/// The mark that some editors put before UTF-8 text.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension [UInt8] {
  /// Recognises UTF-16 and UTF-32 by their marks, and UTF-16 without one by its zeros: in ASCII text
  /// every other byte is one.
  var looksLikeUTF16: Bool {
    let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0x00, 0x00, 0xFE, 0xFF]]
    if marks.contains(where: { self.starts(with: $0) }) { return true }
    let start = prefix(64)
    guard start.count >= 6, start.count.isMultiple(of: 2) else { return false }
    let zeros = start.indices.filter { start[$0] == 0 }
    // In a few bytes a zero or two say nothing.
    let spared = start.count < 12 ? 0 : 2
    return zeros.count * 2 >= start.count - spared
      && (zeros.allSatisfy { $0.isMultiple(of: 2) } || zeros.allSatisfy { !$0.isMultiple(of: 2) })
      && !zeros.isEmpty
  }
}

extension Collection where Element == UInt8 {
  /// Whether the bytes stand somewhere inside.
  func contains(bytes needle: some Collection<UInt8>) -> Bool {
    guard let first = needle.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: needle) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
