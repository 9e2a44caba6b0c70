import SetupCore

/// Text from the network on its way to a screen, a pipe or JSON.
struct NetworkText: Sendable {
  /// Shorter values are words that stand in any text; hiding them would only garble it.
  private static let shortestSecret = 8

  private let secret: [UInt8]
  private let placeholder: [UInt8]

  /// Hides a token that a server may repeat in its messages.
  init(hiding token: Secret?) {
    let text = token?.reveal() ?? ""
    secret = text.utf8.count >= Self.shortestSecret ? Array(text.utf8) : []
    placeholder = Array((token?.masked ?? "<redacted>").utf8)
  }

  /// One clean line without the token.
  func clean(_ text: String, limit: Int) -> String {
    // Twice: a cut must not leave half a token, and cleaning may join what was kept apart.
    hide(SafeText.cleaned(hide(text), limit: limit))
  }

  /// Works on bytes: a combining mark behind the token would make its last character another one.
  private func hide(_ text: String) -> String {
    guard !secret.isEmpty else { return text }
    return String(decoding: Array(text.utf8).replacing(secret, with: placeholder), as: UTF8.self)
  }
}
