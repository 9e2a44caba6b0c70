/// Cuts shell text into commands of words.
struct ShellReader {
  /// A part of a word.
  enum Piece: Equatable {
    case text(String)
    /// A variable, with what stands for it where it is not set.
    case variable(String, String?)
    /// All elements of an array.
    case all(String)
    case other
  }

  struct Word {
    var pieces: [Piece] = []
    var line = 0
    var isQuoted = false

    /// The text, where all of it is known.
    var text: String? {
      var text = ""
      for piece in pieces {
        guard case .text(let part) = piece else { return nil }
        text += part
      }
      return text
    }
  }

  /// A command, an assignment of an array, or the edge of a function.
  enum Statement {
    case command([Word])
    case array(String, [Word])
    case function(String)
    case endOfFunction
  }

  let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private(set) var statements: [Statement] = []
  private var words: [Word] = []
  private var word: Word?
  private var depth = 0
  private var functionDepths: [Int] = []
  private var braces = 0
  private let isPowerShell: Bool

  init(_ bytes: [UInt8], isPowerShell: Bool) {
    self.bytes = bytes
    self.isPowerShell = isPowerShell
  }

  static func statements(_ bytes: [UInt8], isPowerShell: Bool) -> [Statement] {
    var reader = ShellReader(bytes, isPowerShell: isPowerShell)
    reader.read(until: nil)
    reader.endCommand()
    return reader.statements
  }

  private func peek(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index < bytes.count ? bytes[index] : 0
  }

  private mutating func add(_ piece: Piece, quoted: Bool = false) {
    var current = word ?? Word(pieces: [], line: line)
    // Only one holds the pieces, so that adding does not copy them.
    word = nil
    if quoted { current.isQuoted = true }
    if case .text(let new) = piece, case .text(let old)? = current.pieces.last {
      current.pieces[current.pieces.count - 1] = .text(old + new)
    } else {
      current.pieces.append(piece)
    }
    word = current
  }

  private mutating func add(byte: UInt8) { add(.text(String(decoding: [byte], as: UTF8.self))) }

  private mutating func endWord() {
    if let word { words.append(word) }
    word = nil
  }

  private mutating func endCommand() {
    endWord()
    if !words.isEmpty { statements.append(.command(words)) }
    words = []
  }

  private mutating func read(until close: UInt8?) {
    while position < bytes.count {
      let byte = bytes[position]
      if let close, byte == close { return }
      switch byte {
      case 0x0A:
        endCommand()
        position += 1
        line += 1
        heredocs()
      case 0x20, 0x09, 0x0D:
        endWord()
        position += 1
      case 0x23 where word == nil:
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      case 0x5C: escape()
      case 0x60 where isPowerShell: escape()
      case 0x60:
        position += 1
        nested(close: 0x60)
      case 0x27: single()
      case 0x22: double()
      case 0x24: dollar()
      case 0x28: paren()
      case 0x29:
        endCommand()
        position += 1
      case 0x7B where word == nil:
        endCommand()
        braces += 1
        position += 1
      case 0x7D where word == nil:
        endCommand()
        braces -= 1
        if functionDepths.last == braces {
          functionDepths.removeLast()
          statements.append(.endOfFunction)
        }
        position += 1
      case 0x3B, 0x7C, 0x26:
        endCommand()
        position += 1
      case 0x3C where peek(1) == 0x3C && peek(2) != 0x3C:
        heredocMark()
      case 0x3E, 0x3C:
        endWord()
        position += 1
      default:
        plain()
      }
    }
  }

  private mutating func plain() {
    let start = position
    while position < bytes.count,
      ![
        0x0A, 0x20, 0x09, 0x0D, 0x5C, 0x60, 0x27, 0x22, 0x24, 0x28, 0x29, 0x3B, 0x7C, 0x26, 0x3C,
        0x3E,
      ].contains(bytes[position])
    {
      if bytes[position] == 0x7D, position == start { break }
      position += 1
    }
    if position == start { position += 1 }
    add(.text(String(decoding: bytes[start..<position], as: UTF8.self)))
  }

  private mutating func escape() {
    if peek(1) == 0x0A || peek(1) == 0x0D && peek(2) == 0x0A {
      position += peek(1) == 0x0A ? 2 : 3
      line += 1
      endWord()
    } else {
      if position + 1 < bytes.count { add(byte: peek(1)) }
      position += 2
    }
  }

  private mutating func single() {
    position += 1
    let start = position
    if word == nil { word = Word(pieces: [], line: line) }
    let first = line
    while position < bytes.count, bytes[position] != 0x27 {
      if bytes[position] == 0x0A { line += 1 }
      position += 1
    }
    _ = first
    add(
      .text(String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)),
      quoted: true
    )
    position += 1
  }

  private mutating func double() {
    position += 1
    if word == nil { word = Word(pieces: [], line: line) }
    word?.isQuoted = true
    while position < bytes.count, bytes[position] != 0x22 {
      let byte = bytes[position]
      if byte == 0x5C || (isPowerShell && byte == 0x60) {
        if peek(1) == 0x0A { line += 1 } else if position + 1 < bytes.count { add(byte: peek(1)) }
        position += 2
      } else if byte == 0x24 {
        dollar()
      } else if byte == 0x60 {
        position += 1
        add(.other)
        while position < bytes.count, bytes[position] != 0x60 { position += 1 }
        position += 1
      } else {
        let start = position
        while position < bytes.count, ![0x22, 0x5C, 0x24, 0x60].contains(bytes[position]) {
          if bytes[position] == 0x0A { line += 1 }
          position += 1
        }
        add(.text(String(decoding: bytes[start..<position], as: UTF8.self)))
      }
    }
    position += 1
  }

  private func isName(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte >= 0x30 && byte <= 0x39
  }

  private mutating func dollar() {
    position += 1
    switch peek() {
    case 0x28:
      position += 1
      add(.other)
      nested(close: 0x29)
    case 0x7B:
      position += 1
      braced()
    case let byte where isName(byte):
      let start = position
      if byte >= 0x30, byte <= 0x39 {
        position += 1
      } else {
        while isName(peek()) { position += 1 }
      }
      if isPowerShell, peek() == 0x3A, isName(peek(1)) {
        // $env:NAME
        let from = position + 1
        position += 1
        while isName(peek()) { position += 1 }
        add(.variable(String(decoding: bytes[from..<position], as: UTF8.self), nil))
        return
      }
      add(.variable(String(decoding: bytes[start..<position], as: UTF8.self), nil))
    case 0x40, 0x2A:
      position += 1
      add(.all("@"))
    default:
      if peek() == 0x27 || peek() == 0x22 { return }
      add(.text("$"))
    }
  }

  /// Reads the ways to name a variable in braces, those of workflows included.
  private mutating func braced() {
    let start = position
    var level = 1
    while position < bytes.count, level > 0 {
      if bytes[position] == 0x7B { level += 1 }
      if bytes[position] == 0x7D { level -= 1 }
      if bytes[position] == 0x0A { line += 1 }
      position += 1
    }
    let inside = String(decoding: bytes[start..<max(start, position - 1)], as: UTF8.self)
    if inside.hasPrefix("{") {
      let name = inside.split { " .{}".contains($0) }.last.map(String.init) ?? ""
      return add(.variable(name, nil))
    }
    let name = String(inside.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    let rest = inside.dropFirst(name.count)
    if rest.hasPrefix("[@]") || rest.hasPrefix("[*]") { return add(.all(name)) }
    for mark in [":-", "-", ":=", "="] where rest.hasPrefix(mark) {
      return add(.variable(name, String(rest.dropFirst(mark.count)).filter { $0 != "\"" }))
    }
    if isPowerShell, inside.hasPrefix("env:") {
      return add(.variable(String(inside.dropFirst(4)), nil))
    }
    add(.variable(name, nil))
  }

  /// Commands within a word: they are read as commands of their own.
  private mutating func nested(close: UInt8) {
    guard depth < 12 else { return }
    depth += 1
    let outerWords = words
    let outerWord = word
    words = []
    word = nil
    read(until: close)
    endCommand()
    position += 1
    words = outerWords
    word = outerWord ?? Word(pieces: [.other], line: line)
    depth -= 1
  }

  private mutating func paren() {
    // name() {
    if let current = word, peek(1) == 0x29, let name = current.text {
      word = nil
      words = []
      statements.append(.function(name))
      functionDepths.append(braces)
      position += 2
      return
    }
    // name=(…)
    if let current = word, let text = current.text, text.hasSuffix("=") {
      let name = String(text.dropLast().filter { $0 != "+" })
      word = nil
      words = []
      position += 1
      arrayWords(name)
      return
    }
    endCommand()
    position += 1
  }

  private mutating func arrayWords(_ name: String) {
    let before = statements.count
    guard depth < 12 else { return }
    depth += 1
    var elements: [Word] = []
    while position < bytes.count, bytes[position] != 0x29 {
      switch bytes[position] {
      case 0x20, 0x09, 0x0D, 0x0A:
        endWord()
        if bytes[position] == 0x0A { line += 1 }
        position += 1
      case 0x23 where word == nil:
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      case 0x27: single()
      case 0x22: double()
      case 0x24: dollar()
      case 0x5C: escape()
      default: plain()
      }
    }
    endWord()
    position += 1
    elements = words
    words = []
    depth -= 1
    if statements.count > before { statements.removeSubrange(before...) }
    statements.append(.array(name, elements))
  }

  private var pending: [[UInt8]] = []

  private mutating func heredocMark() {
    endWord()
    position += 2
    if peek() == 0x2D { position += 1 }
    while peek() == 0x20 { position += 1 }
    let quote = peek()
    if quote == 0x27 || quote == 0x22 { position += 1 }
    let start = position
    while isName(peek()) { position += 1 }
    if position > start { pending.append(Array(bytes[start..<position])) }
    if quote == 0x27 || quote == 0x22 { position += 1 }
  }

  private mutating func heredocs() {
    for mark in pending {
      while position < bytes.count {
        var end = position
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        let text = bytes[position..<end].drop { $0 == 0x09 || $0 == 0x20 }
        position = min(bytes.count, end + 1)
        line += 1
        if Array(text) == mark || Array(text) == mark + [0x0D] { break }
      }
    }
    pending = []
  }
}
