/// Which reads are asked with a token, in which order, and what is said of the others.
package struct ProbePlan: Equatable, Sendable {
  /// The most reads that are under way at once.
  package static let width = 4

  /// How the asking went on as a whole.
  package enum Ending: Equatable, Sendable {
    /// Everything was asked that could be.
    case complete
    /// Attio asked to wait, and nothing more was asked.
    case rateLimited
  }

  private let granted: ScopeSet
  private let level: String?
  private let reads: [ProbeRead]

  /// Plans one read for each resource that the token may at least read.
  ///
  /// - Parameters:
  ///   - granted: The token's scopes.
  ///   - level: For whom it acts; nil where Attio did not say.
  package init(granted: ScopeSet, level: String? = nil) {
    self.granted = granted
    self.level = level
    reads = ProbeRead.all.filter { granted.level(of: $0.resource) > .none }
  }

  /// The reads that can be asked with what is known, those left out that were asked already.
  package func ready(_ things: ProbeThings, after asked: [String: ProbeResult]) -> [ProbeRead] {
    reads.filter {
      asked[$0.call] == nil && granted.covers($0.needs) && !isWrongLevel($0)
        && $0.path(with: things) != nil
    }
  }

  /// Gives a result for every read, with the reason where it was not asked.
  ///
  /// - Parameters:
  ///   - answers: The results so far, by call.
  ///   - things: What became known.
  ///   - ending: Whether the asking stopped before its end.
  /// - Returns: The results in the order of the table of scopes.
  package func results(
    _ answers: [String: ProbeResult],
    _ things: ProbeThings,
    _ ending: Ending
  ) -> [ProbeResult] {
    reads.map { read in
      answers[read.call] ?? ProbeResult(notAsked: read.call, because: reason(read, things, ending))
    }
  }

  private func isWrongLevel(_ read: ProbeRead) -> Bool {
    read.isForWorkspaces && level == TokenLevel.user
  }

  private func reason(_ read: ProbeRead, _ things: ProbeThings, _ ending: Ending) -> String {
    let missing = read.needs.missing(from: granted)
    guard missing.isEmpty else {
      return "it needs \(missing.names.joined(separator: " and ")) too."
    }
    if isWrongLevel(read) { return "it takes a workspace's token, and this is a member's." }
    if ending == .rateLimited { return "Attio asked to wait." }
    let unknown = read.asksFor.filter { things[$0] == nil }.map(\.words)
    return "it takes \(unknown.joined(separator: " and ")), and none is known."
  }
}
