/// Whether any place gives the variable a value.
enum TokenPresentCheck {
  static func check(_ findings: StatusFindings) -> Check {
    if let checked = findings.checked, !checked.value.isEmpty {
      let isStored = checked.origin == .workspaceStore
      let place = isStored ? "The store of workspaces" : findings.variable
      return Check(.tokenPresent, .pass, "\(place) has a value.")
    }
    let remedy = "Run attio-setup to get a token and to put it into \(findings.envFileName)."
    let summary =
      findings.sources.isEmpty
      ? "\(findings.variable) stands nowhere."
      : "\(findings.variable) stands there without a value."
    return Check(.tokenPresent, .fail, summary, remedy: remedy)
  }
}
