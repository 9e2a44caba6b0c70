package import Ground

extension DotenvDocument {
  /// Gives the document with a variable set: every live assignment gets the value, because readers
  /// take the first or the last; where there is none, a line is added.
  ///
  /// `NAME: value` gets it too, for the 6 of 33 readers that take it, but does not count as live.
  ///
  /// - Throws: `invalidName`, `unwritableValue`, `openQuote` or `severalAssignments` where no edit
  ///   is safe, `unsafeEdit` where the result does not read as intended.
  package func setting(
    _ name: String,
    to value: Secret
  ) throws(DotenvError) -> DotenvDocument {
    guard Self.isWritableName(name) else { throw .invalidName }
    var edits: [Edit] = []
    for pair in pairs(of: name) {
      edits.append(try edit(of: pair, to: value))
    }
    var edited = try applying(edits)
    if livePairs(of: name).isEmpty {
      let spelling = try spelling(of: value, keeping: .bare, at: nil)
      edited = try edited.inserting(line: Array(name.utf8) + [.equals] + spelling)
    }
    try check(edited, reads: name, as: value)
    return edited
  }

  /// Gives the document with an assignment without a value for a variable that it lacks, and
  /// unchanged where the variable is there.
  package func ensuringEmptyAssignment(of name: String) throws(DotenvError) -> DotenvDocument {
    livePairs(of: name).isEmpty ? try setting(name, to: Secret("")) : self
  }

  /// Bytes to put in the place of others.
  struct Edit {
    var range: Range<Int>
    var replacement: [UInt8]
  }

  /// Gives the document with the edits made, which are in the order of the file.
  func applying(_ edits: [Edit]) throws(DotenvError) -> DotenvDocument {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for edit in edits {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.replacement
      position = edit.range.upperBound
    }
    result += bytes[position...]
    return try DotenvDocument(parsing: FileContent(result))
  }

  static func isWritableName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !first.isDigit else { return false }
    return name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
  }
}

extension DotenvDocument {
  private func edit(of pair: DotenvPair, to value: Secret) throws(DotenvError) -> Edit {
    guard !setsSeveralVariables(pair) else {
      throw .severalAssignments(line: Self.lineNumber(of: pair.name.lowerBound, in: bytes))
    }
    var spelling = try spelling(of: value, keeping: pair.quoting, at: pair)
    let range = pair.value.isEmpty ? placeForValue(of: pair) : pair.value
    let isBare = spelling.last.map { !$0.isQuote } ?? false
    if isBare, range.upperBound < bytes.count, bytes[range.upperBound] == .hash {
      // Without a blank the comment would become part of the value for 18 of 33 readers.
      spelling.append(.space)
    }
    return Edit(range: range, replacement: spelling)
  }

  /// Finds where a value goes in `K=`: directly after the separator, where shells look for it, or
  /// after one blank where `K = ` has them on both sides and where `K: ` needs one.
  private func placeForValue(of pair: DotenvPair) -> Range<Int> {
    let start = pair.separatorEnd
    let end = bytes[start...].firstIndex { !$0.isBlank } ?? bytes.count
    let hasComment = end < bytes.count && bytes[end] == .hash
    let hasBlankBefore = bytes[pair.name.upperBound].isBlank
    let isSpaced = hasBlankBefore && end - start >= (hasComment ? 2 : 1)
    let place = isSpaced || pair.separator == .colon ? start + 1 : start
    return place..<place
  }

  /// Whether a shell would set more variables in the line (`export K=old OTHER=x`), which taking all
  /// of it for the value would lose.
  private func setsSeveralVariables(_ pair: DotenvPair) -> Bool {
    guard pair.quoting == .bare || pair.quoting == .broken else { return false }
    let words = bytes[pair.value].split { $0.isBlank || $0 == UInt8(ascii: ";") }
    return words.dropFirst().contains { word in
      guard let equals = word.firstIndex(of: .equals) else { return false }
      return Self.isWritableName(String(decoding: word[..<equals], as: UTF8.self))
    }
  }

  private func spelling(
    of value: Secret,
    keeping quoting: DotenvQuoting,
    at pair: DotenvPair?
  ) throws(DotenvError) -> [UInt8] {
    let spelling = try DotenvValue.spelling(of: value.reveal(), keeping: quoting)
    let addsQuotes = spelling.first?.isQuote == true && quoting != .single && quoting != .double
    guard addsQuotes else { return spelling }
    let open = lines.first { $0.leavesQuoteOpen && (pair == nil || $0.pair != pair) }
    guard let open else { return spelling }
    throw .openQuote(line: Self.lineNumber(of: open.range.lowerBound, in: bytes))
  }

  private func check(
    _ edited: DotenvDocument,
    reads name: String,
    as value: Secret
  ) throws(DotenvError) {
    let values = edited.livePairs(of: name).map(edited.value(of:))
    let isSet = !values.isEmpty && values.allSatisfy { $0.map(Secret.init) == value }
    guard isSet, edited.isSame(as: self, except: name) else { throw .unsafeEdit }
  }

  /// Whether every pair but those of one variable is spelled as in the other document.
  private func isSame(as other: DotenvDocument, except name: String) -> Bool {
    let wanted = Array(name.utf8)
    return pairs(exceptOf: wanted).elementsEqual(other.pairs(exceptOf: wanted)) { own, others in
      own.name.count == others.name.count && own.value.count == others.value.count
        && bytes[own.name].elementsEqual(other.bytes[others.name])
        && bytes[own.value].elementsEqual(other.bytes[others.value])
    }
  }

  private func pairs(exceptOf name: [UInt8]) -> some Sequence<DotenvPair> {
    lines.lazy.compactMap(\.pair).filter { !isNamed($0, name) }
  }
}
