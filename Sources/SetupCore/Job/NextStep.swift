import Ground

/// What to do after `apply`, as its JSON document tells it.
package enum NextStep {
  /// Names the one thing to do next: what is wrong, else what remains, else the first call.
  ///
  /// - Parameters:
  ///   - report: The status afterwards.
  ///   - isApplied: Whether the plan was carried out.
  ///   - oldToken: The token that was replaced and may still work; nil for none.
  ///   - baseURL: Where the API is, as the call names it.
  /// - Returns: A sentence, or a command for a POSIX shell in the project's folder.
  package static func text(
    _ report: StatusReport,
    isApplied: Bool,
    oldToken: OldToken?,
    baseURL: String
  ) -> String {
    guard isApplied else { return "Run it again without --dry-run to carry the plan out." }
    let guide = DashboardGuide(workspaceSlug: report.workspace?.slug)
    if report.connection.state == .notChecked {
      return "Ask Attio whether the token works: attio-setup status"
    }
    if let remedy = report.remedy { return remedy }
    if let old = oldToken?.sentence {
      return "Delete the old token at \(guide.tokensURL): \(old)."
    }
    return firstCall(report, baseURL: baseURL)
  }

  /// A read that the token may make; `/v2/self` needs no scope.
  private static func firstCall(_ report: StatusReport, baseURL: String) -> String {
    let granted = ScopeSet(names: report.scopes.granted)
    let path = granted.covers(Scope("object_configuration", .read)) ? "objects" : "self"
    let file = ShellWord.file(report.project.envFile)
    let header = CurlCommand.header(report.project.variable)
    return "(set -a; . \(file); \(header) | \(CurlCommand.curl) \(baseURL)/\(path))"
  }
}
