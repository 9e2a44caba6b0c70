import Ground

extension Waiting {
  /// Says that the first try failed, where this effect is the one that tries again.
  mutating func noteRetry(_ id: EffectID, after state: ConnectionState) {
    guard id == self.id else { return }
    let title = ConnectionExplanation(Connection(state: state)).title
    what = "\(title). Trying once more"
  }

  /// Says that another run has the turn, where this effect is the one that waits for it.
  mutating func noteTurn(_ id: EffectID) {
    if id == self.id { what = "Waiting for another attio-setup that is changing this project" }
  }
}
