/// How a value is spelled in an env file so that programs agree on it, and how it is read.
///
/// The numbers are of 31 readers measured: bare 31, single quotes 29, double quotes 29.
enum DotenvValue {
  /// Spells a value, in the quotes it had where they can hold it.
  static func spelling(
    of value: String,
    keeping quoting: DotenvQuoting
  ) throws(DotenvError) -> [UInt8] {
    let bytes = Array(value.utf8)
    guard !bytes.contains(where: isForbidden) else { throw .unwritableValue }
    switch quoting {
    case .single where canBeSingleQuoted(bytes): return quoted(bytes, with: .singleQuote)
    case .double where canBeDoubleQuoted(bytes): return quoted(bytes, with: .doubleQuote)
    default: break
    }
    if bytes.allSatisfy(isBareByte) { return bytes }
    if canBeSingleQuoted(bytes) { return quoted(bytes, with: .singleQuote) }
    if canBeDoubleQuoted(bytes) { return quoted(bytes, with: .doubleQuote) }
    throw .unwritableValue
  }

  /// Reads a spelled value as most readers do; nil where it is not UTF-8.
  static func decode(_ spelling: ArraySlice<UInt8>, quoting: DotenvQuoting) -> String? {
    switch quoting {
    case .bare, .broken, .backtick: String(validating: spelling, as: UTF8.self)
    case .single: String(validating: spelling.dropFirst().dropLast(), as: UTF8.self)
    case .double: String(validating: unescaped(spelling.dropFirst().dropLast()), as: UTF8.self)
    }
  }

  /// Whether the value is written without quotes, which 31 of 31 readers take alike.
  static func isBareByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || "_./:=+,@%-".utf8.contains(byte)
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < .space && byte != .tab || byte == 0x7F
  }

  private static func canBeSingleQuoted(_ bytes: [UInt8]) -> Bool {
    !bytes.contains { "'\\".utf8.contains($0) }
  }

  private static func canBeDoubleQuoted(_ bytes: [UInt8]) -> Bool {
    !bytes.contains { "\"$\\`".utf8.contains($0) }
  }

  private static func quoted(_ bytes: [UInt8], with quote: UInt8) -> [UInt8] {
    [quote] + bytes + [quote]
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == .backslash, let next = rest.first, let meaning = escapes[next] else {
        result.append(byte)
        continue
      }
      result.append(meaning)
      rest.removeFirst()
    }
    return result
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): .lineFeed,
    UInt8(ascii: "r"): .carriageReturn,
    UInt8(ascii: "t"): .tab,
    UInt8(ascii: "$"): UInt8(ascii: "$"),
    .doubleQuote: .doubleQuote,
    .backslash: .backslash,
  ]
}
