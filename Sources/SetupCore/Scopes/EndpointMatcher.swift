package import AttioTables
import Ground

/// Finds the scopes that calls need.
package enum EndpointMatcher {
  /// Why no scopes can be named for a call.
  package enum Failure: Error, Equatable {
    /// The text is no method with a path.
    case notACall(String)
    /// Attio has no such call; the nearest ones, the best first.
    case unknown(String, nearest: [EndpointRequirement])
  }

  /// Finds the row of a call.
  ///
  /// - Parameter text: A method and a path, as in `POST /v2/tasks`.
  /// - Returns: The call with its scopes.
  /// - Throws: `Failure`, whose sentence is for the user.
  package static func match(_ text: String) throws(Failure) -> MatchedCall {
    let cleaned = SafeText.cleaned(text)
    guard let call = EndpointCall(text) else { throw .notACall(cleaned) }
    guard let best = EndpointRequirements.matches(call.method, call.pathSegments).first,
      best.guesses == 0
    else { throw .unknown(cleaned, nearest: nearest(to: call)) }
    return MatchedCall(text: cleaned, requirement: best.requirement, call: call)
  }

  /// Gives the smallest set that covers several calls.
  package static func scopes(covering calls: [MatchedCall]) -> ScopeSet {
    calls.reduce(ScopeSet()) { $0.union($1.needs) }
  }

  /// How far a segment is from one of the table's; 0 where it fits.
  private static func cost(of segment: String, for pattern: String) -> Int {
    if pattern == "{target}" && !EndpointCall.isPlaceholder(segment) {
      return min(editDistance(segment, "objects"), editDistance(segment, "lists"))
    }
    if EndpointCall.isPlaceholder(pattern) { return 0 }
    return editDistance(segment, pattern)
  }
}

extension EndpointMatcher {
  private static let nearestCount = 3
  /// Beyond this a suggestion has nothing to do with what was written any more.
  private static let farthest = 8

  private static func nearest(to call: EndpointCall) -> [EndpointRequirement] {
    let ranked = EndpointRequirements.all.map { ($0, distance(from: call, to: $0)) }
      .filter { $0.1 <= farthest }
      .sorted { $0.1 < $1.1 }
    return ranked.prefix(nearestCount).map(\.0)
  }

  private static func distance(from call: EndpointCall, to row: EndpointRequirement) -> Int {
    let pattern = EndpointCall.segments(ofPath: row.path)
    let paths = zip(pattern, call.segments).reduce(0) { $0 + cost(of: $1.1, for: $1.0) }
    let forgotten = pattern.dropFirst(call.segments.count).reduce(0) {
      $0 + (EndpointCall.isPlaceholder($1) ? 4 : 2)
    }
    let tooMany = 6 * max(0, call.segments.count - pattern.count)
    return paths + forgotten + tooMany + methodCost(from: call.method, to: row)
  }

  /// Attio reads lists with POST: who wrote GET meant a call that only reads.
  private static func methodCost(from method: EndpointMethod, to row: EndpointRequirement) -> Int {
    if method == row.method { return 0 }
    let isReading = !row.allOf.contains { Scope($0).canWrite }
    if method == .get { return isReading ? 1 : 5 }
    if isReading { return 5 }
    return method == .delete || row.method == .delete ? 4 : 2
  }
}

extension EndpointMatcher.Failure {
  /// What happened and what to do now.
  package var sentence: String { "\(message) \(remedy)" }

  /// What happened.
  package var message: String {
    switch self {
    case .notACall(let text): "“\(text)” is no call."
    case .unknown(let text, _): "No call “\(text)” is known."
    }
  }

  /// What to do now, with the nearest calls where there are any.
  package var remedy: String {
    switch self {
    case .notACall:
      return "Write a method and a path, as in \"POST /v2/tasks\"."
    case .unknown(_, let nearest):
      let calls = nearest.map { "\($0.method.rawValue) \($0.path) (\($0.title))" }
      return calls.isEmpty
        ? "Look it up in Attio's API reference."
        : "Did you mean \(calls.joined(separator: ", "))?"
    }
  }
}
