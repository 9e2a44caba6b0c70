import AttioAPI
import AttioSandbox
import Ground
import LocalHTTP
import SetupCore
import SetupRuntime
import Synchronization
import TestSupport

/// Ports and requests for tests of the way back from the browser.
enum ConnectStage {
  /// A port that nobody listens on, for both families.
  static func freePort() async throws -> Int {
    let server = try await LocalServer.start(on: .both) { _ in LocalResponse(status: 200) }
    await server.stop()
    return server.port
  }

  static func attempt(_ address: String, state: String = "right-state") throws
    -> AuthorizationAttempt
  {
    AuthorizationAttempt(
      appURL: "http://127.0.0.1:1",
      clientID: "client",
      redirectURI: try RedirectURI(parsing: address),
      state: state
    )
  }

  static let place = TerminalPlace(directory: "/home/me/app", home: "/home/me", host: "desk")

  static func request(
    port: Int,
    secret: String = Sandbox.clientSecret
  ) throws -> ConnectRequest {
    ConnectRequest(
      credentials: AppCredentials(
        clientID: Sandbox.clientID,
        clientSecret: Secret(secret),
        redirectURI: try RedirectURI(parsing: "http://localhost:\(port)/callback")
      ),
      directory: "/home/me/app",
      store: .file
    )
  }

  /// The tools of a real run against a sandbox, but for a store in memory.
  static func tools(
    _ sandbox: RunningSandbox,
    store: MemoryStore,
    timeoutSeconds: Double = 10
  ) throws -> ConnectTools {
    let transport = Transport.curl(try .isolated())
    let api = try BaseURL(parsing: sandbox.apiURL)
    let nowhere = ["HOME": "/nonexistent"]
    var tools = ConnectTools.live(
      client: OAuthClient(app: try BaseURL(parsing: sandbox.appURL), transport: transport),
      api: api,
      verifier: AttioVerifier(
        client: AttioClient(base: api, transport: transport),
        timeoutSeconds: 10
      ),
      timeoutSeconds: timeoutSeconds,
      environment: ["HOME": "/home/me"],
      context: ConnectContext(),
      store: TokenStore(environment: nowhere, home: "/nonexistent", toolEnvironment: nowhere)
    )
    tools.save = { token, workspace throws(StoreError) in try store.save(token, workspace) }
    tools.probeStore = { StoreProbe(keyringProblem: .keyringLocked, filePath: "/store") }
    return tools
  }

  /// What the sandbox's page sends the browser to: the query of the redirect.
  static func answer(
    _ offer: ConnectOffer,
    _ choice: String,
    sandbox: RunningSandbox
  ) async throws -> String {
    let target = offer.attempt.url.dropFirst(sandbox.appURL.count)
    let response = try await RawHTTPClient(port: sandbox.port)
      .request("GET", "\(target)&\(choice)")
    let location = response.header("Location") ?? ""
    return String(location.drop { $0 != "?" }.dropFirst())
  }
}

/// Keeps tokens in memory, or refuses to.
final class MemoryStore: Sendable {
  private let kept = Mutex<[String: Secret]>([:])
  private let problem: StoreError?

  init(failing problem: StoreError? = nil) {
    self.problem = problem
  }

  func save(_ token: Secret, _ workspace: ConnectedWorkspace) throws(StoreError) -> Bool {
    if let problem { throw problem }
    return kept.withLock { $0.updateValue(token, forKey: workspace.key.workspaceID) != nil }
  }

  var tokens: [Secret] { kept.withLock { Array($0.values) } }
}

/// The answers that a server handed over.
final class AnswerLog: Sendable {
  private let kept = Mutex<[AuthorizationAnswer]>([])

  func note(_ answer: AuthorizationAnswer) { kept.withLock { $0.append(answer) } }

  var answers: [AuthorizationAnswer] { kept.withLock(\.self) }
}
