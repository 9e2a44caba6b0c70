private import AttioTables

/// What the third step knows and was told.
package struct ScopesState: Equatable, Sendable {
  /// What the user chose.
  package var selection = ScopeSelection()
  /// Whether the user changed anything, so that a new token does not undo it.
  package var isTouched = false
  /// The highlighted row of the filtered table.
  package var list = ListSelection()
  /// The text that rows must contain.
  package var filter = ""
  /// Whether keys go into the filter.
  package var isFiltering = false
  /// What was chosen before the first preset, which comes after the last one again.
  package var own: ScopeSelection?
  /// The preset that was chosen last and not changed since.
  package var preset: ScopePreset?
}

/// One row of the scope table.
package struct ScopeRow: Equatable, Sendable {
  /// The first half of the scope's name.
  package var resource: String
  /// What Attio's dashboard calls it.
  package var label: String
  /// The level that the project wants, what other rows need included.
  package var wanted: AccessLevel
  /// The level that the token has; nil where that is not known.
  package var granted: AccessLevel?
  /// Whether the row is there only because other rows need it.
  package var isAdded: Bool
  /// Why other rows need it, one sentence each.
  package var reasons: [String]
  /// What the wanted level allows, or what reading would.
  package var grants: String
}

extension WizardState {
  /// The scopes that the project wants, prerequisites included.
  package var wantedScopes: [String] { scopes.selection.scopes.names }

  /// The scopes that the token has; nil where that is not known, as of an app's tokens to come.
  package var grantedScopes: [String]? { method == .accessToken ? token.granted : nil }

  /// The rows that the filter lets through.
  package var scopeRows: [ScopeRow] {
    let granted = grantedScopes.map { ScopeSet(names: $0) }
    let needle = scopes.filter.lowercased()
    return ScopeCatalogue.rows.map { row(for: $0, granted: granted) }.filter { row in
      needle.isEmpty || row.resource.contains(needle) || row.label.lowercased().contains(needle)
        || row.grants.lowercased().contains(needle)
    }
  }

  private func row(for resource: ScopeResource, granted: ScopeSet?) -> ScopeRow {
    let wanted = scopes.selection.level(of: resource.resource)
    let isAdded = scopes.selection.isAdded(resource.resource)
    return ScopeRow(
      resource: resource.resource,
      label: resource.label,
      wanted: wanted,
      granted: granted?.level(of: resource.resource),
      isAdded: isAdded,
      reasons: isAdded
        ? scopes.selection.requirement(of: resource.resource)?.reasons ?? [] : [],
      grants: (wanted == .readWrite ? resource.readWriteGrants : resource.readGrants) ?? ""
    )
  }

  /// Starts with the project's own wish, else with what the token has, else with reading.
  mutating func prepareScopes() {
    guard !scopes.isTouched else { return }
    scopes = ScopesState()
    let noted = folder.report?.wantedScopes
    guard WantedScopes.of(noted: noted, granted: grantedScopes) != nil else {
      usePreset(WantedScopes.proposal)
      return
    }
    scopes.selection = ScopeSelection(WantedScopes.proposed(noted: noted, granted: grantedScopes))
  }

  /// Takes the project's own wish, and nothing where it has none: nobody was asked.
  mutating func noteWantedScopes() {
    guard !scopes.isTouched, let noted = WantedScopes.of(noted: folder.report?.wantedScopes)
    else { return }
    scopes.selection = ScopeSelection(noted)
  }

  private mutating func usePreset(_ preset: ScopePreset) {
    scopes.selection.choose(preset)
    scopes.preset = preset
  }

  mutating func typeFilter(_ text: String) -> [WizardEffect] {
    scopes.filter += text
    scopes.list = ListSelection()
    return []
  }

  mutating func handleScopes(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .confirm: return scopesConfirm()
    case .back: return scopesBack()
    case .filter: scopes.isFiltering = true
    case .erase:
      _ = scopes.filter.popLast()
      scopes.list = ListSelection()
    case .askAgain: return askForGranted()
    case .openLink: return [.openLink(scopesURL)]
    case .copyLink: return [.copy(ClipboardText(.link, scopesURL))]
    case .preset: nextPreset()
    case .selectNone: change { $0 = ScopeSelection() }
    case .toggle: changeRow { $0.toggle($1.resource) }
    case .raise: changeRow { $0.choose($1.wanted == .none ? .read : .readWrite, of: $1.resource) }
    case .lower:
      changeRow { $0.choose($1.wanted == .readWrite ? .read : .none, of: $1.resource) }
    default: scopes.list.move(intent, count: scopeRows.count, page: 6)
    }
    return []
  }

  /// The page where the scopes are ticked.
  private var scopesURL: String {
    method == .accessToken ? guide.tokensURL : DashboardGuide.appsURL
  }

  private mutating func scopesConfirm() -> [WizardEffect] {
    if scopes.isFiltering {
      scopes.isFiltering = false
      return []
    }
    review.reason = nil
    return makePlan()
  }

  private mutating func scopesBack() -> [WizardEffect] {
    if scopes.isFiltering || !scopes.filter.isEmpty {
      scopes.isFiltering = false
      scopes.filter = ""
      scopes.list = ListSelection()
      return []
    }
    return goToToken()
  }

  private mutating func nextPreset() {
    let presets = ScopePreset.allCases
    let next = scopes.preset.flatMap { presets.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    if scopes.preset == nil { scopes.own = scopes.selection }
    scopes.isTouched = true
    if let own = scopes.own, next == presets.count {
      scopes.selection = own
      scopes.preset = nil
    } else {
      usePreset(presets[next % presets.count])
    }
  }

  private mutating func change(_ edit: (inout ScopeSelection) -> Void) {
    scopes.isTouched = true
    scopes.preset = nil
    edit(&scopes.selection)
  }

  private mutating func changeRow(_ edit: (inout ScopeSelection, ScopeRow) -> Void) {
    let rows = scopeRows
    guard rows.indices.contains(scopes.list.index) else { return }
    let row = rows[scopes.list.index]
    change { edit(&$0, row) }
    let after = scopes.selection.level(of: row.resource)
    if after == row.wanted, let needed = scopes.selection.requirement(of: row.resource) {
      desk.notice = needed.reasons.first
    }
  }
}
