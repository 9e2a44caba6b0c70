import Ground

extension SetupError {
  /// A connection that keeps a run from going on.
  package init(_ connection: Connection, context: ConnectionContext) {
    let explanation = ConnectionExplanation(connection, context: context)
    self.init(
      connection.state.verdict == .unknown ? .unknown : .actionNeeded,
      "\(explanation.title). \(explanation.happening) Nothing was written.",
      remedy: explanation.remedy,
      name: connection.state.rawValue
    )
  }
}
