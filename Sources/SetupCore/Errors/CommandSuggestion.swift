/// What to say where the first argument is the name of no command.
package enum CommandSuggestion {
  /// Longer words are not repeated: one may be a token that was pasted.
  private static let longestWord = 24

  /// The error for a first argument; nil for an option, a command, or a word too long to be one.
  package static func error(for word: String, commands: [String]) -> SetupError? {
    guard !word.hasPrefix("-"), word.count <= longestWord, !commands.contains(word) else {
      return nil
    }
    return SetupError(
      .usage,
      "There is no command “\(word)”.",
      remedy: nearest(to: word, of: commands).map { "Did you mean attio-setup \($0)?" }
        ?? "Take one of: \(commands.joined(separator: ", ")). A folder is named with --directory."
    )
  }
}
