import Ground
import SetupCore

/// The line that is being typed, edited as a terminal does it, but without the terminal's limit of 4,095 bytes.
struct LineEditor: Sendable {
  /// A line that was ended.
  struct Line: Equatable, Sendable {
    /// The bytes, which may be a secret.
    var content: FileContent
    /// Whether a part of it was pasted: then it is one answer, however many lines it has.
    var isPasted: Bool
  }

  /// What an input came to.
  enum Outcome: Equatable, Sendable {
    case typing
    case line(Line)
    /// Ctrl-D in an empty line.
    case end
    /// More of a paste came when the line was already taken.
    case lostPaste
  }

  private enum Piece: Equatable {
    case typed(Character)
    case pasted(FileContent)
  }

  private var pieces: [Piece] = []
  private var hasTakenPaste = false

  /// What stands in the line, as it may be shown: a paste by its length.
  var shown: String { pieces.map(Self.text).joined() }

  /// Takes an input, and gives what changes of the shown line.
  mutating func take(_ input: DecodedInput) -> (echo: String, outcome: Outcome) {
    let wasTaken = hasTakenPaste && pieces.isEmpty
    if case .morePaste = input, wasTaken { return ("", .lostPaste) }
    hasTakenPaste = false
    switch input {
    case .paste(let content), .morePaste(let content): return take(pasted: content)
    case .key(let key): return take(key)
    case .focus, .mouse: return ("", .typing)
    }
  }

  private mutating func take(pasted content: FileContent) -> (echo: String, outcome: Outcome) {
    let piece = Piece.pasted(content)
    pieces.append(piece)
    // The line's end may stand in what is too much to be kept.
    let isCut = content.bytes.count >= PasteCollector.limit
    let isEnded = isCut || content.bytes.contains { $0 == 0x0A || $0 == 0x0D }
    return (Self.text(piece), isEnded ? .line(takeLine()) : .typing)
  }

  private mutating func take(_ key: Key) -> (echo: String, outcome: Outcome) {
    switch key {
    case .enter: return ("", .line(takeLine()))
    case .character(let character):
      pieces.append(.typed(character))
      return (String(character), .typing)
    case .tab:
      pieces.append(.typed(" "))
      return (" ", .typing)
    case .backspace, .delete: return (erase(pieces.suffix(1).count), .typing)
    case .control("u"): return (erase(pieces.count), .typing)
    case .control("w"): return (erase(lastWord), .typing)
    case .control("d"): return ("", pieces.isEmpty ? .end : .line(takeLine()))
    default: return ("", .typing)
    }
  }

  private mutating func takeLine() -> Line {
    defer { pieces = [] }
    let isPasted = pieces.contains { if case .pasted = $0 { true } else { false } }
    hasTakenPaste = isPasted
    let bytes = pieces.flatMap { piece in
      switch piece {
      case .typed(let character): Array(String(character).utf8)
      case .pasted(let content): content.bytes
      }
    }
    return Line(content: FileContent(bytes), isPasted: isPasted)
  }

  /// The pieces of the last word, and the blanks behind it.
  private var lastWord: Int {
    let blanks = pieces.reversed().prefix { $0 == .typed(" ") }.count
    let word = pieces.dropLast(blanks).reversed().prefix { $0 != .typed(" ") }.count
    return blanks + word
  }

  /// Takes back pieces, as a terminal does on its own: a step back, a blank, a step back.
  private mutating func erase(_ count: Int) -> String {
    let columns = pieces.suffix(count).reduce(0) { $0 + DisplayWidth.of(Self.text($1)) }
    pieces.removeLast(count)
    return String(repeating: "\u{8} \u{8}", count: columns)
  }

  /// What is shown of a piece: a paste may be anything, unless it is as short as a row's number.
  private static func text(_ piece: Piece) -> String {
    switch piece {
    case .typed(let character): return String(character)
    case .pasted(let content):
      let text = String(decoding: content.bytes, as: UTF8.self)
      let clean = SafeText.cleaned(text)
      if clean.utf8.count <= 3 { return clean }
      let count = text.last?.isNewline == true ? text.count - 1 : text.count
      return "(\(count) characters)"
    }
  }
}
