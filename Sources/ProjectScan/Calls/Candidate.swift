/// A call that was seen, before it is matched with Attio's operations.
struct Candidate {
  /// What comes after the host.
  var path: Pattern
  var methods: [Pattern]
  var strength: Strength
  var file: Int
  var line: Int
  /// Whether the base comes from configuration, or the object is not proved.
  var isSure: Bool
  /// Whether `/v2` may be part of a base that the source does not show.
  var isConfigured: Bool
  /// The call that it was seen in: of several choices there, those that are no operation are left out.
  var group: Origin
  /// Whether it is only worth telling where it is one of Attio's operations.
  var isGuess = false

  /// How surely the method is known.
  enum Strength: Int, Comparable {
    case none, usual, named, told
    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }
}

/// What a function of the project sends, with its parameters open.
struct Summary: Equatable {
  var path: Pattern
  /// Whether the path is a whole address that a caller gives.
  var isWholeAddress: Bool
  var methods: [Pattern]
  var strength: Candidate.Strength
  var isConfigured: Bool
  var isSure = true
  /// Whether it stands in generated code, so that callers are the calls.
  var isGenerated = false
  var file: Int
  var line: Int
}
