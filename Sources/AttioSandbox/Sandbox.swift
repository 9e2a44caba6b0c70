package import LocalHTTP

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An imitation of Attio on this machine, to try things and to test against.
///
/// It is written from what is documented and recorded of Attio's API, not from this project's
/// client, so that a misunderstanding of the client's does not find its twin here.
package struct Sandbox: Sendable {
  /// What tests adjust.
  package struct Options: Sendable {
    /// How long the scenario `slow` takes to answer.
    package var slowDelay: Duration
    /// How long an authorization code lives, in seconds.
    package var codeLifetime: Int
    /// The number that the data are made from.
    package var seed: Int
    /// Whether Attio's rate limits hold.
    package var limitsRate: Bool
    /// Takes each line of the log of requests, its end included.
    package var log: (@Sendable (String) -> Void)?
    /// The time in seconds since 1970.
    package var now: @Sendable () -> Int

    /// Collects the options.
    package init(
      slowDelay: Duration = .seconds(30),
      codeLifetime: Int = 600,
      seed: Int = 1,
      limitsRate: Bool = false,
      log: (@Sendable (String) -> Void)? = nil,
      now: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
    ) {
      self.slowDelay = slowDelay
      self.codeLifetime = codeLifetime
      self.seed = seed
      self.limitsRate = limitsRate
      self.log = log
      self.now = now
    }
  }

  /// The token of each scenario, the same on every run.
  package static let tokens = Dictionary(
    uniqueKeysWithValues: SandboxScenario.allCases.map { ($0, $0.token) }
  )
  /// The OAuth app's client identifier.
  package static let clientID = "sandbox-client"
  /// The OAuth app's client secret.
  package static let clientSecret = "sandbox-secret"

  private let options: Options

  /// Prepares a sandbox; nothing listens yet.
  package init(options: Options = Options()) {
    self.options = options
  }

  /// Starts it on 127.0.0.1; port 0 picks a free port.
  package func start(port: Int = 0) async throws(LocalServerError) -> RunningSandbox {
    let site = SandboxSite(options: options)
    let server = try await LocalServer.start(port: port) { await site.answer($0) }
    return RunningSandbox(server: server)
  }
}

/// A sandbox that listens.
package struct RunningSandbox: Sendable {
  private let server: LocalServer

  init(server: LocalServer) {
    self.server = server
  }

  /// The port on 127.0.0.1.
  package var port: Int { server.port }
  /// The base URL of the API, for `--base-url`.
  package var apiURL: String { "\(appURL)/v2" }
  /// The base URL of the authorization server, for `--app-url`.
  package var appURL: String { "http://127.0.0.1:\(port)" }

  /// Stops it and ends every connection.
  package func stop() async {
    await server.stop()
  }
}
