/// One row of the status: something that was looked at and what came of it.
package struct Check: Equatable, Sendable {
  /// What was looked at; the raw values are promised to scripts.
  package enum ID: String, CaseIterable, Sendable {
    case tokenPresent = "token.present"
    case tokenSource = "token.source"
    case tokenShape = "token.shape"
    case tokenElsewhere = "token.elsewhere"
    case fileMode = "file.mode"
    case fileOwner = "file.owner"
    case gitIgnored = "git.ignored"
    case gitUntracked = "git.untracked"
    case gitHistory = "git.history"
    case shipIgnored = "ship.ignored"
    case examplePresent = "example.present"
    case authActive = "auth.active"
    case apiAddress = "api.address"
    case workspacePinned = "workspace.pinned"
    case clock
    case scopesGranted = "scopes.granted"
    case scopesCode = "scopes.code"
    case apiObjects = "api.objects"
  }

  /// What came of it; the raw values are promised to scripts.
  package enum State: String, CaseIterable, Sendable {
    case pass
    case warn
    case fail
    /// It was looked at and nothing could be found out.
    case unknown
    /// It does not apply here, or was not asked for.
    case skipped
  }

  /// What was looked at.
  package var id: ID
  /// What came of it.
  package var state: State
  /// What was found, as a sentence.
  package var summary: String
  /// What to do now, in sentences; nil where nothing needs to be done.
  package var remedy: String?

  /// Collects what came of a check.
  package init(_ id: ID, _ state: State, _ summary: String, remedy: String? = nil) {
    self.id = id
    self.state = state
    self.summary = summary
    self.remedy = remedy
  }
}
