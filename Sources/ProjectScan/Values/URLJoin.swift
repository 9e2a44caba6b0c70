/// Joins an address and a path.
enum URLJoin {
  /// As a browser resolves a reference (RFC 3986 section 5.2).
  static func resolved(_ references: [Pattern], against bases: [Pattern]) -> [Pattern] {
    guard let base = bases.first(where: { Address($0) != nil }) else { return references }
    return references.map { reference in
      if Address(reference) != nil, reference.head.contains("://") { return reference }
      var start = base
      if case .text(let text)? = base.pieces.last, let host = text.range(of: Address.host) {
        var kept = text
        if reference.head.hasPrefix("/") {
          kept = String(text[..<host])
        } else if let slash = text[host...].lastIndex(of: "/") {
          kept = String(text[...slash])
        } else {
          kept = text + "/"
        }
        start.pieces[start.pieces.count - 1] = .text(kept)
      }
      return start + reference
    }
  }

  /// With exactly one slash between.
  static func withSlash(_ left: [Pattern], _ right: [Pattern], _ evaluator: Evaluator) -> [Pattern]
  {
    var result: [Pattern] = []
    for first in left {
      for second in right where result.count < Evaluator.choiceLimit {
        result.append(joined(first, second))
      }
    }
    return result
  }

  static func joined(_ first: Pattern, _ second: Pattern) -> Pattern {
    if Address(second) != nil, second.head.contains("://") { return second }
    var left = first
    if case .text(let text)? = left.pieces.last, text.hasSuffix("/") {
      left.pieces[left.pieces.count - 1] = .text(String(text.dropLast()))
    }
    let needsSlash = !second.head.hasPrefix("/") && !second.head.hasPrefix("?")
    let slash = Pattern([.text(needsSlash ? "/" : "")])
    return left + slash + second
  }
}

extension String {
  /// The place right after a part, as the beginning of a path; nil where the part is missing.
  fileprivate func range(of part: String) -> String.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(part) { return self.index(index, offsetBy: part.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
