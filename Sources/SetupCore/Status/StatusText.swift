import Ground

/// The status as plain lines, for pipes and terminals without a full screen.
package enum StatusText {
  /// Writes what it comes to, then the problems with their remedies, then what is fine, then the
  /// calls and the probe.
  package static func lines(_ report: StatusReport) -> [String] {
    head(report) + problems(report) + fine(report) + JudgedCallText.lines(report.calls ?? [])
      + (report.probe.map(ProbeText.lines) ?? [])
  }

  /// A symbol for a state, always beside its word.
  package static func symbol(for state: Check.State) -> String {
    Mark(state).sign
  }

  /// Said wherever an imitation of Attio is asked, whether it was needed or not.
  static let sandbox = "Sandbox: an imitation on this computer stands in for Attio."

  private static func head(_ report: StatusReport) -> [String] {
    var lines = [report.headline]
    if report.isSandbox { lines.append("  " + Self.sandbox) }
    lines += report.judgement.details.map { "  " + $0 }
    if report.connection.state != .connected {
      lines += ["  " + report.explanation.happening, "  " + report.explanation.evidence]
    }
    if let remedy = report.remedy ?? report.unasked { lines.append("  Next: " + remedy) }
    lines.append("Project: \(SafeText.cleaned(report.project.directory))")
    if let masked = report.token.masked {
      let level = TokenLevel.words(report.token.level).map { ", acts for \($0)" } ?? ""
      lines.append("Token:   \(masked)\(level)")
    }
    if !report.objects.isEmpty {
      lines.append("Objects: \(report.objects.joined(separator: ", "))")
    }
    return lines + [timings(report.connection)].compactMap { $0 }
  }

  /// How long each phase of the connection took; nil where none is known.
  static func timings(_ connection: Connection) -> String? {
    let phases = connection.timings.phases.map {
      "\($0.name) \(Milliseconds.text($0.milliseconds))"
    }
    return phases.isEmpty ? nil : "Timings: \(phases.joined(separator: ", "))"
  }

  private static func problems(_ report: StatusReport) -> [String] {
    report.problems.flatMap { check in
      let remedy = remedy(of: check, in: report).map { "          Next: \($0)" }
      return [row(check)] + [remedy].compactMap { $0 }
    }
  }

  /// What to do about a row, as far as the head has not said it.
  static func remedy(of check: Check, in report: StatusReport) -> String? {
    guard let remedy = check.remedy, let said = report.remedy, remedy.hasPrefix(said) else {
      return check.remedy
    }
    let rest = remedy.dropFirst(said.count).drop { $0 == " " }
    return rest.isEmpty ? nil : String(rest)
  }

  private static func fine(_ report: StatusReport) -> [String] {
    [Check.State.pass, .skipped].flatMap { state in
      report.checks.filter { $0.state == state }.map(row)
    }
  }

  private static func row(_ check: Check) -> String {
    "\(symbol(for: check.state)) \(check.state.rawValue.padded(to: 7)) "
      + "\(check.id.rawValue.padded(to: 16)) \(check.summary)"
  }
}
