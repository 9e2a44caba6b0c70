package import Ground

/// A second place that has a token, beside the one that was checked.
package struct RivalToken: Equatable, Sendable {
  /// Where it stands.
  package var source: TokenSource
  /// What Attio said of it; nil where it was not asked.
  package var verification: Verification?

  /// Ties a place to Attio's answer.
  package init(_ source: TokenSource, verification: Verification? = nil) {
    self.source = source
    self.verification = verification
  }

  /// Which other place matters beside the one that is checked, of those with a value of their own.
  ///
  /// - Parameters:
  ///   - checked: The value that is checked.
  ///   - sources: Where the variable stands, the place that wins first.
  /// - Returns: The place that wins, where another one is checked; else the next one that has
  ///   another value; nil where they all agree.
  package static func source(beside checked: Secret, in sources: [TokenSource]) -> TokenSource? {
    guard let winner = sources.first else { return nil }
    if winner.value != checked { return winner }
    return sources.dropFirst().first { $0.value != checked && !$0.value.isEmpty }
  }
}

/// Two places that give the variable different values, told from the one that wins.
struct SourceConflict {
  private let variable: String
  private let winner: TokenSource
  private let loser: TokenSource
  private let winnersAnswer: Verification?
  private let losersAnswer: Verification?
  /// Whether it is the losing value that was checked, as after a run that wrote it.
  let isLoserChecked: Bool

  /// Finds the place that wins over another one with another value; nil where there is none.
  init?(_ findings: StatusFindings) {
    guard !findings.isStored, let winner = findings.sources.first else { return nil }
    let others = findings.sources.dropFirst().filter { $0.value != winner.value }
    let own = TokenSource.Place.envFile(findings.envFileName)
    let rival = findings.rival
    guard
      let loser = others.first(where: { $0 == rival?.source })
        ?? others.first(where: { $0.place == own }) ?? others.first
    else { return nil }
    variable = findings.variable
    self.winner = winner
    self.loser = loser
    let isWinnerChecked = findings.checked?.value == winner.value
    isLoserChecked = findings.checked?.value == loser.value
    winnersAnswer =
      isWinnerChecked
      ? findings.verification : rival?.source == winner ? rival?.verification : nil
    losersAnswer =
      isLoserChecked
      ? findings.verification : rival?.source == loser ? rival?.verification : nil
  }

  /// Whether the value that wins is refused by Attio, or no token at all.
  var isWinnerBad: Bool { winnersAnswer?.connection.state.verdict == .actionNeeded }

  /// Whether Attio accepts the value that loses.
  var isLoserGood: Bool { losersAnswer?.connection.state == .connected }

  /// Who wins over whom, within a sentence.
  var clause: String { "\(name(winner)) overrides \(place(loser))" }

  /// What Attio said of the value that programs get, as a sentence; nil where it was not asked.
  var fate: String? {
    guard let state = winnersAnswer?.connection.state, state != .notChecked else { return nil }
    return switch state.verdict {
    case .good: "Your app gets that value, and it works\(losersFate)."
    case .actionNeeded: "Your app gets that value, and \(trouble)."
    case .unknown: nil
    }
  }

  /// The whole of it, where the value that wins is bad.
  var headline: String {
    let start = clause.prefix(1).uppercased() + clause.dropFirst()
    let other = place(loser)
    return switch losersAnswer?.connection.state.verdict {
    case .good: "\(start), and \(trouble); the one in \(other) works"
    case .actionNeeded: "\(start), and \(trouble); the one in \(other) doesn't work either"
    case .unknown, nil: "\(start), and \(trouble)"
    }
  }

  /// What Attio said of the value that loses, where the other one works.
  private var losersFate: String {
    guard let losersAnswer else { return "" }
    return switch losersAnswer.connection.state.verdict {
    case .good: ", too"
    case .actionNeeded: "; the one in \(place(loser)) doesn't"
    case .unknown: ""
    }
  }

  /// What takes the winner out of the way, or the loser where only the winner works; nil where another tool
  /// put it there.
  func remedy(_ findings: StatusFindings) -> String? {
    if winnersAnswer?.connection.state.verdict == .good,
      losersAnswer?.connection.state.verdict == .actionNeeded
    {
      return "Put the token that works into \(place(loser)): attio-setup"
    }
    return switch winner.place {
    case .environment: findings.direnv == nil ? "Run: unset \(variable)" : nil
    case .envFile(let file):
      "Remove \(variable) from \(SafeText.cleaned(file)), or put the right token there."
    }
  }

  private var trouble: String {
    guard let connection = winnersAnswer?.connection else { return "it is another token" }
    return switch connection.state {
    case .tokenMissing: "it is empty"
    case .tokenMalformed where connection.httpStatus == nil: "it is not a token that can be sent"
    case .tokenMalformed: "Attio can't read it"
    case .tokenInactive: "it is dead"
    case .unauthorized: "Attio rejects it"
    case .missingScope: "it lacks a scope"
    case .planLimit: "its workspace's plan doesn't allow this"
    case .notFound: "Attio doesn't find its workspace"
    default: "it is another token"
    }
  }

  private func name(_ source: TokenSource) -> String {
    switch source.place {
    case .environment: "your shell's \(variable)"
    case .envFile(let file): "the \(variable) in \(SafeText.cleaned(file))"
    }
  }

  private func place(_ source: TokenSource) -> String {
    switch source.place {
    case .environment: "your shell's"
    case .envFile(let file): SafeText.cleaned(file)
    }
  }
}
