import Ground

/// A connected workspace and what came of asking Attio with its token.
package struct CheckedWorkspace: Equatable, Sendable {
  /// The workspace, brought up to date by Attio's answer.
  package var workspace: ConnectedWorkspace
  /// What came of the question; texts cleaned.
  package var connection: Connection
  /// The connection in words.
  package var explanation: ConnectionExplanation

  /// Explains the outcome of a question.
  ///
  /// - Parameters:
  ///   - workspace: The entry of the store.
  ///   - connection: What came of the question.
  ///   - context: What the explanation needs to know besides the workspace.
  package init(
    _ workspace: ConnectedWorkspace,
    _ connection: Connection,
    context: ConnectionContext
  ) {
    self.workspace = workspace
    self.connection = connection
    var context = context
    context.origin = .workspaceStore
    context.guide.workspaceSlug = workspace.slug.isEmpty ? nil : workspace.slug
    explanation = ConnectionExplanation(connection, context: context)
  }

  /// Whether Attio knows the token, which may do nothing.
  var lacksEveryScope: Bool { connection.state == .connected && workspace.scopes.isEmpty }

  /// What it comes to.
  package var verdict: Verdict { lacksEveryScope ? .actionNeeded : connection.state.verdict }

  /// What happened, where it is not good.
  var happening: String {
    lacksEveryScope ? Objection.withoutScopes : explanation.happening
  }

  /// What to do; nil where the connection is good.
  package var remedy: String? {
    if lacksEveryScope { return ScopePlace.app.remedy(ticking: ScopeSet()) }
    return connection.state == .connected ? nil : explanation.remedy
  }

  /// The exit code for all of them: that of the worst, where action comes before not knowing.
  package static func exitCode(_ checked: [CheckedWorkspace]) -> Int32 {
    let verdicts = checked.map(\.verdict)
    if verdicts.contains(.actionNeeded) { return ExitStatus.actionNeeded }
    return verdicts.contains(.unknown) ? ExitStatus.unknown : ExitStatus.good
  }
}

extension ConnectedWorkspace {
  /// Takes over what Attio said of the token now.
  ///
  /// - Parameters:
  ///   - identity: Whose the token is; one of another workspace changes nothing.
  ///   - time: When Attio said it, in seconds since 1970.
  /// - Returns: The entry as it is now.
  package func confirmed(by identity: Identity, at time: Double) -> ConnectedWorkspace {
    guard identity.workspaceID == key.workspaceID else { return self }
    var workspace = self
    workspace.name = identity.workspaceName
    workspace.slug = identity.workspaceSlug ?? ""
    workspace.scopes = identity.scopes
    workspace.level = identity.level ?? workspace.level
    workspace.verifiedAt = time
    return workspace
  }
}
