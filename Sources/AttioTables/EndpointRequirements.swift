/// Attio's operations with the scopes they need, read from `rows` when first asked for.
package enum EndpointRequirements {
  /// Every operation, in the order of Attio's document.
  package static let all: [EndpointRequirement] =
    rows.description.split(separator: "\n").compactMap { EndpointRequirement(row: $0) }

  /// The operations that a method and a path can mean, the likeliest first.
  ///
  /// - Parameters:
  ///   - method: The method; nil where it is not known.
  ///   - path: The path's segments, `v2` included.
  /// - Returns: Where every segment is known at most one row fits best and stands first: a fixed
  ///   word goes before a parameter. Where one is not known, rows come after that fix it by a guess.
  package static func matches(
    _ method: EndpointMethod?,
    _ path: [PathSegment]
  ) -> [EndpointMatch] {
    all.lazy.filter { method == nil || $0.method == method }
      .compactMap { EndpointMatch($0, path: path) }
      .sorted { ($0.guesses, $1.fixed) < ($1.guesses, $0.fixed) }
  }
}

/// One segment of a path, as far as it is known.
package enum PathSegment: Equatable, Sendable {
  /// A word that is known.
  case word(String)
  /// Some value that is not known: a parameter, a variable of a program.
  case unknown
}

/// An operation that a path can mean.
package struct EndpointMatch: Equatable, Sendable {
  /// The operation.
  package var requirement: EndpointRequirement
  /// How many of the operation's fixed words stand where the path is not known; 0 means that the
  /// path says which operation it is.
  package var guesses: Int
  /// How many of its fixed words stand in the path.
  package var fixed: Int

  init?(_ requirement: EndpointRequirement, path: [PathSegment]) {
    let pattern = requirement.segments
    guard pattern.count == path.count else { return nil }
    self.requirement = requirement
    (guesses, fixed) = (0, 0)
    for (wanted, given) in zip(pattern, path) {
      switch given {
      case .unknown: guesses += wanted.hasPrefix("{") ? 0 : 1
      case .word(let word) where wanted == "{target}":
        guard word == "objects" || word == "lists" else { return nil }
      case .word(let word) where wanted.hasPrefix("{"):
        guard !word.isEmpty else { return nil }
      case .word(let word):
        guard word == wanted else { return nil }
        fixed += 1
      }
    }
  }
}
