internal import AttioTables
import Ground

/// The status as annotations of GitHub's: a line of the log that GitHub shows beside the code.
package enum StatusAnnotations {
  /// How many GitHub shows of one step.
  private static let limit = 50

  /// One line for each call that will be refused, and one for each other check that needs attention.
  package static func lines(_ report: StatusReport, scan: CodeScan?, granted: ScopeSet?) -> [String]
  {
    var lines: [String] = []
    if let scan, let granted {
      lines += scan.calls(refusedWith: granted).map { call in
        let missing = call.scopes.missing(from: granted)
        return line(
          "error",
          [("file", call.file), ("line", "\(call.line)"), ("title", "Attio refuses this call")],
          "\(call.requirement.call) needs \(missing.listed), which the token lacks."
        )
      }
    }
    if let scan {
      lines += scan.unresolved.map { place in
        line(
          "warning",
          [("file", place.file), ("line", "\(place.line)"), ("title", "Not resolved")],
          "It could not be told which of Attio's endpoints this calls."
        )
      }
    }
    lines += report.problems.compactMap { check in
      if check.id == .scopesCode, !lines.isEmpty { return nil }
      return line(
        check.state == .fail ? "error" : "warning",
        [("title", check.id.rawValue)],
        [check.summary, check.remedy].compactMap(\.self).joined(separator: " ")
      )
    }
    if lines.isEmpty, report.exitCode != 0 {
      lines.append(line("error", [("title", "attio-setup")], report.headline))
    }
    return Array(lines.prefix(limit))
  }

  private static func line(_ level: String, _ fields: [(String, String)], _ text: String) -> String
  {
    let list = fields.map { "\($0.0)=\(escaped($0.1, isField: true))" }.joined(separator: ",")
    return "::\(level) \(list)::\(escaped(text, isField: false))"
  }

  /// As actions/toolkit writes what a command holds.
  private static func escaped(_ text: String, isField: Bool) -> String {
    var result = ""
    for character in SafeText.cleaned(text, limit: 2_000) {
      switch character {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isField: result += "%3A"
      case "," where isField: result += "%2C"
      default: result.append(character)
      }
    }
    return result
  }
}
