import Ground

extension WizardSummary {
  /// The lines about the workspaces that this run has connected; none where it connected none.
  static func connected(_ state: WizardState) -> [String] {
    guard let last = state.connect.results.last else { return [] }
    var lines: [String] = []
    for result in state.connect.results {
      lines += judgement(state.judgement(of: result))
      lines.append("Token: \(ConnectedText.place(result, state)).")
    }
    if state.folder.run.applied.contains(.untrack) {
      lines.append("Commit that git no longer has \(state.envFileName).")
    }
    return lines + (client(state) ?? []) + [ConnectedText.nextTitle(state)]
      + ConnectedText.next(last, state)
  }

  /// Why the last try connected nothing; none where it did, or where nothing was tried.
  static func unconnected(_ state: WizardState) -> [String] {
    if let failure = state.outcome?.failure { return [failure.message, failure.remedy] }
    guard state.connect.phase != nil else { return [] }
    return [
      state.connect.results.isEmpty
        ? "No workspace was connected. Connect one with: attio-setup connect"
        : "No other workspace was connected."
    ]
  }
}
