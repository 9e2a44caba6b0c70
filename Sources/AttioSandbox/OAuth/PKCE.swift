#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The S256 method of RFC 7636.
package enum PKCE {
  /// The challenge that belongs to a verifier: its SHA-256 in base64url without padding.
  package static func challenge(verifier: String) -> String {
    let alphabet = Data(SHA256.digest(verifier.utf8)).base64EncodedString().map { character in
      switch character {
      case "+": Character("-")
      case "/": Character("_")
      default: character
      }
    }
    return String(alphabet.filter { $0 != "=" })
  }
}
