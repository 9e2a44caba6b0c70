/// Why the encrypted connection failed.
package struct TLSProblem: Equatable, Sendable {
  /// The cause, as far as the library names it.
  package enum Cause: Equatable, Sendable {
    case expired
    case notYetValid
    case selfSigned
    case unknownIssuer
    case wrongHost
    /// The certificate was refused and the library does not say why (GnuTLS seldom does).
    case refused
    case unreadableBundle
    case handshake
  }

  /// The cause.
  package var cause: Cause
  /// The library's own words.
  package var words: String
  /// Who issued the certificate that was shown, nil where that could not be learnt.
  package var issuer: String?

  /// Names a cause.
  package init(_ cause: Cause, words: String = "", issuer: String? = nil) {
    self.cause = cause
    self.words = words
    self.issuer = issuer
  }

  /// Reads the cause out of the words of OpenSSL, LibreSSL or GnuTLS as libcurl passes them on.
  ///
  /// - Parameter words: libcurl's error text after a failed verification (its code 60).
  package init(verification words: String) {
    let text = words.lowercased()
    self.init(Self.causes.first { text.contains($0.mark) }?.cause ?? .refused, words: words)
  }

  /// The first match counts: "self-signed certificate in certificate chain" is an authority that
  /// nobody here trusts, not a self-signed server.
  private static let causes: [(mark: String, cause: Cause)] = [
    ("in certificate chain", .unknownIssuer),
    ("issuer certificate", .unknownIssuer),
    ("unable to verify the first certificate", .unknownIssuer),
    ("unknown authority", .unknownIssuer),
    ("unknown ca", .unknownIssuer),
    ("not yet valid", .notYetValid),
    ("not yet activated", .notYetValid),
    ("activation date", .notYetValid),
    ("expired", .expired),
    ("expiration date", .expired),
    ("self-signed", .selfSigned),
    ("self signed", .selfSigned),
    ("subject name", .wrongHost),
    ("does not match", .wrongHost),
  ]
}
