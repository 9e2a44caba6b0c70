/// A text for the clipboard, and what it is, for the remark about it.
package struct ClipboardText: Equatable, Sendable {
  /// What a text is to the user.
  package enum What: String, Sendable {
    case link = "the link"
    case redirectURI = "the redirect URI"
    case command = "the command"
    case code = "the code"
  }

  /// What it is.
  package var what: What
  /// The text itself, never a secret.
  package var text: String

  /// Names a text.
  package init(_ what: What, _ text: String) {
    self.what = what
    self.text = text
  }
}
