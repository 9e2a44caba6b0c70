/// Cuts the text of a format into text and places.
enum FormatText {
  enum Part {
    case text(String)
    /// A place for a value: its number, its name, or neither.
    case place(Int?, String?)
  }

  /// Reads `%s`, `%1$s`, `%(name)s`, `%{name}`, `{}`, `{0}`, `{name}` and `{:?}`.
  static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var plain: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    func flush() {
      if !plain.isEmpty { parts.append(.text(String(decoding: plain, as: UTF8.self))) }
      plain = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x25, let (part, length) = percent(bytes, index) {
        flush()
        parts.append(part)
        index += length
      } else if byte == 0x7B, let (part, length) = brace(bytes, index) {
        flush()
        parts.append(part)
        index += length
      } else {
        plain.append(byte)
        index += 1
      }
    }
    flush()
    return parts
  }

  private static func percent(_ bytes: [UInt8], _ start: Int) -> (Part, Int)? {
    guard start + 1 < bytes.count else { return nil }
    let next = bytes[start + 1]
    if next == 0x28 || next == 0x7B || next == 0x3C {
      let close: UInt8 = next == 0x28 ? 0x29 : next == 0x7B ? 0x7D : 0x3E
      guard let end = bytes[start...].firstIndex(of: close) else { return nil }
      let name = String(decoding: bytes[(start + 2)..<end], as: UTF8.self)
      let hasLetter = close == 0x7D ? 0 : 1
      return (.place(nil, name), end - start + 1 + hasLetter)
    }
    var index = start + 1
    var number: Int?
    var digits = 0
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, index < start + 4 {
      digits = digits * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x24 {
      number = max(0, digits - 1)
      index += 1
    }
    guard index < bytes.count,
      [0x73, 0x64, 0x76, 0x71, 0x40, 0x75, 0x69, 0x78, 0x53].contains(bytes[index])
    else { return nil }
    return (.place(number, nil), index - start + 1)
  }

  private static func brace(_ bytes: [UInt8], _ start: Int) -> (Part, Int)? {
    guard let end = bytes[start...].firstIndex(of: 0x7D), end - start < 60 else { return nil }
    var inside = bytes[(start + 1)..<end]
    if let colon = inside.firstIndex(of: 0x3A) { inside = inside[..<colon] }
    let text = String(decoding: inside, as: UTF8.self)
    if text.isEmpty { return (.place(nil, nil), end - start + 1) }
    if let number = Int(text) { return (.place(number, nil), end - start + 1) }
    guard
      text.utf8.allSatisfy({
        ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x5F || $0 >= 0x30 && $0 <= 0x39
      })
    else { return nil }
    return (.place(nil, text), end - start + 1)
  }
}
