#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Values that nobody can guess.
package enum RandomText {
  /// 256 random bits in base64url without padding, 43 characters: a `state`, or the verifier that
  /// RFC 7636 section 4.1 recommends.
  package static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return base64URL((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// The encoding of RFC 4648 section 5, without padding.
  static func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
      .replacing("+", with: "-")
      .replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
