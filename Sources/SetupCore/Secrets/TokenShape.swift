import Ground

/// What a text that should be a token turns out to be.
///
/// Attio documents no prefix and no alphabet: only what can certainly not be sent is no token.
package enum TokenShape: Equatable, Sendable {
  /// The length that Attio names in an error message of its own.
  package static let usualLength = 64
  /// The longest word that is sent: web servers take no more than 8 KB of all headers together.
  package static let longest = 4_096

  /// May be a token: one word of visible ASCII, with or without the usual length.
  case token(length: Int)
  case empty
  case severalLines(count: Int)
  case reference(SecretReference)
  case address
  /// A UUID, as the client ID of an OAuth app and Attio's own identifiers are.
  case identifier
  /// A JSON Web Token, as Attio's MCP server gives out.
  case webToken
  case blankInside
  /// Control characters, or letters that no HTTP header can carry.
  case foreignCharacters
  /// Another service's.
  case foreignSecret(ForeignSecret)
  /// Longer than `longest`.
  case tooLong(length: Int)

  /// Looks at a text, which is not changed first.
  package static func of(_ text: String) -> TokenShape {
    if text.isEmpty { return .empty }
    if let secret = ForeignSecret.of(text) { return .foreignSecret(secret) }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
    if lines > 1 { return .severalLines(count: lines) }
    if let reference = SecretReference.of(text) { return .reference(reference) }
    if text.hasPrefix("http://") || text.hasPrefix("https://") { return .address }
    if text.contains(where: \.isWhitespace) { return .blankInside }
    if !text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return .foreignCharacters }
    if isIdentifier(text) { return .identifier }
    if text.utf8.count > longest { return .tooLong(length: text.utf8.count) }
    if isWebToken(text) { return .webToken }
    return .token(length: text.count)
  }

  /// Whether the text may be sent to Attio; what may not is `token_missing` or `token_malformed`.
  ///
  /// An unusual text is sent all the same: what is a token is Attio's to say. Another service's secret
  /// is not Attio's to see.
  package var isSendable: Bool {
    switch self {
    case .token, .identifier, .webToken: true
    case .empty, .severalLines, .reference, .address, .blankInside, .foreignCharacters,
      .foreignSecret, .tooLong:
      false
    }
  }

  /// What the text is and what to do about it, in sentences; nil for a token of the usual length.
  package var explanation: String? {
    switch self {
    case .token(Self.usualLength): nil
    case .token(let length):
      "It has \(Words.count(length, "character")). Attio's tokens have \(Self.usualLength): it may be cut off, or "
        + "be something else."
    case .empty: "It is empty. Copy the token in Attio's dashboard."
    case .severalLines(let count):
      "It has \(count) lines, a token has one. Copy the token alone."
    case .reference(let reference):
      "It is \(reference.noun), not the token. Give the token itself."
    case .address: "It is a web address. Open it, and copy the token that stands there."
    case .identifier:
      "It looks like an identifier, such as an OAuth app's client ID. A token is another, longer "
        + "text."
    case .webToken:
      "It looks like a JSON Web Token, as Attio's MCP server uses. Attio's API needs an access "
        + "token of the workspace."
    case .blankInside: "It has a space inside, a token has none. Copy the token alone."
    case .foreignCharacters:
      "It has characters that no token has. Copy it again, as plain text."
    case .foreignSecret(let secret):
      "This looks like \(secret.name). It was not sent. Copy the token in Attio's dashboard."
    case .tooLong(let length):
      "It has \(Words.count(length, "character")). Attio's tokens have \(Self.usualLength). Copy the token alone."
    }
  }

  private static func isIdentifier(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }

  private static func isWebToken(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.hasPrefix("eyJ") && parts.count == 3 && parts.allSatisfy { !$0.isEmpty }
  }
}
