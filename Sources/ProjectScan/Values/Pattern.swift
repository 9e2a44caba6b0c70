/// A string as far as the source tells: known text with gaps.
struct Pattern: Equatable {
  /// One part.
  enum Piece: Equatable {
    case text(String)
    /// A value that is not known, with the name that the source gives it.
    case gap(String)
    /// What a caller gives for a parameter, or for a member of it.
    case parameter(Parameter)
    /// One text where a caller gives the parameter, another where it does not.
    case whenGiven(Parameter, String, String)
  }

  var pieces: [Piece]
  /// Where the path begins: the file and the token, which tell one call from another.
  var origin: Origin?
  /// Whether a part of it comes from configuration that a deployment may change.
  var isConfigured = false
  /// Whether it is what a call made of it, rather than the text itself.
  var isThroughCall = false

  init(_ pieces: [Piece], origin: Origin? = nil) {
    self.pieces = pieces
    self.origin = origin
  }

  static func gap(_ name: String) -> Pattern { Pattern([.gap(name)]) }

  /// The text, where all of it is known.
  var text: String? {
    if pieces.count == 1, case .text(let text) = pieces[0] { return text }
    var whole = ""
    for piece in pieces {
      guard case .text(let text) = piece else { return nil }
      whole += text
    }
    return whole
  }

  /// The known text that it begins with.
  var head: String {
    if case .text(let text)? = pieces.first { return text }
    return ""
  }

  var isEmpty: Bool { pieces.allSatisfy { $0 == .text("") } }

  var parameters: [Parameter] {
    pieces.compactMap {
      switch $0 {
      case .parameter(let parameter), .whenGiven(let parameter, _, _): parameter
      case .text, .gap: nil
      }
    }
  }

  /// Both, one after the other.
  static func + (left: Pattern, right: Pattern) -> Pattern {
    var pieces = left.pieces
    for piece in right.pieces {
      if case .text(let new) = piece, case .text(let old)? = pieces.last {
        pieces[pieces.count - 1] = .text(old + new)
      } else {
        pieces.append(piece)
      }
    }
    var sum = Pattern(pieces, origin: left.origin)
    // The path begins where text comes that is more than the address.
    if right.origin != nil, left.origin == nil || left.isEmpty || Address(left)?.isBase == true {
      sum.origin = right.origin
    }
    // A path that goes on elsewhere is told there: `OBJECTS_URL + "/people/records"`.
    if let later = right.origin, let first = left.origin, later.line != first.line,
      !right.head.hasPrefix("?"),
      !right.head.hasPrefix("&"), Address(left) != nil
    {
      sum.origin = later
    }
    sum.isConfigured = left.isConfigured || right.isConfigured
    sum.isThroughCall = left.isThroughCall || right.isThroughCall
    return sum
  }
}

/// A place in a file.
struct Origin: Hashable {
  var file: Int32
  var token: Int32
  var line: Int32
}

/// A parameter of a function, or a member of one.
struct Parameter: Hashable {
  var file: Int32
  var function: Int32
  var index: Int32
  /// The member, where the parameter is an object.
  var key: String?
  /// What the function takes where the caller gives nothing.
  var fallback: String?
}
