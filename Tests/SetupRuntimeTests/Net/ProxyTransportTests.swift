import AttioAPI
import SetupRuntime
import TestSupport
import Testing

@Suite(.alone) struct ProxyTransportTests {
  /// A host that no name server is asked for: the proxy would look it up.
  private func send(
    _ environment: [String: String],
    to base: String = "https://attio-setup.invalid/v2"
  ) async throws -> Result<HTTPResponse, TransportFailure> {
    let settings = try NetworkSettings(environment: environment, version: "test")
    var request = HTTPRequest(.get, try BaseURL(parsing: base), path: "/self", limitSeconds: 5)
    request.bearer = try BearerToken("canary-token")
    return await Transport.curl(settings).send(request)
  }

  @Test func `says that the proxy refused the connection`() async throws {
    let port = try RawSocket.unusedPort()
    let result = try await send(["HTTPS_PROXY": "http://127.0.0.1:\(port)"])
    let proxy = "127.0.0.1:\(port) in HTTPS_PROXY"
    let reason = "Connection refused"
    #expect(result == .failure(.proxy(.unreachable(proxy: proxy, reason: reason))))
  }

  @Test(arguments: [403, 407, 502, 201, 302])
  func `says what the proxy answered instead of connecting`(status: Int) async throws {
    let server = try RawHTTPServer(.answer(status, "", headers: ["Proxy-Authenticate: Basic"]))
    try await withServer(server) { server in
      let result = try await send(["https_proxy": "127.0.0.1:\(server.port)"])
      let proxy = "127.0.0.1:\(server.port) in https_proxy"
      #expect(result == .failure(.proxy(.answered(proxy: proxy, status: status))))
      let sent = try #require(server.requests.first)
      #expect(sent.hasPrefix("CONNECT attio-setup.invalid:443 HTTP/1.1\r\n"))
      #expect(!sent.contains("canary-token"))
    }
  }

  @Test func `says that the proxy hung up`() async throws {
    let server = try RawHTTPServer()
    try await withServer(server) { server in
      let result = try await send(["ALL_PROXY": "http://127.0.0.1:\(server.port)"])
      guard case .failure(.proxy(.unreachable)) = result else {
        Issue.record("\(result)")
        return
      }
    }
  }

  @Test func `blames the server and not the proxy once the tunnel stands`() async throws {
    let server = try RawHTTPServer(.send("HTTP/1.1 200 Connected\r\n\r\n"))
    try await withServer(server) { server in
      let result = try await send(["HTTPS_PROXY": "http://127.0.0.1:\(server.port)"])
      guard case .failure(.tls(let problem)) = result else {
        Issue.record("\(result)")
        return
      }
      #expect(problem.cause == .handshake)
    }
  }

  @Test func `sends a loopback address to no proxy`() async throws {
    let proxy = try RawHTTPServer(.answer(500))
    let server = try RawHTTPServer(.answer(200))
    defer { proxy.stop() }
    try await withServer(server) { server in
      let address = "http://127.0.0.1:\(proxy.port)"
      let variables = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"]
      let environment = Dictionary(uniqueKeysWithValues: variables.map { ($0, address) })
      for host in ["127.0.0.1", "localhost"] {
        let result = try await send(environment, to: "http://\(host):\(server.port)/v2")
        #expect(try result.get().status == 200)
      }
      #expect(proxy.requests.isEmpty)
      #expect(server.requests.count == 2)
    }
  }

  @Test func `sends nothing where the variable holds no proxy`() async throws {
    let result = try await send(["HTTPS_PROXY": "gopher://127.0.0.1:1"])
    #expect(result == .failure(.proxy(.unusable(variable: "HTTPS_PROXY", because: nil))))
  }
}
