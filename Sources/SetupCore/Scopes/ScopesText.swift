internal import AttioTables
import Ground

/// The answer of `scopes` as lines of at most 80 columns.
package enum ScopesText {
  private static let columns = 80
  private static let nameWidth = 33

  /// Writes the table, or the scopes with what each call needs.
  package static func lines(_ document: ScopesDocument) -> [String] {
    if let table = document.table { return lines(of: table) }
    let set = ScopeSet(document.scopes)
    let calls = document.calls.flatMap { [""] + lines(of: $0) }
    guard !set.isEmpty else { return ["No scopes are needed."] + calls }
    let scopes = set.scopes.map { row($0.text, ScopeCatalogue.grants($0) ?? "") }
    return ["\(set.summary):"] + scopes.map { "  " + $0 } + calls
      + ["", "The comment for .env.example, above the variable:"]
      + ["  # attio-scopes: \(set.text)"]
  }

  private static func lines(of table: [ScopesDocument.Row]) -> [String] {
    let presets = ScopePreset.allCases.map { "  \($0.rawValue.padded(to: 17)) \($0.summary)" }
    return [row("Scope", "What it allows")]
      + table.map { row($0.scope.text, $0.grants) }
      + ["", "Of one resource, read-write includes read. Most calls need other scopes besides:"]
      + needs(in: table)
      + ["", "Ready-made sets (--preset NAME):"] + presets
      + ["", "What your calls need: attio-setup scopes --for \"POST /v2/tasks\""]
  }

  private static func needs(in table: [ScopesDocument.Row]) -> [String] {
    let rows = table.filter { $0.scope.level == .readWrite && !$0.needs.isEmpty }
    return rows.flatMap { row in
      let names = row.needs.names.joined(separator: ", ")
      return indented(names, under: row.scope.resource)
    }
  }

  private static func indented(_ text: String, under name: String) -> [String] {
    let width = 20
    return text.wrapped(to: columns - width - 2).enumerated().map { index, line in
      "  " + (index == 0 ? name : "").padded(to: width) + line
    }
  }

  private static func lines(of call: MatchedCall) -> [String] {
    let needs = call.needs
    let title = "\(call.text) (\(call.requirement.title)) needs"
    let remark = (call.remark ?? "").wrapped(to: columns - 2).filter { !$0.isEmpty }
    guard !needs.isEmpty else { return [title + " no scope."] }
    return [title + ":"] + (needs.names + remark).map { "  " + $0 }
  }

  private static func row(_ name: String, _ text: String) -> String {
    name.padded(to: nameWidth) + text
  }
}
