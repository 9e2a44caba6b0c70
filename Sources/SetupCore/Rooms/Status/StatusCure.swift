package import Ground

/// How much is looked at.
package enum LiveCheck: Equatable, Sendable {
  /// Files, git and Attio.
  case everything
  /// Files and git; Attio's last answer still counts.
  case local
}

/// What one key puts right.
package enum StatusFix: String, CaseIterable, Sendable {
  /// The env file becomes readable by its owner alone.
  case narrowMode
  /// The missing ignore rules are added.
  case addIgnoreRule
  /// The example is written.
  case writeExample

  /// The entry of the plan that does it.
  package var entry: PlanEntry.ID {
    switch self {
    case .narrowMode: .tightenMode
    case .addIgnoreRule: .ignoreRules
    case .writeExample: .example
    }
  }
}

/// What can be done about a failing row with one key.
package enum StatusCure: Equatable, Sendable {
  case fix(StatusFix)
  case replaceToken
  case openDashboard
  case askAgain

  /// The cure of a row; nil where the remedy takes more than a key.
  ///
  /// A token that Attio knows is never to be replaced: what it lacks is a scope, or the plan.
  package init?(_ check: Check, connection: ConnectionState) {
    guard check.state == .fail || check.state == .warn else {
      guard check.state == .unknown, connection.verdict == .unknown else { return nil }
      self = .askAgain
      return
    }
    switch check.id {
    case .authActive where connection == .missingScope: self = .openDashboard
    case .authActive where connection == .planLimit, .apiObjects where connection == .planLimit:
      return nil
    case .fileMode: self = .fix(.narrowMode)
    case .gitIgnored: self = .fix(.addIgnoreRule)
    case .examplePresent: self = .fix(.writeExample)
    case .tokenPresent, .tokenShape: self = .replaceToken
    // A secret that was committed once stays in the history: only another one cures that.
    case .gitHistory where check.state == .fail: self = .replaceToken
    case .authActive: self = .replaceToken
    case .scopesGranted, .scopesCode, .apiObjects: self = .openDashboard
    default: return nil
    }
  }

  /// What Enter does, for the row.
  package var label: String { "Enter \(effect)" }

  /// What it does, to follow the name of a key.
  var effect: String {
    switch self {
    case .fix(.narrowMode): "makes the file readable by you alone"
    case .fix(.addIgnoreRule): "adds the ignore rule"
    case .fix(.writeExample): "writes the example"
    case .replaceToken: "sets up another token"
    case .openDashboard: "opens the page in Attio"
    case .askAgain: "checks again"
    }
  }
}
