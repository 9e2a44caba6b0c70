/// The text of a help, taken apart into what a manual page sets differently.
struct Discussion {
  /// The lines below `EXAMPLES`, without their common indentation.
  var examples: [Substring] = []
  /// The running text.
  var paragraphs: [String] = []

  /// Takes a help's text apart; the list of exit codes has a section of the page for itself.
  init(_ text: String) {
    for block in text.split(separator: "\n\n") {
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      switch lines.first {
      case "EXAMPLES":
        examples = lines.dropFirst().map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 }
      case "EXIT CODES": continue
      default: paragraphs.append(lines.joined(separator: " "))
      }
    }
  }
}
