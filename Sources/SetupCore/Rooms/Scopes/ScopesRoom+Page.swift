import Ground

extension ScopesRoom {
  func about(_ hall: WizardHall) -> String {
    switch hall.method {
    case .accessToken:
      "A scope is a permission of the token. What you choose here is noted in .env.example, so that "
        + "attio-setup status can compare it with what the token has. In the table, ! is what the "
        + "token lacks, * what another row needs, and ? what is not known."
    case .manyWorkspaces:
      "A scope is a permission of the token that a workspace gives. The app's Scopes tab decides "
        + "which are asked for; what you choose here is noted in .env.example. In the table, * is "
        + "what another row needs."
    }
  }

  func page(_ hall: WizardHall) -> Page {
    var page = Page(size: hall.desk.size)
    let rows = rows(hall)
    title(hall, shown: rows.count, &page)
    page.row(header(hall), spoken: "")
    let detail = detail(hall, rows, columns: page.columns)
    var room = max(
      3,
      hall.desk.size.rows - Layout.rowsAround - PageRows(page, room: .max).rows.count - detail.count
    )
    if rows.count > room { room -= 1 }
    let first = firstVisible(selection.index, count: rows.count, room: room)
    for (index, row) in rows.enumerated().dropFirst(first).prefix(room) {
      page.listRow(
        spans(row, hall, columns: page.columns),
        isFocused: index == selection.index,
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

  private func title(_ hall: WizardHall, shown: Int, _ page: inout Page) {
    page.text("Which scopes does your app need?", .title)
    if isFiltering || !filter.isEmpty {
      let text = "Filter: \(filter)"
      let count = "  \(shown) of \(ScopeCatalogue.rows.count)"
      page.field(
        [Span(text, .key), Span(count, .muted)],
        cursorColumn: isFiltering ? DisplayWidth.of(text) : -2,
        asking: isFiltering ? .text("A word that the rows must contain") : nil
      )
    } else if !page.isCompact {
      page.explanation(known(hall))
    }
    if !page.isCompact { page.blank() }
  }

  private func known(_ hall: WizardHall) -> String {
    guard hall.method == .accessToken else { return Self.instruction }
    guard let identity = hall.token.identity else {
      return "The token's own scopes are not known, because Attio was not asked."
    }
    return "Granted is what the token for \(identity.workspace) has today."
  }

  private static let instruction =
    "Tick these in the app's Scopes tab at \(DashboardGuide.appsURL.dropFirst(8)), then Save. Enter "
    + "continues."

  private func firstVisible(_ index: Int, count: Int, room: Int) -> Int {
    min(max(0, index + 1 - room), max(0, count - room))
  }

  private static let levelWidth = 12
  private static let nameWidth = 22

  private func header(_ hall: WizardHall) -> [Span] {
    // An app's tokens are still to come, so nothing is granted yet.
    let granted = hall.method == .accessToken ? "Granted".padded(to: Self.levelWidth) : ""
    return [
      Span(
        "  " + "Scope".padded(to: Self.nameWidth) + "Wanted".padded(to: Self.levelWidth) + granted,
        .muted
      )
    ]
  }

  private func spans(_ row: ScopeRow, _ hall: WizardHall, columns: Int) -> [Span] {
    let wanted = row.wanted == .none ? "-" : row.wanted.name
    let start = [
      Span(row.resource.padded(to: Self.nameWidth)),
      Span((wanted + (row.isAdded ? " *" : "")).padded(to: Self.levelWidth), role(row)),
    ]
    guard hall.method == .accessToken else {
      let left = columns - 2 - Self.nameWidth - Self.levelWidth
      return start + [Span(left >= 20 ? row.grants.truncated(to: left) : "", .muted)]
    }
    let isMissing = row.granted.map { $0 < row.wanted } ?? false
    let granted = row.granted.map { $0 == .none ? "-" : $0.name } ?? "?"
    let left = columns - 2 - Self.nameWidth - 2 * Self.levelWidth
    return start + [
      Span(
        (granted + (isMissing ? " !" : "")).padded(to: Self.levelWidth),
        isMissing ? .error : .muted
      ),
      Span(left >= 20 ? row.grants.truncated(to: left) : "", .muted),
    ]
  }

  private func spoken(_ row: ScopeRow) -> String {
    let wanted = row.wanted == .none ? "not wanted" : "\(row.wanted.name) wanted"
    let granted = row.granted.map { level in
      level == .none ? ", the token has none of it" : ", the token has \(level.name)"
    }
    let reason = row.reasons.first.map { ". \($0)" } ?? ". \(row.label): \(row.grants)"
    return "\(row.resource): \(wanted)\(granted ?? "")\(reason)"
  }

  private func role(_ row: ScopeRow) -> Role {
    switch row.wanted {
    case .none: .muted
    case .read: .plain
    case .readWrite: .warning
    }
  }

  /// What the highlighted row means, the counts, and what to tick at Attio.
  private func detail(_ hall: WizardHall, _ rows: [ScopeRow], columns: Int) -> [[Span]] {
    var lines: [[Span]] = []
    if rows.indices.contains(selection.index) {
      let row = rows[selection.index]
      let reason = row.reasons.first.map { "* \($0)" }
      lines.append([Span((reason ?? "\(row.label): \(row.grants)").truncated(to: columns), .muted)])
    } else {
      lines.append([Span("No row matches the filter. Esc clears it.", .warning)])
    }
    let preset = preset.map { "\($0.title): " } ?? ""
    lines.append([Span(preset + hall.wanted.summary, .title)] + ending(hall))
    return lines + difference(hall, columns: columns)
  }

  private func ending(_ hall: WizardHall) -> [Span] {
    guard hall.method == .accessToken else { return [] }
    guard let granted = hall.token.granted else {
      return [Span(" - ? is not known", .muted)]
    }
    guard !hall.wantedScopes.isEmpty else { return [] }
    let isCovered = ScopeSet(names: granted).covers(hall.wanted.scopes)
    return isCovered ? [Span(" - the token has them all", .success)] : []
  }

  private func difference(_ hall: WizardHall, columns: Int) -> [[Span]] {
    guard hall.method == .accessToken else {
      guard hall.desk.size.rows < 20 else { return [] }
      return Self.instruction.wrapped(to: columns).map { [Span($0, .key)] }
    }
    guard let granted = hall.token.granted else { return [] }
    let missing = hall.wanted.scopes.missing(from: ScopeSet(names: granted))
    guard !missing.isEmpty else { return [] }
    let ending = "The token stays the same; r asks again."
    let whole =
      "Edit the token (o opens its page) and tick \(missing.listed). "
    let lines = (whole + ending).wrapped(to: columns)
    let short = "Edit the token (o opens its page) and tick the \(missing.names.count) marked !. "
    // A list that is cut says less than none: the table marks the same rows.
    let isCut = lines.count > (hall.desk.size.rows < 20 ? 2 : 3)
    let fitting = isCut ? (short + ending).wrapped(to: columns) : lines
    return fitting.map { [Span($0, .error)] }
  }
}
