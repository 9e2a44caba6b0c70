import Ground

/// The connected workspaces for people.
package enum WorkspacesText {
  /// The most characters of a name or a slug in a table.
  private static let widest = 40
  /// To how many columns a name is cut at most.
  private static let narrowest = 12

  /// The table of all entries, or how to connect the first.
  ///
  /// - Parameters:
  ///   - workspaces: The entries of the store.
  ///   - now: The time now, in seconds since 1970.
  /// - Returns: The lines.
  package static func lines(_ workspaces: [ConnectedWorkspace], now: Double) -> [String] {
    guard !workspaces.isEmpty else { return empty }
    let rows = workspaces.map { workspace in
      [
        cell(workspace.name), cell(workspace.handle), "\(workspace.scopes.count)",
        workspace.level.map { cell($0) } ?? "-",
        workspace.store.rawValue + (workspace.isOfThisMachine ? " (sandbox)" : ""),
        Words.ago(workspace.verifiedAt, now: now),
      ]
    }
    return table(
      [["Name", "Slug", "Scopes", "Level", "Kept in", "Verified"]] + rows,
      cutting: 0
    )
  }

  /// One entry with its scopes and its place.
  ///
  /// - Parameters:
  ///   - workspace: The entry.
  ///   - filePath: The store's file.
  ///   - now: The time now, in seconds since 1970.
  /// - Returns: The lines.
  package static func lines(
    _ workspace: ConnectedWorkspace,
    filePath: String,
    now: Double
  ) -> [String] {
    let scopes = workspace.scopes.map { SafeText.cleaned($0, limit: 80) }
    return [
      SafeText.cleaned(workspace.title),
      "  Id        \(SafeText.cleaned(workspace.key.workspaceID))",
      "  App       \(SafeText.cleaned(workspace.key.clientID))",
      "  API       \(SafeText.cleaned(workspace.key.api))",
      "  Token     \(place(workspace.store, filePath: filePath))"
        + (workspace.isOfThisMachine ? ", for a sandbox on this machine" : ""),
      "  Acts for  \(TokenLevel.words(workspace.level).map(cell) ?? "not known")",
      "  Verified  \(Words.ago(workspace.verifiedAt, now: now))",
      "  Scopes    \(scopes.isEmpty ? "none are known" : ScopeSet.listed(scopes))",
    ]
  }

  /// Where a token is kept, as a phrase.
  package static func place(_ store: TokenStoreKind, filePath: String) -> String {
    switch store {
    case .keyring: "in the system's keyring"
    case .file: "in \(SafeText.cleaned(filePath, limit: 500)) (mode 0600)"
    }
  }

  /// One line for each checked workspace, then what it comes to and what to do.
  package static func lines(_ checked: [CheckedWorkspace]) -> [String] {
    guard !checked.isEmpty else { return empty }
    return table(checked.map { row($0) }, cutting: 2) + [""] + summary(checked) + remedies(checked)
  }

  private static let empty = [
    "No workspace is connected yet.", "Connect one: attio-setup connect",
  ]

  private static func row(_ checked: CheckedWorkspace) -> [String] {
    let (symbol, word) =
      switch checked.verdict {
      case .good: ("✓", "good")
      case .unknown: ("!", "unknown")
      case .actionNeeded: ("✗", "action")
      }
    let scopes = checked.workspace.scopes.count
    let detail =
      checked.verdict == .good
      ? Words.count(scopes, "scope")
      : checked.lacksEveryScope ? "no scopes" : checked.explanation.title
    return [
      "\(symbol) \(word)", cell(checked.workspace.handle), cell(checked.workspace.name), detail,
    ]
  }

  private static func summary(_ checked: [CheckedWorkspace]) -> [String] {
    let parts = [
      (Verdict.good, "good"), (.actionNeeded, "in need of action"), (.unknown, "unknown"),
    ].compactMap { verdict, words in
      let count = checked.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(words)"
    }
    let all = Words.count(checked.count, "workspace")
    return ["\(all): \(parts.joined(separator: ", "))."]
  }

  /// What happened and what to do about it, once for each kind of failure.
  private static func remedies(_ checked: [CheckedWorkspace]) -> [String] {
    var lines: [String] = []
    var said: [(happening: String, remedy: String)] = []
    for one in checked {
      guard let remedy = one.remedy else { continue }
      let happening = one.happening
      if said.contains(where: { $0 == (happening, remedy) }) { continue }
      said.append((happening, remedy))
      let same = checked.filter { $0.remedy == remedy && $0.happening == happening }
      lines += ["", "\(handles(same)): \(happening)", "  Next: \(remedy)"]
    }
    return lines
  }

  private static func handles(_ checked: [CheckedWorkspace]) -> String {
    let names = checked.prefix(3).map { SafeText.cleaned($0.workspace.handle, limit: widest) }
    let rest = checked.count - names.count
    return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func cell(_ text: String) -> String {
    text.isEmpty ? "-" : SafeText.cleaned(text, limit: widest)
  }

  /// Columns that stand under one another, two spaces apart; the last one is as long as it is.
  ///
  /// Where a row would be wider than a terminal, one column is cut; where that does not help, what stands
  /// last goes below.
  private static func table(_ rows: [[String]], cutting cut: Int) -> [String] {
    let columns = rows.first?.count ?? 0
    var widths = (0..<columns).map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    let excess = widths.reduce(0, +) + 2 * (columns - 1) - TextMeasure.columns
    if excess > 0 { widths[cut] = max(min(widths[cut], narrowest), widths[cut] - excess) }
    let start = widths.dropLast().map { $0 + 2 }.reduce(0, +)
    return rows.flatMap { row in
      let cells = row.enumerated().dropLast().map { column, text in
        (column == cut ? text.truncated(to: widths[column]) : text).padded(to: widths[column])
      }
      let line = cells.joined(separator: "  ")
      let last = row.last ?? ""
      let isTooWide = start + DisplayWidth.of(last) > TextMeasure.columns
      return isTooWide ? [line, "  \(last)"] : ["\(line)  \(last)"]
    }
  }
}
