import AttioAPI
import SetupRuntime
import TestSupport

/// Runs a body against a raw server and stops the server at its end.
func withServer<Value>(
  _ server: RawHTTPServer,
  _ body: (RawHTTPServer) async throws -> Value
) async rethrows -> Value {
  defer { server.stop() }
  return try await body(server)
}

extension RawHTTPServer {
  /// The server's address as a base URL.
  var base: BaseURL {
    get throws { try BaseURL(parsing: "http://127.0.0.1:\(port)/v2") }
  }

  /// A GET request for this server.
  func request(limitSeconds: Double = 5) throws -> HTTPRequest {
    HTTPRequest(.get, try base, path: "/self", limitSeconds: limitSeconds)
  }
}

extension NetworkSettings {
  /// Settings that read nothing of this machine.
  static func isolated(
    _ options: Options = Options(),
    _ environment: [String: String] = [:]
  ) throws -> NetworkSettings {
    try NetworkSettings(options, environment: environment, version: "0.0.0-test")
  }
}

/// How long a body takes, in seconds.
func seconds<Value>(_ body: () async throws -> Value) async rethrows -> (Value, Double) {
  let clock = ContinuousClock()
  let start = clock.now
  let value = try await body()
  return (value, (clock.now - start) / .seconds(1))
}
