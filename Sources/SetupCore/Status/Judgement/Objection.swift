internal import Ground

/// Something that stands against a connection that Attio confirmed.
package struct Objection: Equatable, Sendable {
  /// What it is, to follow “Connected to Acme, but ”.
  package var phrase: String
  /// More about it, one sentence a line.
  package var details: [String]
  /// What to do about it, as an imperative; nil where nobody can say.
  package var remedy: String?

  /// Names what is wrong.
  package init(_ phrase: String, details: [String] = [], remedy: String?) {
    self.phrase = phrase
    self.details = details
    self.remedy = remedy
  }
}

extension Objection {
  /// Said of a token that may do nothing.
  static let withoutScopes = "This token has no scopes yet, so every call answers 403."

  /// What a token lacks; nil where it has what is wanted.
  ///
  /// - Parameters:
  ///   - granted: The token's scopes; nil where they are not known.
  ///   - wanted: The project's; nil where it names none.
  ///   - place: Where scopes are ticked.
  /// - Returns: The missing scopes, every one by its name.
  static func scopes(granted: ScopeSet?, wanted: ScopeSet?, at place: ScopePlace) -> Objection? {
    guard let granted else { return nil }
    let missing = (wanted ?? ScopeSet()).missing(from: granted)
    guard !granted.isEmpty else {
      return Objection(
        "the token has no scopes",
        details: [withoutScopes]
          + (missing.isEmpty ? [] : ["Needed: \(ScopeSet.listed(missing.names))."]),
        remedy: place.remedy(ticking: missing)
      )
    }
    guard !missing.isEmpty else { return nil }
    return Objection(ScopeWords.missing(missing.names), remedy: place.remedy(ticking: missing))
  }

  /// A failed check, in the words that follow the headline's “but”.
  init?(_ check: Check, _ findings: StatusFindings) {
    guard check.state == .fail else { return nil }
    if let special = Self.special(check, findings) {
      self = special
      return
    }
    let file = SafeText.cleaned(findings.envFileName)
    let phrase: String
    switch check.id {
    case .fileMode: phrase = "others can change \(file)"
    case .gitIgnored: phrase = "git doesn't ignore \(file)"
    case .gitUntracked: phrase = "\(file) is in git"
    case .gitHistory: phrase = "git has the token"
    case .apiObjects: phrase = "its objects can't be listed"
    default: phrase = Self.lowered(check.summary)
    }
    self.init(phrase, remedy: check.remedy)
  }

  /// The checks that say more than a phrase.
  private static func special(_ check: Check, _ findings: StatusFindings) -> Objection? {
    switch check.id {
    case .tokenSource:
      SourceConflict(findings).map { conflict in
        Objection(
          conflict.clause,
          details: conflict.fate.map { [$0] } ?? [],
          remedy: conflict.remedy(findings) ?? check.remedy
        )
      }
    case .scopesGranted:
      scopes(
        granted: findings.grantedScopes,
        wanted: findings.wantedScopes,
        at: findings.scopePlace
      )
    default: nil
    }
  }

  /// A check's first sentence within another one.
  private static func lowered(_ summary: String) -> String {
    let sentence = summary.hasSuffix(".") ? summary.dropLast() : summary[...]
    let first = sentence.prefix(1)
    let isWord = sentence.dropFirst().first?.isLowercase ?? false
    return (isWord ? first.lowercased() : String(first)) + sentence.dropFirst()
  }
}
