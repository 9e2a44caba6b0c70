import AttioAPI
import Ground
import SetupCore
import SetupRuntime
import Synchronization
import TestSupport

/// Plays a connection case with the product's own transport.
struct ConnectionStage {
  /// What came of it.
  struct Outcome {
    var verification: Verification
    var explanation: ConnectionExplanation
    /// Everything that any server, proxy or second origin was sent in plain text.
    var heard: [String] = []
    /// The host that was asked, with its port.
    var host: String
    /// The states after which a second try was made.
    var retries: [ConnectionState]
  }

  static let token = "canary0123456789canary0123456789canary0123456789canary0123456789"
  /// The user and password of a proxy, as the header carries them: `me:proxy-secret`.
  static let proxyCredential = "bWU6cHJveHktc2VjcmV0"
  static let identity = #"{"active":true,"workspace_id":"w","scope":"note:read"}"#
  /// No name server is asked for it: only proxies are told of it.
  private static let remote = "attio-setup.test"

  /// Where to go and how.
  private struct Way {
    var base: String
    var options = NetworkSettings.Options(timeoutSeconds: 5)
    var environment: [String: String] = [:]
    var servers: [RawHTTPServer] = []
    var library: String?
    var token = ConnectionStage.token
  }

  static func play(_ scene: ConnectionCase.Scene) async throws -> Outcome {
    let folder = try TemporaryFolder()
    let way = try await way(scene, in: folder)
    defer { for server in way.servers { server.stop() } }
    let settings = try NetworkSettings.isolated(way.options, way.environment)
    let base = try BaseURL(parsing: way.base)
    let client = AttioClient(base: base, transport: .curl(settings, library: way.library))
    let verifier = AttioVerifier(client: client, timeoutSeconds: settings.timeoutSeconds)
    let retries = Mutex<[ConnectionState]>([])
    let verification = await verifier.verify(token: Secret(way.token), wanted: []) { progress in
      if case .tryingAgain(let state) = progress { retries.withLock { $0.append(state) } }
    }
    let host = base.port.map { "\(base.host):\($0)" } ?? base.host
    let context = ConnectionContext(host: host, certificateFile: settings.caBundle)
    return Outcome(
      verification: verification,
      explanation: ConnectionExplanation(verification.connection, context: context),
      heard: way.servers.flatMap(\.requests),
      host: host,
      retries: retries.withLock(\.self)
    )
  }

  private static func way(
    _ scene: ConnectionCase.Scene,
    in folder: borrowing TemporaryFolder
  ) async throws -> Way {
    switch scene {
    case .answers(let answers):
      return try way(to: RawHTTPServer { [.readRequest, answers[min($0, answers.count - 1)]] })
    case .steps(let steps):
      return try way(to: RawHTTPServer { _ in [.readRequest] + steps })
    case .greeting(let text):
      return try way(to: RawHTTPServer { _ in [.send(text), .hold] })
    case .redirect: return try redirect()
    case .encrypted(let flaw, let trust): return try await encrypted(flaw, trust, in: folder)
    case .unencrypted:
      let server = try RawHTTPServer(identity: nil) { _ in [.send("HTTP/1.1 400 Bad\r\n\r\n")] }
      return Way(base: "https://127.0.0.1:\(server.port)/v2", servers: [server])
    case .tunnel(let flaw): return try await tunnel(flaw, in: folder)
    case .proxy(let step):
      let proxy = try RawHTTPServer { _ in [.readRequest] + [step].compactMap(\.self) }
      return remote(through: "http://me:proxy-secret@127.0.0.1:\(proxy.port)", [proxy])
    case .socksProxy:
      let proxy = try RawHTTPServer { _ in [] }
      return remote(through: "socks5h://me:proxy-secret@127.0.0.1:\(proxy.port)", [proxy])
    case .noProxy:
      return remote(through: "http://me:proxy-secret@127.0.0.1:\(try RawSocket.unusedPort())", [])
    case .senselessProxy: return remote(through: "gopher://me:proxy-secret@127.0.0.1:1", [])
    case .nobodyListens: return Way(base: "http://127.0.0.1:\(try RawSocket.unusedPort())/v2")
    case .nameWithoutAddress:
      // A label over 63 characters: the resolver knows without asking any name server.
      return Way(base: "https://\(String(repeating: "a", count: 64)).test/v2")
    case .noLibrary: return Way(base: "http://127.0.0.1:1", library: "libcurl-absent.so.4")
    case .value(let value): return Way(base: "http://127.0.0.1:1", token: value)
    }
  }

  private static func way(to server: RawHTTPServer) throws -> Way {
    let options = NetworkSettings.Options(timeoutSeconds: 2)
    return Way(base: try server.base.text, options: options, servers: [server])
  }

  private static func redirect() throws -> Way {
    let other = try RawHTTPServer(.answer(200, identity))
    let target = "Location: http://127.0.0.1:\(other.port)/v2/self?token=\(token)"
    let server = try RawHTTPServer(.answer(307, "", headers: [target]))
    return Way(base: try server.base.text, servers: [server, other])
  }

  private static func remote(through proxy: String, _ servers: [RawHTTPServer]) -> Way {
    Way(
      base: "https://\(remote)/v2",
      options: NetworkSettings.Options(timeoutSeconds: 2),
      environment: ["HTTPS_PROXY": proxy],
      servers: servers
    )
  }

  private static func encrypted(
    _ flaw: TestAuthority.Flaw,
    _ trust: ConnectionCase.Trust,
    in folder: borrowing TemporaryFolder
  ) async throws -> Way {
    let authority = try await authority("ca", in: folder)
    let identity = try await authority.identity(flaw)
    let server = try RawHTTPServer(identity: identity) { _ in
      [.readRequest, .answer(200, Self.identity)]
    }
    var way = Way(base: "https://127.0.0.1:\(server.port)/v2", servers: [server])
    switch trust {
    case .itsAuthority: way.options.caBundle = authority.bundle
    case .anotherAuthority: way.options.caBundle = try await self.authority("b", in: folder).bundle
    case .noAuthority: way.options.caBundle = #filePath
    }
    return way
  }

  private static func tunnel(
    _ flaw: TestAuthority.Flaw,
    in folder: borrowing TemporaryFolder
  ) async throws -> Way {
    let authority = try await authority("ca", in: folder)
    let identity = try await authority.identity(flaw, host: remote)
    let server = try RawHTTPServer(identity: identity) { _ in
      [.readRequest, .answer(200, Self.identity)]
    }
    let proxy = try RawHTTPServer { [port = server.port] _ in
      [.readRequest, .send("HTTP/1.1 200 Connection established\r\n\r\n"), .tunnel(port: port)]
    }
    var way = remote(through: "http://me:proxy-secret@127.0.0.1:\(proxy.port)", [server, proxy])
    // The variable instead of the option, which the other cases use.
    way.environment["SSL_CERT_FILE"] = authority.bundle
    return way
  }

  private static func authority(
    _ name: String,
    in folder: borrowing TemporaryFolder
  ) async throws -> TestAuthority {
    try folder.makeFolder(name)
    return try await TestAuthority(in: folder[name])
  }
}
