private import AttioTables
import Ground

/// The third step: the scope table, wanted against granted.
struct ScopesRoom: WizardRoom {
  enum Action: Sendable {
    case proceed
    case toggle
    case nextPreset
    case filter
    case raise
    case lower
    case askGranted
    case openPage
    case copyLink
    case selectNone
    case keepFilter
    case erase
    case back
  }

  var selection = ListSelection()
  /// The text that rows must contain.
  private(set) var filter = ""
  /// Whether keys go into the filter.
  private(set) var isFiltering = false
  /// What was chosen before the first preset, which comes after the last one again.
  private var own: ScopeSelection?
  /// The preset that was chosen last and not changed since.
  private(set) var preset: ScopePreset?

  func bindings(_ hall: WizardHall) -> [Binding<Action>] {
    if isFiltering {
      return [.enter("keep", .keepFilter), .escape("clear", .back), .erase(.erase)] + Binding.moving
    }
    let isOneToken = hall.method == .accessToken
    let holder = isOneToken ? "token" : "app"
    let table: [Binding<Action>] = [
      .enter("continue", .proceed), .row("change", .toggle),
      .letter("p", "preset", .nextPreset), .letter("/", "filter", .filter), .escape("back", .back),
      Binding("→ +", [.right, .character("+")], "more access", .act(.raise), in: .help),
      Binding("← -", [.left, .character("-")], "less access", .act(.lower), in: .help),
    ]
    return table
      + (isOneToken ? [.letter("r", "ask what the token has now", .askGranted, in: .help)] : [])
      + [
        .letter("o", "open the \(holder)'s page", .openPage, in: .help),
        .letter("c", "copy that page's link", .copyLink, in: .help),
        .letter("n", "none at all", .selectNone, in: .help),
      ] + Binding.moving
  }

  func rowCount(_ hall: WizardHall) -> Int { rows(hall).count }

  mutating func take(_ action: Action, _ hall: inout WizardHall) {
    switch action {
    case .proceed: hall.makePlan()
    case .toggle: changeRow(&hall) { $0.toggle($1.resource) }
    case .nextPreset: nextPreset(&hall)
    case .filter: isFiltering = true
    case .raise:
      changeRow(&hall) { $0.choose($1.wanted == .none ? .read : .readWrite, of: $1.resource) }
    case .lower:
      changeRow(&hall) { $0.choose($1.wanted == .readWrite ? .read : .none, of: $1.resource) }
    case .askGranted: askGranted(&hall)
    case .openPage: hall.open(url(hall))
    case .copyLink: hall.copy(.link, url(hall))
    case .selectNone: change(&hall) { $0 = ScopeSelection() }
    case .keepFilter: isFiltering = false
    case .erase: setFilter(String(filter.dropLast()))
    case .back where isFiltering || !filter.isEmpty:
      isFiltering = false
      setFilter("")
    case .back: hall.goToToken()
    }
  }

  /// The page where the scopes are ticked.
  private func url(_ hall: WizardHall) -> String {
    hall.method == .accessToken ? hall.guide.tokensURL : DashboardGuide.appsURL
  }
}

// MARK: - The filter

extension ScopesRoom {
  func typing(_ hall: WizardHall) -> Typing { isFiltering ? .text : .keys }

  mutating func type(_ text: String, _ hall: inout WizardHall) { setFilter(filter + text) }

  mutating func paste(_ content: FileContent, _ hall: inout WizardHall) {
    guard isFiltering else { return hall.desk.refusePaste() }
    setFilter(filter + String(decoding: content.bytes, as: UTF8.self).filter { !$0.isNewline })
  }

  private mutating func setFilter(_ text: String) {
    filter = text
    selection = ListSelection()
  }
}

// MARK: - The choice

extension ScopesRoom {
  /// Starts with the project's own wish, else with what the token has, else with reading.
  mutating func prepare(_ hall: inout WizardHall) {
    guard !hall.isWantedTouched else { return }
    let noted = hall.folder.report?.wantedScopes
    let said = WantedScopes.of(noted: noted, granted: hall.grantedScopes)
    var wanted = said.map { ScopeSelection($0) } ?? ScopeSelection()
    if said == nil { wanted.choose(WantedScopes.proposal) }
    guard wanted != hall.wanted else { return }
    hall.wanted = wanted
    self = ScopesRoom()
    preset = said == nil ? WantedScopes.proposal : nil
  }

  private mutating func use(_ preset: ScopePreset, _ hall: inout WizardHall) {
    hall.wanted.choose(preset)
    self.preset = preset
  }

  private mutating func nextPreset(_ hall: inout WizardHall) {
    let presets = ScopePreset.allCases
    let next = preset.flatMap { presets.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    if preset == nil { own = hall.wanted }
    hall.isWantedTouched = true
    if let own, next == presets.count {
      hall.wanted = own
      preset = nil
    } else {
      use(presets[next % presets.count], &hall)
    }
  }

  private mutating func change(
    _ hall: inout WizardHall,
    _ edit: (inout ScopeSelection) -> Void
  ) {
    hall.isWantedTouched = true
    preset = nil
    edit(&hall.wanted)
  }

  private mutating func changeRow(
    _ hall: inout WizardHall,
    _ edit: (inout ScopeSelection, ScopeRow) -> Void
  ) {
    let rows = rows(hall)
    guard rows.indices.contains(selection.index) else { return }
    let row = rows[selection.index]
    change(&hall) { edit(&$0, row) }
    let after = hall.wanted.level(of: row.resource)
    if after == row.wanted, let needed = hall.wanted.requirement(of: row.resource) {
      hall.desk.notice = needed.reasons.first
    }
  }

  /// The rows that the filter lets through.
  func rows(_ hall: WizardHall) -> [ScopeRow] {
    let granted = hall.grantedScopes.map { ScopeSet(names: $0) }
    let needle = filter.lowercased()
    return ScopeCatalogue.rows.map { ScopeRow($0, hall.wanted, granted: granted) }.filter { row in
      needle.isEmpty || row.resource.contains(needle) || row.label.lowercased().contains(needle)
        || row.grants.lowercased().contains(needle)
    }
  }
}

// MARK: - What the token has now

extension ScopesRoom {
  /// Asks what the accepted token may do now; the earlier answer stays until then.
  private func askGranted(_ hall: inout WizardHall) {
    guard let secret = hall.token.accepted else { return }
    hall.desk.ask("Asking \(hall.options.apiHost) what the token has now", .granted) {
      .identify($0, secret)
    }
  }

  func granted(_ verification: Verification, _ hall: inout WizardHall) {
    guard verification.connection.state == .connected else {
      let title = ConnectionExplanation(verification.connection, context: hall.context).title
      hall.desk.notice = "\(title). The table shows what was known before."
      return
    }
    hall.token.verification = verification
    hall.desk.notice = "Asked again: the table shows what the token has now."
  }
}

/// One row of the scope table.
struct ScopeRow: Equatable, Sendable {
  /// The first half of the scope's name.
  var resource: String
  /// What Attio's dashboard calls it.
  var label: String
  /// The level that the project wants, what other rows need included.
  var wanted: AccessLevel
  /// The level that the token has; nil where that is not known.
  var granted: AccessLevel?
  /// Whether the row is there only because other rows need it.
  var isAdded: Bool
  /// Why other rows need it, one sentence each.
  var reasons: [String]
  /// What the wanted level allows, or what reading would.
  var grants: String

  fileprivate init(_ row: ScopeResource, _ selection: ScopeSelection, granted: ScopeSet?) {
    resource = row.resource
    label = row.label
    wanted = selection.level(of: row.resource)
    self.granted = granted?.level(of: row.resource)
    isAdded = selection.isAdded(row.resource)
    reasons = isAdded ? selection.requirement(of: row.resource)?.reasons ?? [] : []
    grants = (wanted == .readWrite ? row.readWriteGrants : row.readGrants) ?? ""
  }
}
