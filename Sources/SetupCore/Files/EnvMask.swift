import Ground

/// Finds what must not be shown of an env file: every value, wherever it stands, save for those that
/// are written there and are no secret.
struct EnvMask {
  private let bytes: [UInt8]
  private let secrets: [(value: [UInt8], masked: String?)]
  private let shown: [(name: [UInt8], value: [UInt8])]
  /// Nil for a file that is no env file, of which everything is hidden.
  private let document: DotenvDocument?

  /// What stands in the place of a value.
  static let dots = "••••"

  /// Looks for values in an env file's bytes; a file that is no env file is hidden line by line.
  ///
  /// - Parameters:
  ///   - content: The file.
  ///   - settings: What is written, and whether it may be seen.
  ///   - documents: What was read already, this file maybe among it.
  init(_ content: FileContent, settings: [EnvSetting], documents: [DotenvDocument] = []) {
    bytes = content.bytes
    let values = settings.compactMap { setting in
      setting.value.flatMap { $0.isEmpty ? nil : (setting, value: Array($0.reveal().utf8)) }
    }
    secrets = values.filter(\.0.isSecret).map { ($0.value, $0.0.value?.masked) }
    shown = values.filter { !$0.0.isSecret }.map { (Array($0.0.variable.utf8), $0.value) }
    let known = documents.first { $0.content == content }
    document = known ?? (try? DotenvDocument(parsing: content))
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

  /// Finds the hidden ranges that touch a line of the file.
  ///
  /// Only its logical lines are looked at, found by halving: a difference shows a few of what may be
  /// 200,000.
  private func ranges(in line: Range<Int>) -> [Range<Int>] {
    guard let document else { return line.isEmpty ? [] : [line] }
    var low = 0
    var high = document.lines.count
    while low < high {
      let middle = (low + high) / 2
      let isBefore = document.lines[middle].range.upperBound <= line.lowerBound
      if isBefore { low = middle + 1 } else { high = middle }
    }
    var hidden: [Range<Int>] = []
    for own in document.lines[low...].prefix(while: { $0.range.lowerBound < line.upperBound }) {
      hide(own, in: &hidden)
    }
    return hidden.map { $0.clamped(to: line) }.filter { !$0.isEmpty }
  }
}

extension EnvMask {
  private func hide(_ line: DotenvLine, in hidden: inout [Range<Int>]) {
    switch line.kind {
    case .blank: break
    case .comment: hideComment(line.body, in: &hidden)
    case .pair(let pair):
      if looksLikeBase64(bytes[pair.name]) { append(pair.name, to: &hidden) }
      if !isShown(pair) { hideValue(pair, in: &hidden) }
      let end = pair.value.upperBound
      hideComment(end..<max(end, line.bodyEnd), in: &hidden)
    case .other:
      // It may be the rest of a value of several lines without quotes.
      append(trimmed(line.body), to: &hidden)
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

  private func hideValue(_ pair: DotenvPair, in hidden: inout [Range<Int>]) {
    guard !pair.value.isEmpty else { return }
    let isQuoted = pair.quoting != .bare && pair.quoting != .broken
    let range = isQuoted ? pair.value.dropFirst().dropLast() : pair.value[...]
    append(range.startIndex..<range.endIndex, to: &hidden)
  }

  /// Hides what a comment may hold of a value: all after `=` or after `NAME_LIKE_THIS:`, and words
  /// that look like a key.
  private func hideComment(_ range: Range<Int>, in hidden: inout [Range<Int>]) {
    if let equals = bytes[range].firstIndex(of: .equals) {
      hideWords(range.lowerBound..<equals, in: &hidden)
      append(trimmed((equals + 1)..<range.upperBound), to: &hidden)
    } else if let colon = bytes[range].firstIndex(of: .colon), isVariable(before: colon, in: range)
    {
      append(trimmed((colon + 1)..<range.upperBound), to: &hidden)
    } else {
      hideWords(range, in: &hidden)
    }
  }

  private func hideWords(_ range: Range<Int>, in hidden: inout [Range<Int>]) {
    if holdsSecret(bytes[range]) {
      append(trimmed(range), to: &hidden)
      return
    }
    for word in bytes[range].split(whereSeparator: { !isKeyByte($0) }) where looksLikeKey(word) {
      append(word.startIndex..<word.endIndex, to: &hidden)
    }
  }

  private func append(_ range: Range<Int>, to hidden: inout [Range<Int>]) {
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
