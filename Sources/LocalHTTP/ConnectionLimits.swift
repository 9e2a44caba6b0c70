/// What connections to a server may take, so that those who only hold them keep nobody out.
package struct ConnectionLimits: Sendable {
  /// The most that are open at once; one more takes the place of the oldest that asks nothing.
  package var open: Int
  /// How long one may take to ask, from its start or from the last answer on.
  package var patience: Duration

  /// Takes both; those given here suit a server that programs ask.
  package init(open: Int = 256, patience: Duration = .seconds(60)) {
    self.open = open
    self.patience = patience
  }
}
