/// Cuts the bytes of an env file into logical lines, as most of the readers measured do.
///
/// Where readers disagree whether a line is an assignment or data inside a quoted value, it is data:
/// taking data for an assignment would overwrite somebody's value.
struct DotenvScanner {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  }

  mutating func lines() -> [DotenvLine] {
    var lines: [DotenvLine] = []
    lines.reserveCapacity(bytes.count { $0 == .lineFeed } + 1)
    while position < bytes.count {
      lines.append(nextLine())
    }
    return lines
  }

  private mutating func nextLine() -> DotenvLine {
    let start = position
    let first = skippingBlanks(from: start)
    let end = endOfBody(from: first)
    let kind: DotenvLine.Kind
    var value = Value(range: end..<end, quoting: .bare, bodyEnd: end)
    if first == end {
      kind = .blank
    } else if bytes[first] == .hash {
      kind = .comment
    } else if let head = head(from: first, to: end) {
      value = self.value(after: head.separatorEnd, lineEnd: end)
      kind = .pair(head.pair(with: value))
    } else {
      // A name that no reader takes may still open a value of several lines in a shell.
      kind = .other
      if let equals = bytes[first..<end].firstIndex(of: .equals) {
        value = self.value(after: equals + 1, lineEnd: end)
      }
    }
    position = endOfLine(from: value.bodyEnd)
    return DotenvLine(
      kind: kind,
      range: start..<position,
      bodyEnd: value.bodyEnd,
      leavesQuoteOpen: value.leavesQuoteOpen
    )
  }
}

extension DotenvScanner {
  /// What stands before a value.
  private struct Head {
    var name: Range<Int>
    var isExported: Bool
    var separator: DotenvPair.Separator
    var separatorEnd: Int

    func pair(with value: Value) -> DotenvPair {
      DotenvPair(
        name: name,
        value: value.range,
        separatorEnd: separatorEnd,
        isExported: isExported,
        separator: separator,
        quoting: value.quoting
      )
    }
  }

  private func head(from start: Int, to end: Int) -> Head? {
    let exported = endOfExport(from: start, to: end)
    guard let exported, let head = plainHead(from: exported, to: end) else {
      return plainHead(from: start, to: end)
    }
    return Head(
      name: head.name,
      isExported: true,
      separator: head.separator,
      separatorEnd: head.separatorEnd
    )
  }

  private func plainHead(from start: Int, to end: Int) -> Head? {
    let nameEnd = index(from: start, to: end) { !$0.isNameByte }
    guard nameEnd > start, nameEnd < end else { return nil }
    let afterBlanks = skippingBlanks(from: nameEnd)
    let separator: DotenvPair.Separator
    let place: Int
    if afterBlanks < end, bytes[afterBlanks] == .equals {
      (separator, place) = (.equals, afterBlanks)
    } else if bytes[nameEnd] == .colon, nameEnd + 1 < end, bytes[nameEnd + 1].isBlank {
      (separator, place) = (.colon, nameEnd)
    } else {
      return nil
    }
    return Head(
      name: start..<nameEnd,
      isExported: false,
      separator: separator,
      separatorEnd: place + 1
    )
  }

  private static let export = Array("export".utf8)

  private func endOfExport(from start: Int, to end: Int) -> Int? {
    let afterWord = start + Self.export.count
    guard afterWord < end, bytes[afterWord].isBlank,
      bytes[start..<afterWord].elementsEqual(Self.export)
    else { return nil }
    return skippingBlanks(from: afterWord)
  }
}

extension DotenvScanner {
  /// Where a value stands and where the body of its logical line ends.
  private struct Value {
    var range: Range<Int>
    var quoting: DotenvQuoting
    var bodyEnd: Int
    var leavesQuoteOpen = false
  }

  private func value(after separatorEnd: Int, lineEnd: Int) -> Value {
    let start = skippingBlanks(from: separatorEnd)
    guard start < lineEnd, !isCommentStart(start, after: separatorEnd) else {
      return Value(range: separatorEnd..<separatorEnd, quoting: .bare, bodyEnd: lineEnd)
    }
    guard bytes[start].isQuote else {
      return unquoted(from: start, lineEnd: lineEnd, quoting: .bare)
    }
    let quote = bytes[start]
    guard let close = closingQuote(of: start, lineEnd: lineEnd) else {
      var value = unquoted(from: start, lineEnd: lineEnd, quoting: .broken)
      value.leavesQuoteOpen = !bytes[(start + 1)..<lineEnd].contains(quote)
      return value
    }
    return Value(
      range: start..<(close + 1),
      quoting: quoting(of: quote),
      bodyEnd: endOfBody(from: close + 1)
    )
  }

  private func quoting(of quote: UInt8) -> DotenvQuoting {
    switch quote {
    case .singleQuote: .single
    case .doubleQuote: .double
    default: .backtick
    }
  }

  /// Whether `#` at the value's first byte begins a comment: after a blank always, directly after
  /// the separator only where it looks like one (`K=# paste here`, but not `COLOR=#fff`).
  private func isCommentStart(_ index: Int, after separatorEnd: Int) -> Bool {
    guard bytes[index] == .hash else { return false }
    guard index == separatorEnd else { return true }
    return index + 1 == bytes.count || bytes[index + 1].isBlank || bytes[index + 1].isLineEnd
      || bytes[index + 1] == .hash
  }

  private func unquoted(from start: Int, lineEnd: Int, quoting: DotenvQuoting) -> Value {
    var end = lineEnd
    for index in (start + 1)..<max(start + 1, lineEnd)
    where bytes[index] == .hash && bytes[index - 1].isBlank {
      end = index
      break
    }
    while end > start, bytes[end - 1].isBlank {
      end -= 1
    }
    return Value(range: start..<end, quoting: quoting, bodyEnd: lineEnd)
  }

  /// Finds the quote that closes the value: the first one no backslash stands before, also on a
  /// later line, if only blanks and a comment follow it (as motdotla's regular expression does);
  /// else any on the same line, for values like `"C:\dir\"`.
  private func closingQuote(of start: Int, lineEnd: Int) -> Int? {
    let quote = bytes[start]
    var index = start + 1
    while index < bytes.count, bytes[index] != quote {
      index += bytes[index] == .backslash ? 2 : 1
    }
    if index < bytes.count, endsValue(at: index) { return index }
    return bytes.indices[(start + 1)..<lineEnd].first { bytes[$0] == quote && endsValue(at: $0) }
  }

  private func endsValue(at quote: Int) -> Bool {
    let next = skippingBlanks(from: quote + 1)
    return next == bytes.count || bytes[next].isLineEnd || bytes[next] == .hash
  }
}

extension DotenvScanner {
  private func skippingBlanks(from start: Int) -> Int {
    index(from: start, to: bytes.count) { !$0.isBlank }
  }

  private func endOfBody(from start: Int) -> Int {
    index(from: start, to: bytes.count) { $0.isLineEnd }
  }

  /// Finds the first byte of a kind, or the end.
  ///
  /// A slice would cost more than the search: it is counted as a reference to the bytes, and there are
  /// ten of them a line.
  private func index(from start: Int, to end: Int, where isWanted: (UInt8) -> Bool) -> Int {
    var index = start
    while index < end, !isWanted(bytes[index]) {
      index += 1
    }
    return index
  }

  private func endOfLine(from bodyEnd: Int) -> Int {
    guard bodyEnd < bytes.count else { return bodyEnd }
    let isPair =
      bytes[bodyEnd] == .carriageReturn && bodyEnd + 1 < bytes.count
      && bytes[bodyEnd + 1] == .lineFeed
    return bodyEnd + (isPair ? 2 : 1)
  }
}
