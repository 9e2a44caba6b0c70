internal import Ground

extension ConnectResult {
  /// What the connecting came to: a token that may do nothing, or less than wanted, is not good.
  ///
  /// - Parameters:
  ///   - wanted: The scopes that the project wants; nil where it names none.
  ///   - overriding: What the shell holds against it; nil for nothing.
  /// - Returns: The judgement, which every face shows.
  package func judgement(wanted: [String]?, overriding: Objection? = nil) -> Judgement {
    var verification = verification
    verification.identity?.scopes = workspace.scopes
    return Judgement(
      connected: verification,
      workspace: SafeText.cleaned(workspace.title),
      wanted: wanted.map { ScopeSet(names: $0) },
      overriding: overriding
    )
  }
}
