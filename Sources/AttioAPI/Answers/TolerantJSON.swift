import FoundationEssentials

/// Reads JSON whose texts may hold bytes that are not UTF-8.
enum TolerantJSON {
  /// Decodes a body; broken bytes become U+FFFD, a byte order mark is skipped.
  static func decode<Value: Decodable>(_ type: Value.Type, from body: [UInt8]) throws -> Value {
    var text = String(decoding: body, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}

extension KeyedDecodingContainer {
  /// A member of this type, or nil where it is absent, null or something else.
  func lenient<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
    (try? decodeIfPresent(type, forKey: key)) ?? nil
  }
}
