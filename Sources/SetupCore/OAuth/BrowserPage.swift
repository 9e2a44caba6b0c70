/// What the browser shows when it comes back: an answer to the person in front of it.
package enum BrowserPage: Equatable, Sendable {
  /// The workspace is connected and its token stored; `missing` are wanted scopes that it lacks.
  case connected(ConnectResult, missing: [String])
  /// No workspace was connected.
  case failed(ConnectFailure, ConnectContext)
  /// The address is no answer to the request that the terminal waits for.
  case wrongAnswer(AuthorizationAnswerError)
  /// The request was answered before; an answer counts once (RFC 9700 section 4.7.1).
  case alreadyUsed
  /// The user left or went back in the terminal.
  case left
  /// The terminal shows a new link.
  case replaced
  /// The terminal has the answer and has not come to an end with it.
  case working

  /// The page of a result.
  package init(
    _ result: Result<ConnectResult, ConnectFailure>,
    wanted: [String],
    context: ConnectContext
  ) {
    switch result {
    case .success(let result):
      let granted = ScopeSet(names: result.workspace.scopes)
      self = .connected(result, missing: ScopeSet(names: wanted).missing(from: granted).names)
    case .failure(let failure): self = .failed(failure, context)
    }
  }
}

/// The terminal to which the browser's page leads back.
package struct TerminalPlace: Equatable, Sendable {
  /// The project's folder as texts name it, the home folder as `~`.
  package var folder: String
  /// The machine's name; empty where it is not known.
  package var host: String

  /// Shortens the folder's absolute path; `home` is empty where there is none.
  package init(directory: String, home: String, host: String) {
    let isInside = !home.isEmpty && home != "/" && (directory + "/").hasPrefix(home + "/")
    folder = isInside ? "~" + directory.dropFirst(home.count) : directory
    self.host = host
  }
}
