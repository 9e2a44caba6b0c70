/// What stands before a text: a sign for the eye, a word for the ear.
enum Mark: Equatable, Sendable {
  case good
  case bad
  case attention
  case running
  case unclear
  case skipped
  /// A step of several.
  case number(Int)
  /// A sign, and a word that both see and hear.
  indirect case with(Mark, String)

  /// The state of a check.
  init(_ state: Check.State) {
    self =
      switch state {
      case .pass: .good
      case .warn: .attention
      case .fail: .bad
      case .unknown: .unclear
      case .skipped: .skipped
      }
  }

  /// What the full screen shows.
  var sign: String {
    switch self {
    case .good: "✓"
    case .bad: "✗"
    case .attention: "!"
    case .running: "…"
    case .unclear: "?"
    case .skipped: "-"
    case .number(let number): "\(number)."
    case .with(let mark, let word): "\(mark.sign) \(word)"
    }
  }

  /// What the line mode says.
  var word: String {
    switch self {
    case .good: "OK:"
    case .bad: "Failed:"
    case .attention: "Attention:"
    case .running: "Now:"
    case .unclear: "Unknown:"
    case .skipped: "Skipped:"
    case .number: sign
    case .with(let mark, let word): "\(mark.word) \(word)"
    }
  }
}
