import Ground

/// A project's folder, and everything that was found, allowed and done in it.
///
/// Another folder is another value: nothing that was allowed or written in one holds in another.
package struct Folder: Equatable, Sendable {
  /// What the user allowed in the plans for this folder.
  package struct Consent: Equatable, Sendable {
    /// The env file that may be taken out of git's index, relative to the folder; nil for none.
    package var untracked: String?
    /// The env file whose reference or encrypted value the token may take the place of, relative to the
    /// folder; nil for none.
    package var replacedReference: String?
    /// The workspace, by its id, to which the project may move; nil for none.
    package var workspace: String?
    /// What may be written though something is the matter with it.
    package var risks = PlanConsent()
    /// The entries that the user switched, kept when the plan is made anew.
    package var switches: [PlanEntry.ID: Bool] = [:]
  }

  /// The absolute path.
  package let directory: String
  /// What was found in it; nil until it was looked at.
  package var report: ProjectReport?
  /// Why it could not be looked at.
  package var failure: SetupError?
  /// What the user allowed.
  package var consent = Consent()
  /// What was written.
  package var run = RunRecord()
  /// Whether something was written since the folder was looked at, so that the report is old.
  package var isChanged = false

  /// Names a folder that nothing is known of yet.
  package init(_ directory: String) {
    self.directory = directory
  }

  /// Takes down what was found.
  mutating func note(_ report: ProjectReport) {
    self.report = report
    failure = nil
    isChanged = false
  }

  /// What was written here and how it is taken back, in a line.
  ///
  /// - Parameter start: The folder that the program was started for, whose name need not be said.
  /// - Returns: The line.
  package func line(startedIn start: String) -> String {
    guard directory != start, let promise = run.promise, !run.written.isEmpty else {
      return run.promise.line(written: run.written)
    }
    let undo =
      promise.sentence + (promise == .none ? "" : " --directory \(ShellWord.quoted(directory))")
    let name = SafeText.cleaned(directory)
    return "Written in \(name): \(run.written.joined(separator: ", ")). \(undo)"
  }

  /// Takes down what was written.
  mutating func note(_ result: ApplyResult) {
    run.note(result)
    if !result.written.isEmpty { isChanged = true }
  }
}
