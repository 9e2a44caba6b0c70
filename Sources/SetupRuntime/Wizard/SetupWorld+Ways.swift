package import Ground
package import SetupCore

extension SetupWorld {
  /// Asks for a first record, with the token read from where it is kept.
  package func query(
    _ request: QueryRequest,
    onRetry: @escaping @Sendable (ConnectionState) -> Void
  ) async -> QueryAnswer {
    let token: Secret
    switch request.token {
    case .envFile(let place):
      switch writtenToken(place) {
      case .success(let written): token = written
      case .failure(let error): return Self.unasked(.tokenMissing, error.message)
      }
    case .workspace(let workspace):
      // A token goes only to the API that gave it.
      guard workspace.key.api == connectTools.api else {
        return Self.unasked(.notChecked, "The token comes from another API. Nothing was sent.")
      }
      do throws(StoreError) {
        token = try await store.token(of: workspace)
      } catch {
        return Self.unasked(.tokenMissing, SetupError(error).message)
      }
    }
    return await verifier.querier.firstRecord(of: request.object, token: token, onRetry: onRetry)
  }

  private static func unasked(_ state: ConnectionState, _ message: String) -> QueryAnswer {
    QueryAnswer(connection: Connection(state: state, message: message))
  }

  /// Works out a starter client and the plan that writes it.
  package func planClient(_ request: ClientRequest) throws(SetupError) -> PlannedClient {
    let folder = StarterClientFolder(request.directory)
    var wanted = request.client
    if let module = folder.goModule { wanted.goModule = module }
    let client = try StarterClient(wanted)
    return PlannedClient(client: client, plan: noted(try folder.plan(client)))
  }
}
