internal import AttioTables
import Ground

/// What a scan found, as lines.
package enum CodeScanText {
  /// The calls, the scopes, the token's part, the variable and what is open.
  package static func lines(_ document: CodeScanDocument) -> [String] {
    let scan = document.scan
    return calls(document) + scopes(document) + token(document) + variable(scan) + open(scan)
      + scan.remarks
  }

  private static func cleaned(_ text: String) -> String { SafeText.cleaned(text, limit: 300) }

  private static func calls(_ document: CodeScanDocument) -> [String] {
    let scan = document.scan
    guard !scan.calls.isEmpty else { return ["No call of Attio's API was found in the source."] }
    let files = Set(scan.calls.map(\.file)).count
    let count = scan.calls.count == 1 ? "1 call" : "\(scan.calls.count) calls"
    let head = "\(count) to Attio in \(files == 1 ? "1 file" : "\(files) files"):"
    let refused = document.granted.map { scan.calls(refusedWith: $0) } ?? []
    return [head]
      + scan.calls.map { call in
        let mark = refused.contains(call) ? "refused  " : ""
        let guess = call.isCertain ? "" : "  (likely)"
        return "  \(mark)\(call.requirement.call)  \(cleaned(call.place))\(guess)"
      }
  }

  private static func scopes(_ document: CodeScanDocument) -> [String] {
    let scan = document.scan
    guard !scan.calls.isEmpty else { return [] }
    let set = scan.scopes
    guard !set.isEmpty else { return ["", "They need no scope."] }
    return ["", "Scopes they need, and the first call that needs each:"]
      + set.scopes.map { scope in
        let first = scan.calls(needing: scope).first
        return "  \(scope.text)" + (first.map { "  \(cleaned($0.place))" } ?? "")
      } + ["", "For .env.example, above the variable:", "  # attio-scopes: \(set.text)"]
  }

  private static func token(_ document: CodeScanDocument) -> [String] {
    if let problem = document.problem { return ["", problem] }
    guard document.granted != nil else { return [] }
    var lines = [""]
    lines.append(
      document.missing.isEmpty
        ? "The token has every scope that these calls need."
        : "The token lacks \(document.missing.listed). Tick it in the token's settings."
    )
    if !document.unused.isEmpty { lines.append("No call needs \(document.unused.listed).") }
    return lines
  }

  private static func variable(_ scan: CodeScan) -> [String] {
    let names = scan.variables.map(\.text).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else {
      guard let file = scan.envFile else { return [] }
      return ["", cleaned(file.reason)]
    }
    let first = scan.variables[0]
    var lines = [
      "", "The code reads \(ScopeSet.listed(names)) (\(cleaned("\(first.file):\(first.line)"))).",
    ]
    if let file = scan.envFile {
      let path = file.path.map { "It comes from \(cleaned($0)). " } ?? "No env file is read. "
      lines.append(path + cleaned(file.reason))
    }
    return lines
  }

  private static func open(_ scan: CodeScan) -> [String] {
    guard !scan.unresolved.isEmpty else { return [] }
    let count = scan.unresolved.count
    return [
      "",
      count == 1
        ? "1 place could not be resolved, so the set may be too small:"
        : "\(count) places could not be resolved, so the set may be too small:",
    ] + scan.unresolved.map { "  \(cleaned("\($0.file):\($0.line)"))  \(cleaned($0.text))" }
  }
}
