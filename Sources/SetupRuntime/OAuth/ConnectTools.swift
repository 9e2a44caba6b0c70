package import AttioAPI
package import Ground
package import SetupCore

/// What a connection is made with; tests put their own in the places.
package struct ConnectTools: Sendable {
  /// A request and what proves at the exchange that it was ours; nil where it has no challenge.
  package typealias Attempt = (attempt: AuthorizationAttempt, verifier: Secret?)

  /// Makes a request with a state of its own, and a challenge where it is wanted.
  package var makeAttempt: @Sendable (ConnectRequest) throws(ConnectFailure) -> Attempt
  /// Exchanges a code: the app, the code, the verifier.
  package var exchange:
    @Sendable (AppCredentials, Secret, Secret?) async ->
      Result<Secret, ConnectFailure>
  /// Asks Attio whose a token is.
  package var identify: @Sendable (Secret) async -> Verification
  /// Stores a token, and tells whether it replaced one of the same workspace and app.
  package var save: @Sendable (Secret, ConnectedWorkspace) async throws(StoreError) -> Bool
  /// Finds out where tokens can be kept.
  package var probeStore: @Sendable () async -> StoreProbe
  /// The time, in seconds since 1970.
  package var now: @Sendable () -> Double
  /// The variables of the shell.
  package var environment: [String: String]
  /// This machine's name, for the browser's page.
  package var hostName: String
  /// The API whose tokens these are, without a slash at its end.
  package var api: String
  /// What makes failures concrete in texts, the request's own parts apart.
  package var context: ConnectContext

  /// Collects the tools.
  package init(
    makeAttempt: @escaping @Sendable (ConnectRequest) throws(ConnectFailure) -> Attempt,
    exchange:
      @escaping @Sendable (AppCredentials, Secret, Secret?) async ->
      Result<Secret, ConnectFailure>,
    identify: @escaping @Sendable (Secret) async -> Verification,
    save: @escaping @Sendable (Secret, ConnectedWorkspace) async throws(StoreError) -> Bool,
    probeStore: @escaping @Sendable () async -> StoreProbe,
    now: @escaping @Sendable () -> Double = AttioClock.system.unixSeconds,
    environment: [String: String],
    hostName: String = HostName.current,
    api: String,
    context: ConnectContext = ConnectContext()
  ) {
    self.makeAttempt = makeAttempt
    self.exchange = exchange
    self.identify = identify
    self.save = save
    self.probeStore = probeStore
    self.now = now
    self.environment = environment
    self.hostName = hostName
    self.api = api
    self.context = context
  }

  /// The request that goes to an authorization server, made of chance.
  package static func attempt(
    _ request: ConnectRequest,
    appURL: String
  ) throws(ConnectFailure) -> Attempt {
    let key = request.sendsChallenge ? try ProofKey.make() : nil
    let attempt = AuthorizationAttempt(
      appURL: appURL,
      clientID: request.credentials.clientID,
      redirectURI: request.credentials.redirectURI,
      state: RandomText.make(),
      challenge: key?.challenge
    )
    return (attempt, key?.verifier)
  }

  /// The tools of a real run.
  ///
  /// - Parameters:
  ///   - client: Asks the authorization server.
  ///   - api: The API that the tokens are for.
  ///   - verifier: Asks that API.
  ///   - timeoutSeconds: The limit for the exchange.
  ///   - environment: The variables of the shell.
  ///   - context: What makes failures concrete in texts.
  ///   - store: Keeps the tokens.
  /// - Returns: The tools.
  package static func live(
    client: OAuthClient,
    api: BaseURL,
    verifier: AttioVerifier,
    timeoutSeconds: Double,
    environment: [String: String],
    context: ConnectContext,
    store: TokenStore
  ) -> ConnectTools {
    let exchanger = CodeExchanger(client: client, timeoutSeconds: timeoutSeconds)
    let appURL = client.app.text
    return ConnectTools(
      makeAttempt: { request throws(ConnectFailure) in try attempt(request, appURL: appURL) },
      exchange: { await exchanger.exchange($0, code: $1, verifier: $2) },
      identify: { await verifier.identify($0) },
      save: { token, workspace throws(StoreError) in try await store.save(token, for: workspace) },
      probeStore: { await store.probe() },
      environment: environment,
      api: api.text,
      context: context
    )
  }

  func context(of request: ConnectRequest) -> ConnectContext {
    var context = context
    context.redirectURI = request.credentials.redirectURI.text
    if let name = request.envFileName { context.envFileName = name }
    return context
  }
}
