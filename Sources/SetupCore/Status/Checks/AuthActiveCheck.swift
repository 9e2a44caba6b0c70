import Ground

/// Whether Attio accepts the token.
enum AuthActiveCheck {
  static func check(_ findings: StatusFindings) -> Check {
    if let identity = findings.verification.identity {
      let level = identity.level == TokenLevel.user ? " and acts for one member" : ""
      return Check(.authActive, .pass, "The token is active in \(name(of: identity))\(level).")
    }
    let connection = findings.verification.connection
    let explanation = ConnectionExplanation(connection, context: findings.context)
    return Check(
      .authActive,
      state(for: connection.state, findings),
      explanation.happening,
      remedy: connection.state == .connected ? nil : explanation.remedy
    )
  }

  /// What a state means for the check of the call that it belongs to.
  static func state(for state: ConnectionState, _ findings: StatusFindings) -> Check.State {
    if state == .notChecked && findings.isOffline { return .skipped }
    return switch state.verdict {
    case .good: .pass
    case .actionNeeded: .fail
    case .unknown: .unknown
    }
  }

  private static func name(of identity: Identity) -> String {
    if !identity.workspaceName.isEmpty { return "the workspace \(identity.workspaceName)" }
    return identity.workspaceSlug.map { "the workspace \($0)" } ?? "a workspace without a name"
  }
}
