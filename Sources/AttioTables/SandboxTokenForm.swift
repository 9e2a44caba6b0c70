/// The form of the sandbox's tokens, by which they are known wherever they turn up.
///
/// Attio's own are 64 hexadecimal digits as far as anybody has seen; this has letters beyond those.
package enum SandboxTokenForm {
  /// What each of them begins with; letters and digits alone, as in every token.
  package static let prefix = "attiosetupsandbox"
  /// The length of Attio's tokens.
  package static let length = 64

  /// Makes a token of a hash's digits.
  package static func token(of digits: String) -> String {
    prefix + digits.prefix(length - prefix.utf8.count)
  }

  /// Whether a text is a token of the sandbox.
  package static func fits(_ text: String) -> Bool {
    text.utf8.count == length && text.hasPrefix(prefix) || earlier.contains(text)
  }

  /// The tokens that the sandbox had before they had a form, of the scenarios that work.
  private static let earlier: Set<String> = [
    "69de95993f7224dd50ed8b864c8e6b96b7a5482fd6c7d252af7d0a35bf14a795",
    "e6a08ca2c22e46be84ede20c3fc991692bd641c44d105857a78eec0122fc9e9e",
    "cf2cc0457d726d5b04b2cedf5d736445922fb511f68c8b5c01ee68ab5df3bb94",
    "344304c86920e076d70d25a38cbbe76cccd697510546481b9015780fbf21762f",
    "832696aa574c11f96183d041f20f329c528a3279dcefd4f6128c5792e43bdbdd",
  ]
}
