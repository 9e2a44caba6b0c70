import Ground

extension Waiting {
  /// Says that the first try failed, where this effect is the one that tries again.
  mutating func noteRetry(_ id: EffectID, after state: ConnectionState) {
    guard id == self.id else { return }
    let title = ConnectionExplanation(Connection(state: state)).title
    what = "\(title). Trying once more"
  }
}
