import Glibc
import Ground
import SetupCore

/// The lines that are typed at a terminal, read as keys: answers of the terminal are none, and a paste is one.
struct LineReader {
  /// How a read went on.
  enum Reading: Equatable {
    case more
    case end
  }

  private var decoder = KeyDecoder()
  private var editor = LineEditor()
  /// What was read and belongs to lines that nobody has asked for yet.
  private var inputs: [DecodedInput] = []
  /// Whether nothing more can come.
  private(set) var isAtEnd = false

  /// After how long without a byte `settle` is to be called; nil when nothing is incomplete.
  var silence: Duration? { decoder.silence }

  /// What stands in the line, as it may be shown.
  var shown: String { editor.shown }

  /// Reads what is there.
  ///
  /// - Parameters:
  ///   - descriptor: The terminal.
  ///   - pause: How long nothing had come.
  ///   - isSecret: Whether a secret is asked for, of which no line is a second answer.
  /// - Returns: Whether more may come.
  mutating func read(
    from descriptor: Int32,
    after pause: Duration,
    isSecret: Bool
  ) -> Reading {
    var block = [UInt8](repeating: 0, count: 16_384)
    let count = Glibc.read(descriptor, &block, block.count)
    let reason = errno
    if count > 0 {
      append(block[..<count], after: pause, isSecret: isSecret)
      return .more
    }
    guard count == 0 || (reason != EINTR && reason != EAGAIN) else { return .more }
    isAtEnd = true
    return .end
  }

  /// Adds bytes that came together.
  mutating func append(
    _ bytes: some Collection<UInt8>,
    after pause: Duration = .zero,
    isSecret: Bool = false
  ) {
    let decoded = decoder.decode(Array(bytes), after: pause)
    inputs += isSecret ? Self.joined(decoded) : decoded
  }

  /// Decides about what is incomplete, because nothing followed.
  mutating func settle() {
    inputs += decoder.settle()
  }

  /// Takes up to the end of the first line; `echo` is what that changes of the shown line.
  mutating func next() -> (echo: String, outcome: LineEditor.Outcome) {
    var echo = ""
    while !inputs.isEmpty {
      let (change, outcome) = editor.take(inputs.removeFirst())
      echo += change
      if outcome != .typing { return (echo, outcome) }
    }
    return (echo, .typing)
  }

  /// Takes the first line that asks to stop or to leave, or a Ctrl-D; the lines before it no longer count.
  mutating func takeWayOut() -> LineEditor.Outcome? {
    var rest = self
    while true {
      let outcome = rest.next().outcome
      switch outcome {
      case .typing: return nil
      case .lostPaste: continue
      case .end: break
      case .line(let line):
        let word = String(decoding: line.content.bytes, as: UTF8.self).lowercased()
        guard !line.isPasted, ["b", "back", "q", "quit"].contains(word) else { continue }
      }
      self = rest
      return outcome
    }
  }

  /// Where text follows a line's end in one read, all of it is one paste.
  private static func joined(_ inputs: [DecodedInput]) -> [DecodedInput] {
    let isText = inputs.allSatisfy { $0.text != nil }
    guard isText, let end = inputs.firstIndex(of: .key(.enter)),
      inputs[end...].contains(where: { $0 != .key(.enter) })
    else { return inputs }
    return [.paste(FileContent(inputs.compactMap(\.text).joined()))]
  }
}

extension DecodedInput {
  /// What was typed by one key; nil for anything that is no text.
  fileprivate var text: String? {
    switch self {
    case .key(.character(let character)): String(character)
    case .key(.enter): "\n"
    case .key(.tab): "\t"
    default: nil
    }
  }
}
