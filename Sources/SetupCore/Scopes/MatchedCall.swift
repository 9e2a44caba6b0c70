package import AttioTables

/// A call that was found in the table, with the scopes it needs.
package struct MatchedCall: Equatable, Sendable {
  /// The call as the user wrote it, cleaned for a screen.
  package var text: String
  /// The row of the table.
  package var requirement: EndpointRequirement
  /// Which of the row's cases is meant; nil where it has none.
  package var condition: ScopeCondition?
  /// Whether the call leaves the case open and the commonest one was taken.
  package var isConditionAssumed: Bool

  /// The scopes that a log says its requests needed: there the case is known; nil without a log.
  package var logged: ScopeSet?

  /// Ties a call to its row and reads the case out of the path where it stands there.
  init(text: String, requirement: EndpointRequirement, call: EndpointCall) {
    self.text = text
    self.requirement = requirement
    let pattern = EndpointCall.segments(ofPath: requirement.path)
    let target = zip(pattern, call.segments).first { $0.0 == "{target}" }?.1
    switch target {
    case "lists": condition = .targetLists
    case .some: condition = .targetObjects
    case nil: condition = requirement.alternatives.isEmpty ? nil : .onRecords
    }
    isConditionAssumed = condition != nil && target != "lists" && target != "objects"
  }

  /// The scopes it needs in the case that is meant.
  package var needs: ScopeSet {
    if let logged { return logged }
    let conditional = requirement.alternatives.first { $0.condition == condition }
    return ScopeSet(names: requirement.allOf + (conditional?.scopes ?? []))
  }

  /// What there is to know besides the scopes, in sentences; nil for nothing.
  package var remark: String? {
    let level =
      requirement.takesWorkspaceTokensOnly
      ? "Only a workspace's token may make it, and no member's." : nil
    let sentences = [assumption, level].compactMap(\.self)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// What was assumed and what holds otherwise, as a sentence; nil where nothing was assumed.
  var assumption: String? {
    let other = requirement.alternatives.first { $0.condition != condition }
    guard isConditionAssumed, logged == nil, let other else { return nil }
    let subjects =
      condition == .onRecords
      ? ("comments on records", "those on list entries")
      : ("attributes of objects", "those of lists")
    let scopes = other.scopes.joined(separator: " and ")
    return "This is for \(subjects.0); for \(subjects.1) it needs \(scopes) instead."
  }
}
