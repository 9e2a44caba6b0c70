import Ground

extension WizardSummary {
  /// The lines about the workspaces that this run has connected; none where it connected none.
  static func connected(_ state: WizardState) -> [String] {
    guard let last = state.connect.results.last else { return [] }
    var lines: [String] = []
    for result in state.connect.results {
      lines.append("Connected to \(SafeText.cleaned(result.workspace.title)).")
      lines.append("Token: \(ConnectedText.place(result, state)).")
    }
    if !state.missingScopes.isEmpty {
      lines.append("Missing scopes: \(ScopeSet.listed(state.missingScopes))")
      lines.append(
        "Tick them in the app's Scopes tab at \(DashboardGuide.appsURL) and connect again."
      )
    }
    if let text = ConnectedText.shell(state) { lines.append(text) }
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
