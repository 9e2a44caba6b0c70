internal import AttioTables
package import Ground

/// Whether a token may make a call: this call, this token, this answer.
package struct JudgedCall: Equatable, Sendable {
  /// The answer; the raw values are promised to scripts.
  package enum Verdict: String, Sendable {
    case granted
    case missing
    case unknown
  }

  /// The call as the user wrote it, cleaned.
  package var call: String
  /// The scopes that it needs.
  package var needs: ScopeSet
  /// Those of them that the token lacks; empty where that is not known.
  package var missing: ScopeSet
  /// Whether only a workspace's token may make it, and no member's.
  package var isForWorkspaces: Bool
  /// Whether the token is a member's, so that its level alone keeps it from the call.
  package var isWrongLevel: Bool
  /// What was assumed of the call, as a sentence; nil for nothing.
  package var remark: String?
  /// The answer.
  package var verdict: Verdict

  /// Judges a call.
  ///
  /// - Parameters:
  ///   - match: The call and its row of the table.
  ///   - granted: The token's scopes; nil where they are not known.
  ///   - level: For whom the token acts: `workspace` or `user`; nil where Attio did not say.
  package init(_ match: MatchedCall, granted: ScopeSet?, level: String?) {
    call = match.text
    needs = match.needs
    remark = match.assumption
    missing = granted.map { match.needs.missing(from: $0) } ?? ScopeSet()
    isForWorkspaces = match.requirement.takesWorkspaceTokensOnly
    isWrongLevel = isForWorkspaces && level == TokenLevel.user
    if granted == nil {
      verdict = .unknown
    } else if isWrongLevel || !missing.isEmpty {
      verdict = .missing
    } else {
      verdict = isForWorkspaces && level != TokenLevel.workspace ? .unknown : .granted
    }
  }

  /// What stands against a connection where calls are missing; nil where none is.
  static func objection(to missing: [JudgedCall], at place: ScopePlace) -> Objection? {
    guard let first = missing.first else { return nil }
    let scopes = missing.reduce(ScopeSet()) { $0.union($1.missing) }
    let levels = missing.filter(\.isWrongLevel)
    guard !scopes.isEmpty else {
      return Objection(
        "\(first.call) takes a workspace's token, and this is a member's",
        remedy: levelRemedy
      )
    }
    let what = missing.count == 1 ? first.call : "\(missing.count) calls"
    let verb = missing.count == 1 ? "needs" : "need"
    return Objection(
      "\(what) \(verb) \(ScopeSet.listed(scopes.names))",
      remedy: place.remedy(ticking: scopes) + (levels.isEmpty ? "" : " " + levelRemedy)
    )
  }

  /// What helps where a member's token may not make a call.
  static let levelRemedy =
    "Use a token that an admin made for the workspace: one of the dashboard, or an app's that was "
    + "connected for the workspace."
}

extension JudgedCall: JSONConvertible {
  /// One element of `calls`; `level` stands only where the call takes a workspace's token.
  package var json: JSONValue {
    JSONValue(members: [
      "call": call, "needs": needs.names, "missing": missing.names, "verdict": verdict.rawValue,
    ])
    .adding("level", isForWorkspaces ? TokenLevel.workspace : nil)
  }
}

/// The judged calls as lines.
enum JudgedCallText {
  static func lines(_ calls: [JudgedCall]) -> [String] {
    guard !calls.isEmpty else { return [] }
    return ["", "Calls:"]
      + calls.flatMap { call in
        let row = "\(StatusText.symbol(for: state(call))) \(call.verdict.rawValue.padded(to: 8))"
        return ["\(row)\(call.call): \(answer(call))"] + (call.remark.map { ["    \($0)"] } ?? [])
      }
  }

  /// How the answer is marked.
  static func state(_ call: JudgedCall) -> Check.State {
    switch call.verdict {
    case .granted: .pass
    case .missing: .fail
    case .unknown: .unknown
    }
  }

  /// What it comes to: the scope to tick first, before anything else.
  static func answer(_ call: JudgedCall) -> String {
    let needs =
      call.needs.isEmpty ? "needs no scope" : "needs \(call.needs.names.joined(separator: ", "))"
    switch call.verdict {
    case .granted:
      return call.needs.isEmpty ? needs : "has \(call.needs.names.joined(separator: ", "))"
    case .unknown where call.isForWorkspaces:
      return "\(needs), and takes a workspace's token"
    case .unknown: return needs
    case .missing:
      let level = call.isWrongLevel ? ["takes a workspace's token, and this is a member's"] : []
      let ticks =
        call.missing.isEmpty
        ? []
        : ["tick \(call.missing.scopes.map(DashboardGuide.tick(for:)).joined(separator: ", "))"]
      return (ticks + level).joined(separator: "; ")
    }
  }
}
