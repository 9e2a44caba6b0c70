/// What the user wants, whatever key says it.
package enum Intent: String, CaseIterable, Sendable {
  case confirm
  case back
  case up
  case down
  case pageUp
  case pageDown
  case first
  case last
  case toggle
  case raise
  case lower
  case preset
  case selectNone
  case filter
  case erase
  case clear
  case askAgain
  case openLink
  case copyLink
  case copyCode
  case useSandboxToken
  case useSandboxApp
  case editRedirectURI
  case newLink
  case copyTunnel
  case help
  case repaint

  /// The way that it moves a highlight; nil for another intent.
  var move: ListSelection.Move? {
    switch self {
    case .up: .up
    case .down: .down
    case .pageUp: .pageUp
    case .pageDown: .pageDown
    case .first: .first
    case .last: .last
    default: nil
    }
  }
}

extension ListSelection {
  mutating func move(_ intent: Intent, count: Int, page: Int = 6) {
    if let move = intent.move { self.move(move, count: count, page: page) }
  }
}
