import Ground

/// The third step: the scope table, wanted against granted.
enum ScopesScreen {
  static func page(_ state: WizardState) -> Page {
    var page = Page(size: state.desk.size)
    let rows = state.scopeRows
    title(state, shown: rows.count, &page)
    page.row(header(state), spoken: "")
    let detail = detail(state, rows: rows, columns: page.columns)
    var room = max(3, state.desk.size.rows - Layout.rowsAround - page.rows.count - detail.count)
    if rows.count > room { room -= 1 }
    let first = firstVisible(state.scopes.list.index, count: rows.count, room: room)
    for (index, row) in rows.enumerated().dropFirst(first).prefix(room) {
      page.listRow(
        spans(row, state, columns: page.columns),
        isFocused: index == state.scopes.list.index,
        spoken: spoken(row)
      )
    }
    if rows.count > room {
      let last = min(rows.count, first + room)
      page.row([Span("  \(first + 1) to \(last) of \(rows.count) rows: ↑↓", .muted)], spoken: "")
    }
    // What the highlighted row means is said with each row where it is read out.
    for (index, line) in detail.enumerated() { page.row(line, spoken: index == 0 ? "" : nil) }
    return page
  }

  private static func title(_ state: WizardState, shown: Int, _ page: inout Page) {
    page.text("Which scopes does your app need?", .title)
    if state.scopes.isFiltering || !state.scopes.filter.isEmpty {
      let text = "Filter: \(state.scopes.filter)"
      let count = "  \(shown) of \(ScopeCatalogue.rows.count)"
      page.field(
        [Span(text, .key), Span(count, .muted)],
        cursorColumn: state.scopes.isFiltering ? DisplayWidth.of(text) : -2,
        asking: state.scopes.isFiltering ? .text("A word that the rows must contain") : nil
      )
    } else if !page.isCompact {
      page.explanation(known(state))
    }
    if !page.isCompact { page.blank() }
  }

  private static func known(_ state: WizardState) -> String {
    guard state.method == .accessToken else { return instruction }
    guard let identity = state.token.verification?.identity else {
      return "The token's own scopes are not known, because Attio was not asked."
    }
    return "Granted is what the token for \(identity.workspace) has today."
  }

  private static let instruction =
    "Tick these in the app's Scopes tab at \(DashboardGuide.appsURL.dropFirst(8)), then Save. Enter "
    + "continues."

  private static func firstVisible(_ index: Int, count: Int, room: Int) -> Int {
    min(max(0, index + 1 - room), max(0, count - room))
  }

  private static let levelWidth = 12
  private static let nameWidth = 22

  private static func header(_ state: WizardState) -> [Span] {
    // An app's tokens are still to come, so nothing is granted yet.
    let granted = state.method == .accessToken ? "Granted".padded(to: levelWidth) : ""
    return [
      Span("  " + "Scope".padded(to: nameWidth) + "Wanted".padded(to: levelWidth) + granted, .muted)
    ]
  }

  private static func spans(_ row: ScopeRow, _ state: WizardState, columns: Int) -> [Span] {
    let wanted = row.wanted == .none ? "-" : row.wanted.name
    let start = [
      Span(row.resource.padded(to: nameWidth)),
      Span((wanted + (row.isAdded ? " *" : "")).padded(to: levelWidth), role(row)),
    ]
    guard state.method == .accessToken else {
      let left = columns - 2 - nameWidth - levelWidth
      return start + [Span(left >= 20 ? row.grants.truncated(to: left) : "", .muted)]
    }
    let isMissing = row.granted.map { $0 < row.wanted } ?? false
    let granted = row.granted.map { $0 == .none ? "-" : $0.name } ?? "?"
    let left = columns - 2 - nameWidth - 2 * levelWidth
    return start + [
      Span((granted + (isMissing ? " !" : "")).padded(to: levelWidth), isMissing ? .error : .muted),
      Span(left >= 20 ? row.grants.truncated(to: left) : "", .muted),
    ]
  }

  private static func spoken(_ row: ScopeRow) -> String {
    let wanted = row.wanted == .none ? "not wanted" : "\(row.wanted.name) wanted"
    let granted = row.granted.map { level in
      level == .none ? ", the token has none of it" : ", the token has \(level.name)"
    }
    let reason = row.reasons.first.map { ". \($0)" } ?? ". \(row.label): \(row.grants)"
    return "\(row.resource): \(wanted)\(granted ?? "")\(reason)"
  }

  private static func role(_ row: ScopeRow) -> Role {
    switch row.wanted {
    case .none: .muted
    case .read: .plain
    case .readWrite: .warning
    }
  }

  /// What the highlighted row means, the counts, and what to tick at Attio.
  private static func detail(_ state: WizardState, rows: [ScopeRow], columns: Int) -> [[Span]] {
    var lines: [[Span]] = []
    if rows.indices.contains(state.scopes.list.index) {
      let row = rows[state.scopes.list.index]
      let reason = row.reasons.first.map { "* \($0)" }
      lines.append([Span((reason ?? "\(row.label): \(row.grants)").truncated(to: columns), .muted)])
    } else {
      lines.append([Span("No row matches the filter. Esc clears it.", .warning)])
    }
    let preset = state.scopes.preset.map { "\($0.title): " } ?? ""
    lines.append([Span(preset + state.scopes.selection.summary, .title)] + ending(state))
    return lines + difference(state, columns: columns)
  }

  private static func ending(_ state: WizardState) -> [Span] {
    guard state.method == .accessToken else { return [] }
    guard let granted = state.token.granted else {
      return [Span(" - ? is not known", .muted)]
    }
    guard !state.wantedScopes.isEmpty else { return [] }
    let isCovered = ScopeSet(names: granted).covers(state.scopes.selection.scopes)
    return isCovered ? [Span(" - the token has them all", .success)] : []
  }

  private static func difference(_ state: WizardState, columns: Int) -> [[Span]] {
    guard state.method == .accessToken else {
      guard state.desk.size.rows < 20 else { return [] }
      return instruction.wrapped(to: columns).map { [Span($0, .key)] }
    }
    guard let granted = state.token.granted else { return [] }
    let missing = state.scopes.selection.scopes.missing(from: ScopeSet(names: granted))
    guard !missing.isEmpty else { return [] }
    let ending = "The token stays the same; r asks again."
    let whole =
      "Edit the token (o opens its page) and tick \(missing.listed). "
    let lines = (whole + ending).wrapped(to: columns)
    let short = "Edit the token (o opens its page) and tick the \(missing.names.count) marked !. "
    // A list that is cut says less than none: the table marks the same rows.
    let isCut = lines.count > (state.desk.size.rows < 20 ? 2 : 3)
    let fitting = isCut ? (short + ending).wrapped(to: columns) : lines
    return fitting.map { [Span($0, .error)] }
  }
}
