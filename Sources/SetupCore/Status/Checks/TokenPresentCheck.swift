import Ground

/// Whether any place gives the variable a value.
enum TokenPresentCheck {
  static func check(_ findings: StatusFindings) -> Check {
    let hasValue = !findings.isStored && findings.sources.contains { !$0.value.isEmpty }
    if hasValue || findings.checked?.value.isEmpty == false {
      let place = findings.isStored ? "The store of workspaces" : findings.variable
      return Check(.tokenPresent, .pass, "\(place) has a value.")
    }
    guard !findings.isStored else {
      return Check(
        .tokenPresent,
        .fail,
        "The store of workspaces has no token for it.",
        remedy: ExplainedCase.connectAgain
      )
    }
    let remedy =
      findings.context.workspaces == nil
      ? "Run attio-setup to get a token and to put it into \(findings.envFileName)."
      : findings.context.wayToToken
    let summary =
      findings.sources.isEmpty
      ? "\(findings.variable) stands nowhere."
      : "\(findings.variable) stands there without a value."
    return Check(.tokenPresent, .fail, summary, remedy: remedy)
  }
}
