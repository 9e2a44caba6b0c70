internal import Ground

/// A question at the terminal that yes or no answers.
struct YesNoQuestion: Sendable {
  /// The question, without the answers.
  let text: String
  /// What Enter alone means.
  let isYesByDefault: Bool

  /// Asks until there is an answer; no where the input ends or the task is cancelled.
  func isAnsweredYes() async -> Bool {
    ask()
    for await line in InputLines.stream() {
      switch SafeText.cleaned(String(decoding: line, as: UTF8.self)).lowercased() {
      case "": return isYesByDefault
      case "y", "yes": return true
      case "n", "no": return false
      default: ask()
      }
    }
    Output.line("")
    return false
  }

  private func ask() {
    Output.prompt("\(text) [\(isYesByDefault ? "Y/n" : "y/N")] ")
  }
}
