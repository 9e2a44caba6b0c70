/// Whether the token may do what the project wants, and no more.
enum ScopesGrantedCheck {
  static func check(_ findings: StatusFindings) -> Check {
    guard let granted = findings.grantedScopes else { return notTold(findings) }
    guard !granted.isEmpty else {
      return Check(
        .scopesGranted,
        .fail,
        Objection.withoutScopes,
        remedy: findings.scopePlace.remedy(ticking: findings.missingScopes)
      )
    }
    guard findings.wantedScopes != nil else {
      let lacking = ScopeSet(ScopePrerequisite.missing(in: granted).map(\.needed))
      guard lacking.isEmpty else {
        return Check(
          .scopesGranted,
          .warn,
          ScopeWords.ability(granted),
          remedy: findings.scopePlace.remedy(ticking: lacking)
        )
      }
      return Check(
        .scopesGranted,
        .pass,
        "Granted: \(granted.summary). The project names none that it wants."
      )
    }
    let missing = findings.missingScopes
    guard missing.isEmpty else {
      return Check(
        .scopesGranted,
        .fail,
        "Missing: \(missing.listed).",
        remedy: remedy(for: missing, findings)
      )
    }
    let writing = findings.unusedScopes.scopes.filter(\.canWrite)
    guard writing.isEmpty else { return unused(ScopeSet(writing), findings) }
    return Check(.scopesGranted, .pass, "The token has every scope that is wanted.")
  }

  private static func notTold(_ findings: StatusFindings) -> Check {
    findings.isOffline
      ? Check(.scopesGranted, .skipped, "Attio was not asked for the token's scopes.")
      : Check(
        .scopesGranted,
        .unknown,
        "Attio did not say which scopes the token has.",
        remedy: "Look after the connection first."
      )
  }

  private static func unused(_ scopes: ScopeSet, _ findings: StatusFindings) -> Check {
    Check(
      .scopesGranted,
      .warn,
      "Granted and not wanted: \(scopes.listed).",
      remedy: "Lower them to what the project wants "
        + (findings.isStored
          ? "in the app's Scopes tab at build.attio.com" : "at \(findings.guide.tokensURL)")
        + ", or add them to the attio-scopes comment in .env.example."
    )
  }

  private static func remedy(for missing: ScopeSet, _ findings: StatusFindings) -> String {
    let first = missing.scopes.prefix(20)
    let mistakes = first.compactMap { ScopeSuggestion.of($0.text)?.sentence }
    if !mistakes.isEmpty {
      return (mistakes + ["Correct the attio-scopes comment in .env.example."])
        .joined(separator: " ")
    }
    let broken = first.compactMap { scope in
      ScopeImpact.summary(refusedWithout: scope).map { "Without \(scope.text): \($0)." }
    }
    return ([findings.scopePlace.remedy(ticking: missing)] + broken).joined(separator: " ")
  }
}
