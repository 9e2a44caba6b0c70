/// Finds what must not be shown of an env file: every value, wherever it stands, save for those that
/// are written there and are no secret.
struct EnvMask {
  private let bytes: [UInt8]
  private let secrets: [(value: [UInt8], masked: String?)]
  private let shown: [(name: [UInt8], value: [UInt8])]
  private var hidden: [Range<Int>] = []

  /// What stands in the place of a value.
  static let dots = "••••"

  /// Finds the values of an env file's bytes; a file that is no env file is hidden line by line.
  init(_ content: FileContent, settings: [EnvSetting]) {
    bytes = content.bytes
    let known = settings.compactMap { setting in
      setting.value.flatMap { $0.isEmpty ? nil : (setting, value: Array($0.reveal().utf8)) }
    }
    secrets = known.filter(\.0.isSecret).map { ($0.value, $0.0.value?.masked) }
    shown = known.filter { !$0.0.isSecret }.map { (Array($0.0.variable.utf8), $0.value) }
    guard let document = try? DotenvDocument(parsing: content) else {
      hidden = [bytes.startIndex..<bytes.endIndex]
      return
    }
    for line in document.lines {
      hide(line)
    }
  }

  /// Gives the part of one line of the file that may be shown.
  func text(of line: Range<Int>) -> String {
    var text = ""
    var position = line.lowerBound
    for range in ranges(in: line) {
      text += DisplayText.visible(bytes[position..<range.lowerBound])
      text += secrets.first { bytes[range].elementsEqual($0.value) }?.masked ?? Self.dots
      position = range.upperBound
    }
    return text + DisplayText.visible(bytes[position..<line.upperBound])
  }

  /// Finds the hidden ranges that touch a line, by halving: a file may have 200,000 of them.
  private func ranges(in line: Range<Int>) -> [Range<Int>] {
    var low = 0
    var high = hidden.count
    while low < high {
      let middle = (low + high) / 2
      if hidden[middle].upperBound <= line.lowerBound { low = middle + 1 } else { high = middle }
    }
    return hidden[low...].prefix { $0.lowerBound < line.upperBound }
      .map { $0.clamped(to: line) }
      .filter { !$0.isEmpty }
  }
}

extension EnvMask {
  private mutating func hide(_ line: DotenvLine) {
    switch line.kind {
    case .blank: break
    case .comment: hideComment(line.body)
    case .pair(let pair):
      if looksLikeBase64(bytes[pair.name]) { append(pair.name) }
      if !isShown(pair) { hideValue(pair) }
      hideComment(pair.value.upperBound..<max(pair.value.upperBound, line.bodyEnd))
    case .other:
      // It may be the rest of a value of several lines without quotes.
      append(trimmed(line.body))
    }
  }

  /// Whether the value is the very one that is written to the variable and is no secret; what stood
  /// there before may be anything.
  private func isShown(_ pair: DotenvPair) -> Bool {
    let name = bytes[pair.name]
    guard let value = DotenvValue.decode(bytes[pair.value], quoting: pair.quoting) else {
      return false
    }
    return shown.contains { $0.name.elementsEqual(name) && $0.value.elementsEqual(value.utf8) }
      && !holdsSecret(Array(value.utf8)[...])
  }

  private func holdsSecret(_ text: ArraySlice<UInt8>) -> Bool {
    secrets.contains { text.contains(bytes: $0.value) }
  }

  private mutating func hideValue(_ pair: DotenvPair) {
    guard !pair.value.isEmpty else { return }
    let isQuoted = pair.quoting != .bare && pair.quoting != .broken
    let range = isQuoted ? pair.value.dropFirst().dropLast() : pair.value[...]
    append(range.startIndex..<range.endIndex)
  }

  /// Hides what a comment may hold of a value: all after `=` or after `NAME_LIKE_THIS:`, and words
  /// that look like a key.
  private mutating func hideComment(_ range: Range<Int>) {
    if let equals = bytes[range].firstIndex(of: .equals) {
      hideWords(range.lowerBound..<equals)
      append(trimmed((equals + 1)..<range.upperBound))
    } else if let colon = bytes[range].firstIndex(of: .colon), isVariable(before: colon, in: range)
    {
      append(trimmed((colon + 1)..<range.upperBound))
    } else {
      hideWords(range)
    }
  }

  private mutating func hideWords(_ range: Range<Int>) {
    if holdsSecret(bytes[range]) {
      append(trimmed(range))
      return
    }
    for word in bytes[range].split(whereSeparator: { !isKeyByte($0) }) where looksLikeKey(word) {
      append(word.startIndex..<word.endIndex)
    }
  }

  private mutating func append(_ range: Range<Int>) {
    if !range.isEmpty { hidden.append(range) }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let rest = bytes[range].drop { $0.isBlank }
    let end = rest.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? rest.startIndex
    return rest.startIndex..<end
  }

  private func isVariable(before colon: Int, in range: Range<Int>) -> Bool {
    let name = bytes[range.lowerBound..<colon].split { !$0.isNameByte }.last ?? []
    return name.contains(UInt8(ascii: "_"))
      && !name.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || "_+=-".utf8.contains(byte)
  }

  /// Whether a name is rather a line of a certificate that ends in `=`.
  private func looksLikeBase64(_ name: ArraySlice<UInt8>) -> Bool {
    looksLikeKey(name) && name.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
      && name.contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
  }

  private func looksLikeKey(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= 16 && word.contains(where: \.isDigit) && word.contains(where: \.isLetter)
  }
}
