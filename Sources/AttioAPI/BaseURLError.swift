/// Why an address is not taken; never carries a user part, which may be a secret.
package enum BaseURLError: Error, Equatable, Sendable {
  case noScheme
  case otherScheme
  case userPart
  case plainHTTP(host: String)
  case malformed

  /// What is wrong and what to write instead, as a full sentence or two.
  ///
  /// - Parameter option: The option or variable that the address came from.
  /// - Returns: The text for the user.
  package func message(option: String) -> String {
    switch self {
    case .noScheme:
      "The address in \(option) does not begin with https://. Write it like \(Self.example)."
    case .otherScheme:
      "The address in \(option) must begin with https://. Write it like \(Self.example)."
    case .userPart:
      "The address in \(option) holds a user name or password in front of an @. "
        + "Leave that part out: the token is never part of an address."
    case .plainHTTP(let host):
      "The address in \(option) would send the token unencrypted to \(host). "
        + "Use https://; plain http:// is for this machine alone (localhost, 127.0.0.1, [::1])."
    case .malformed:
      "The address in \(option) cannot be read. Write it like \(Self.example), "
        + "without spaces, a question mark or a number sign."
    }
  }

  private static let example = "https://api.attio.com/v2"
}
