/// What the token endpoint is told to exchange an authorization code for a token (RFC 6749 section
/// 4.1.3); everything that prints it prints a placeholder.
package struct CodeExchange: Equatable, Sendable {
  /// The code that came back with the browser.
  package var code: String
  /// The redirect URI of the authorize request, byte for byte.
  package var redirectURI: String
  /// The app.
  package var clientID: String
  /// The app's secret.
  package var clientSecret: String
  /// The verifier of the challenge (RFC 7636 section 4.5); nil where the request carried none.
  package var verifier: String?

  /// Collects the fields.
  package init(
    code: String,
    redirectURI: String,
    clientID: String,
    clientSecret: String,
    verifier: String? = nil
  ) {
    self.code = code
    self.redirectURI = redirectURI
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.verifier = verifier
  }

  /// The body, `application/x-www-form-urlencoded`.
  var form: [UInt8] {
    let fields = [
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirectURI),
      ("client_id", clientID), ("client_secret", clientSecret), ("code_verifier", verifier),
    ]
    let pairs = fields.compactMap { name, value in value.map { "\(name)=\(Self.encoded($0))" } }
    return Array(pairs.joined(separator: "&").utf8)
  }

  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = text.utf8.flatMap { byte in
      isUnreserved(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// RFC 3986 section 2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }
}

extension CodeExchange: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder, never the values.
  package var description: String { "<redacted>" }

  /// A placeholder, never the values.
  package var debugDescription: String { "<redacted>" }

  /// A mirror without children, so that `dump` prints the placeholder too.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
