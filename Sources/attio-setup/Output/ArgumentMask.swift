internal import Ground
internal import SetupRuntime

/// Hides in an error what stood on the command line and may be a token.
///
/// A token is never an argument, but people try, and errors quote arguments.
enum ArgumentMask {
  /// The length from which a word without a slash or a dot is taken for a secret.
  private static let shortestSecret = 32

  /// The text with the arguments that may be tokens masked.
  static func masked(_ text: String) -> String {
    words.reduce(text) { text, word in
      text.split(separator: word, omittingEmptySubsequences: false)
        .joined(separator: Secret(word).masked ?? "…")
    }
  }

  /// The long words of the arguments, the longest first.
  private static var words: [String] {
    ProcessStart.arguments.dropFirst()
      .flatMap { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" } }
      .filter { $0.utf8.count >= shortestSecret }
      .map(String.init)
      .sorted { $0.count > $1.count }
  }
}
