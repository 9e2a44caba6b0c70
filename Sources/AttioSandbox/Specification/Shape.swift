/// What a JSON value has to look like.
package indirect enum Shape: Equatable, Sendable {
  case any
  case string
  case uuid
  case uri
  /// An address of https; the sandbox takes plain http to this machine, too.
  case https
  case time
  /// The bytes of a form's file.
  case bytes
  case number
  case integer
  case boolean
  case null
  case text(String)
  case bool(Bool)
  case list(Shape)
  case object([Member])
  case either([Shape])
  case named(String)

  /// One member of an object; the name `*` stands for all others.
  package struct Member: Equatable, Sendable {
    /// Its name.
    package var name: String
    /// Whether it may be left out.
    package var isOptional: Bool
    /// What it holds.
    package var shape: Shape

    /// Describes a member.
    package init(name: String, isOptional: Bool, shape: Shape) {
      (self.name, self.isOptional, self.shape) = (name, isOptional, shape)
    }
  }

  /// Reads the notation of `ShapeRows`; nil where something else stands there.
  package init?(_ text: some StringProtocol) {
    var reader = ShapeReader(Array(text.utf8))
    guard let shape = reader.shape(), reader.isAtEnd else { return nil }
    self = shape
  }
}

/// Reads the notation of `ShapeRows`.
private struct ShapeReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func shape() -> Shape? {
    guard let first = single() else { return nil }
    var all = [first]
    while take("|") {
      guard let next = single() else { return nil }
      all.append(next)
    }
    return all.count == 1 ? first : .either(all)
  }

  private mutating func single() -> Shape? {
    if take("[") {
      guard let element = shape(), take("]") else { return nil }
      return .list(element)
    }
    if take("{") { return object() }
    if take("\"") {
      let text = word { $0 != UInt8(ascii: "\"") }
      return take("\"") ? .text(text) : nil
    }
    if take("@") { return .named(word(Self.isLetter)) }
    switch word(Self.isLetter) {
    case "any": return .any
    case "string": return .string
    case "uuid": return .uuid
    case "uri": return .uri
    case "https": return .https
    case "time": return .time
    case "bytes": return .bytes
    case "number": return .number
    case "integer": return .integer
    case "boolean": return .boolean
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return nil
    }
  }

  private mutating func object() -> Shape? {
    var members: [Shape.Member] = []
    if take("}") { return .object([]) }
    repeat {
      let name = word { !":?".utf8.contains($0) }
      let isOptional = take("?")
      guard take(":"), let shape = shape() else { return nil }
      members.append(.init(name: name, isOptional: isOptional, shape: shape))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, isPart(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }
}
