import Ground

/// Text from the network on its way to a screen, a pipe or JSON.
struct NetworkText: Sendable {
  /// Shorter values are words that stand in any text; hiding them would only garble it.
  private static let shortestSecret = 8

  private let hidden: [(secret: [UInt8], placeholder: [UInt8])]

  /// Hides a token that a server may repeat in its messages.
  init(hiding token: Secret?) {
    self.init(hiding: [token].compactMap(\.self))
  }

  /// Hides several values, the longest first: one may be a part of another.
  init(hiding secrets: [Secret]) {
    hidden =
      secrets
      .filter { $0.reveal().utf8.count >= Self.shortestSecret }
      .sorted { $0.length > $1.length }
      .map { (Array($0.reveal().utf8), Array(($0.masked ?? "<redacted>").utf8)) }
  }

  /// One clean line without what is hidden.
  func clean(_ text: String, limit: Int) -> String {
    // Twice: a cut must not leave half a token, and cleaning may join what was kept apart.
    hide(SafeText.cleaned(hide(text), limit: limit))
  }

  /// Works on bytes: a combining mark behind the token would make its last character another one.
  private func hide(_ text: String) -> String {
    guard !hidden.isEmpty else { return text }
    let bytes = hidden.reduce(Array(text.utf8)) { $0.replacing($1.secret, with: $1.placeholder) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
