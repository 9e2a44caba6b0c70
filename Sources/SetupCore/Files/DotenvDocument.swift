package import Ground

/// An env file as a document that keeps every byte: what is not edited is printed as it was read.
package struct DotenvDocument: Equatable, Sendable {
  /// The largest file that is read, in bytes.
  package static let sizeLimit = 16 * 1024 * 1024

  let bytes: [UInt8]
  let lines: [DotenvLine]

  /// Reads a file's bytes.
  ///
  /// - Throws: `utf16`, `nulByte` or `tooLarge` for what is no env file.
  package init(parsing content: FileContent) throws(DotenvError) {
    try Self.confirmReadable(content)
    bytes = content.bytes
    var scanner = DotenvScanner(bytes)
    lines = scanner.lines()
  }

  /// Throws for what is no env file, as reading it does, and does not read it.
  package static func confirmReadable(_ content: FileContent) throws(DotenvError) {
    let bytes = content.bytes
    guard bytes.count <= sizeLimit else { throw .tooLarge(bytes: bytes.count) }
    guard !bytes.looksLikeUTF16 else { throw .utf16 }
    // The least byte first: that is found many at a time, and a search for a byte is not.
    if bytes.reduce(UInt8.max, min) == 0, let place = bytes.firstIndex(of: 0) {
      throw .nulByte(line: lineNumber(of: place, in: bytes))
    }
  }

  /// The file's bytes, the same ones that were read where nothing was set.
  package var content: FileContent { FileContent(bytes) }

  /// Gives every live assignment of a variable, in the order of the file.
  package func assignments(of name: String) -> [DotenvAssignment] {
    var line = 1
    var position = 0
    return livePairs(of: name).map { pair in
      line += Self.lineEnds(in: bytes, position..<pair.name.lowerBound)
      position = pair.name.lowerBound
      return DotenvAssignment(
        line: line,
        value: value(of: pair).map(Secret.init),
        quoting: pair.quoting,
        isExported: pair.isExported
      )
    }
  }

  /// Gives the value that a program gets: the last live one, as 30 of 33 readers take it.
  ///
  /// Nil where the variable is not set or its value is not UTF-8.
  package func value(of name: String) -> Secret? {
    livePairs(of: name).last.flatMap(value(of:)).map(Secret.init)
  }

  /// The names of all live assignments, each once, in the order of the file.
  package var names: [String] {
    var seen: Set<String> = []
    return lines.compactMap { line in
      guard let pair = line.pair, pair.separator == .equals else { return nil }
      let name = String(decoding: bytes[pair.name], as: UTF8.self)
      return seen.insert(name).inserted ? name : nil
    }
  }
}

extension DotenvDocument {
  /// The line of the file (from 1) that is none of an env file; nil where all are.
  package var firstForeignLine: Int? {
    lines.first { $0.kind == .other }.map {
      Self.lineNumber(of: $0.range.lowerBound, in: bytes)
    }
  }

  /// Whether the text, read as the shell lines of direnv, loads env files (direnv-stdlib(1)).
  package var loadsEnvFiles: Bool {
    lines.contains { line in
      guard case .other = line.kind else { return false }
      let word = bytes[line.body].drop { $0.isBlank }.prefix { !$0.isBlank }
      return word.elementsEqual("dotenv".utf8) || word.elementsEqual("dotenv_if_exists".utf8)
    }
  }

  func livePairs(of name: String) -> [DotenvPair] {
    pairs(of: name).filter { $0.separator == .equals }
  }

  /// The assignments of a variable, those with a colon too.
  func pairs(of name: String) -> [DotenvPair] {
    let wanted = Array(name.utf8)
    return lines.lazy.compactMap(\.pair).filter { isNamed($0, wanted) }
  }

  func isNamed(_ pair: DotenvPair, _ name: [UInt8]) -> Bool {
    pair.name.count == name.count && bytes[pair.name].elementsEqual(name)
  }

  func value(of pair: DotenvPair) -> String? {
    DotenvValue.decode(bytes[pair.value], quoting: pair.quoting)
  }

  static func lineNumber(of place: Int, in bytes: [UInt8]) -> Int {
    1 + lineEnds(in: bytes, 0..<place)
  }

  private static func lineEnds(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    range.count { index in
      guard bytes[index] == .carriageReturn else { return bytes[index] == .lineFeed }
      return index + 1 == bytes.count || bytes[index + 1] != .lineFeed
    }
  }
}
