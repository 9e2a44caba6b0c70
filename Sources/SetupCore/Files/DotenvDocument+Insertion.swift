extension DotenvDocument {
  /// Gives the document with a whole line added where the most readers find it.
  func inserting(line: [UInt8]) throws(DotenvError) -> DotenvDocument {
    try inserting(line: line, at: indexForNewLine)
  }

  /// Gives the document with a whole line added before the logical line with this index.
  func inserting(line: [UInt8], at index: Int) throws(DotenvError) -> DotenvDocument {
    let end = LineEnd.style(of: bytes).ofNewLine
    let place = index < lines.count ? lines[index].range.lowerBound : bytes.count
    var addition: [UInt8] = []
    if index == lines.count, let last = lines.last {
      addition += completion(of: last, style: end)
      if endsInBackslash(last) { addition += end.bytes }
    } else if place > 0, bytes[place - 1] == .carriageReturn {
      addition += LineEnd.lineFeed.bytes
    }
    if startsWithMark, !bytes[..<place].contains(.equals) {
      // Whatever stands between the mark and the first "=" is part of the first name to node.
      addition += Array("# NAME=value".utf8) + end.bytes
    }
    addition += line + end.bytes
    return try applying([Edit(range: place..<place, replacement: addition)])
  }

  /// The index of the line before which a new one goes: the end, after any commented-out assignment
  /// (node 20.12 to 22.0 takes those), but before what would swallow it.
  ///
  /// That is a quote never closed (shells run what stands before it), what node 20 takes as part of
  /// the next name, and a last line that ends in a backslash (shells join the next one). Never first
  /// after a byte order mark: 19 of 33 readers lose that line or refuse.
  var indexForNewLine: Int {
    var index = lines.firstIndex { $0.leavesQuoteOpen } ?? lines.count
    // What node 20 takes as part of a name ends with the next "=", one in a comment included.
    let tail = lines[..<index].lastIndex { bytes[$0.range].contains(.equals) }.map { $0 + 1 } ?? 0
    // The spaces that a file begins with it takes off.
    let isPadded = lines.first.map { bytes[$0.body].allSatisfy { $0 == .space } } ?? false
    let start = min(index, isPadded ? max(tail, 1) : tail)
    index = lines[start..<index].firstIndex(where: joinsNextName) ?? index
    index = indexBeforeContinuation(of: index)
    return index == 0 && startsWithMark ? lines.count : index
  }

  /// Walks up over lines that end in a backslash.
  func indexBeforeContinuation(of start: Int) -> Int {
    var index = start
    while index > 0, endsInBackslash(lines[index - 1]) {
      index -= 1
    }
    return index
  }

  var startsWithMark: Bool { bytes.starts(with: byteOrderMark) }

  /// Whether node 20 takes the line as part of the next name: it skips only lines that are empty or
  /// begin with `#`, and looks for the next `=` from all others.
  private func joinsNextName(_ line: DotenvLine) -> Bool {
    switch line.kind {
    case .blank: !line.body.isEmpty
    case .comment: bytes[line.body.lowerBound] != .hash
    case .pair(let pair): pair.separator == .colon
    case .other: true
    }
  }

  private func endsInBackslash(_ line: DotenvLine) -> Bool {
    bytes[line.body].last == .backslash
  }

  /// What a last line lacks of a line end.
  ///
  /// A lone CR is none for a third of the readers: it becomes a CRLF, which is one to all.
  private func completion(of last: DotenvLine, style: LineEnd) -> [UInt8] {
    guard last.hasLineEnd else { return style.bytes }
    return bytes.last == .carriageReturn ? LineEnd.lineFeed.bytes : []
  }
}
