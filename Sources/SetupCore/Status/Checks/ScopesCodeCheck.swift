internal import AttioTables
import Ground

/// Whether the token may make every call that stands in the project's source.
enum ScopesCodeCheck {
  /// How many places a sentence names.
  private static let namedCalls = 3

  /// Nil where the source was not read: it is read on request.
  static func check(_ findings: StatusFindings) -> Check? {
    guard let scan = findings.scan else { return nil }
    guard !scan.calls.isEmpty || !scan.unresolved.isEmpty else {
      return Check(.scopesCode, .pass, "The source has no call to Attio.")
    }
    guard let granted = findings.grantedScopes else {
      return findings.isOffline
        ? Check(.scopesCode, .skipped, "Attio was not asked for the token's scopes.")
        : Check(
          .scopesCode,
          .unknown,
          "Attio did not say which scopes the token has.",
          remedy: "Look after the connection first."
        )
    }
    let refused = scan.calls(refusedWith: granted)
    guard refused.isEmpty else {
      return fail(refused, scan.scopes.missing(from: granted), findings)
    }
    guard scan.unresolved.isEmpty else { return open(scan) }
    let unused = granted.unused(by: scan.scopes)
    let rest = unused.isEmpty ? "" : " No call needs \(unused.listed)."
    return Check(
      .scopesCode,
      .pass,
      "The token may make \(scan.calls.count == 1 ? "the call" : "all \(scan.calls.count) calls") of "
        + "the source." + rest
    )
  }

  private static func fail(
    _ refused: [CodeScan.Call],
    _ missing: ScopeSet,
    _ findings: StatusFindings
  ) -> Check {
    let named = refused.prefix(namedCalls).map { call in
      "\(call.requirement.call) in \(SafeText.cleaned(call.place, limit: 300))"
    }
    let more = refused.count - named.count
    let list = named.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    return Check(
      .scopesCode,
      .fail,
      "Attio will refuse \(list): the token lacks \(missing.listed).",
      remedy: findings.scopePlace.remedy(ticking: missing)
    )
  }

  private static func open(_ scan: CodeScan) -> Check {
    let first = scan.unresolved[0]
    let place = SafeText.cleaned("\(first.file):\(first.line)", limit: 300)
    let more = scan.unresolved.count - 1
    return Check(
      .scopesCode,
      .warn,
      "It could not be told what \(place)\(more > 0 ? " and \(more) more" : "") calls.",
      remedy: "Look there yourself: attio-setup scopes --scan lists every such place."
    )
  }
}
