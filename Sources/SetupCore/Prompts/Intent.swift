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
  case watch
  case unfold
  case replaceToken
  case help
  case repaint

  /// Whether the footer of the narrowest terminal must still name it.
  package var isEssential: Bool { self == .confirm || self == .back || self == .help }
}
