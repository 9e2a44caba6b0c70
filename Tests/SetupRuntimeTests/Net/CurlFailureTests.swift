import AttioAPI
import SetupRuntime
import TestSupport
import Testing

@Suite(.alone) struct CurlFailureTests {
  /// Longer than a busy machine needs, and shorter than libcurl is blocked by a silent name server
  /// or by what would otherwise be waited for; in seconds.
  private let patience = 8.0
  private static let head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"

  private func failure(
    of server: RawHTTPServer,
    limitSeconds: Double = 5
  ) async throws -> TransportFailure? {
    try await withServer(server) { server in
      let request = try server.request(limitSeconds: limitSeconds)
      switch await Transport.curl(try .isolated()).send(request) {
      case .success: return nil
      case .failure(let failure): return failure
      }
    }
  }

  @Test func `says that an answer was cut in the middle`() async throws {
    let server = try RawHTTPServer(.send(Self.head + "half"))
    #expect(try await failure(of: server) == .cut(status: 200))
  }

  @Test func `says that a chunked answer was cut in the middle`() async throws {
    let server = try RawHTTPServer(
      .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
    )
    #expect(try await failure(of: server) == .cut(status: 200))
  }

  @Test func `says that the connection was reset in the middle`() async throws {
    let server = try RawHTTPServer(.send(Self.head + "half"), .pause(milliseconds: 50), .reset)
    #expect(try await failure(of: server) == .cut(status: 200))
  }

  @Test func `says that nothing came before the close`() async throws {
    #expect(try await failure(of: RawHTTPServer()) == .cut(status: nil))
  }

  @Test func `says that the other side does not speak HTTP`() async throws {
    let server = try RawHTTPServer { _ in [.send("SSH-2.0-OpenSSH_9.2\r\n"), .hold] }
    #expect(try await failure(of: server) == .notHTTP)
  }

  @Test func `stops a chunked body one byte over the limit`() async throws {
    let chunk = String(repeating: "x", count: HTTPRequest.usualBodyLimit + 1)
    let size = String(chunk.utf8.count, radix: 16)
    let server = try RawHTTPServer(
      .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
      .send("\(size)\r\n\(chunk)\r\n0\r\n\r\n")
    )
    let limit = HTTPRequest.usualBodyLimit
    #expect(try await failure(of: server) == .tooLarge(status: 200, limit: limit))
  }

  @Test func `stops headers without an end`() async throws {
    let line = "X-Long: " + String(repeating: "x", count: 8000) + "\r\n"
    let server = try RawHTTPServer(
      .send("HTTP/1.1 200 OK\r\n" + String(repeating: line, count: 20))
    )
    let limit = HTTPRequest.usualBodyLimit
    #expect(try await failure(of: server) == .tooLarge(status: 200, limit: limit))
  }

  @Test func `ends at the limit when no byte comes`() async throws {
    let server = try RawHTTPServer(.hold)
    let (result, time) = try await seconds { try await failure(of: server, limitSeconds: 0.3) }
    #expect(result == .timeout(.firstByte))
    #expect(time >= 0.29 && time < patience)
  }

  @Test func `ends at the limit when the body drips`() async throws {
    let drip: [RawHTTPServer.Step] = (0..<100).flatMap { _ in
      [RawHTTPServer.Step.send("x"), .pause(milliseconds: 50)]
    }
    let server = try RawHTTPServer { _ in [.readRequest, .send(Self.head)] + drip }
    let (result, time) = try await seconds { try await failure(of: server, limitSeconds: 0.4) }
    #expect(result == .timeout(.body))
    #expect(time >= 0.39 && time < patience)
  }

  @Test func `gives the system's words for a port where nobody listens`() async throws {
    let base = try BaseURL(parsing: "http://127.0.0.1:\(RawSocket.unusedPort())/v2")
    let request = HTTPRequest(.get, base, path: "/self", limitSeconds: 5)
    let result = await Transport.curl(try .isolated()).send(request)
    #expect(
      result == .failure(.notConnected(host: "127.0.0.1", reason: "Connection refused"))
    )
  }

  @Test func `ends within the limit for a name that does not exist`() async throws {
    let base = try BaseURL(parsing: "https://attio-setup.invalid/v2")
    let request = HTTPRequest(.get, base, path: "/self", limitSeconds: 1)
    let (result, time) = try await seconds { await Transport.curl(try .isolated()).send(request) }
    // A machine may have a name server that is silent; then the limit is what ends it.
    let expected: [Result<HTTPResponse, TransportFailure>] = [
      .failure(.nameNotFound(host: "attio-setup.invalid")), .failure(.timeout(.nameLookup)),
    ]
    #expect(expected.contains(result))
    #expect(time < patience)
  }

  @Test func `comes back at once when its task is cancelled`() async throws {
    let server = try RawHTTPServer(.hold)
    try await withServer(server) { server in
      let request = try server.request(limitSeconds: 30)
      let transport = Transport.curl(try .isolated())
      let task = Task { await transport.send(request) }
      while server.requests.isEmpty { await Task.yield() }
      let (result, time) = await seconds {
        task.cancel()
        return await task.value
      }
      #expect(result == .failure(.cancelled))
      #expect(time < patience)
    }
  }

  @Test func `sends nothing for a task that was cancelled before`() async throws {
    let server = try RawHTTPServer(.answer(200))
    try await withServer(server) { server in
      let request = try server.request()
      let transport = Transport.curl(try .isolated())
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        return await transport.send(request)
      }
      task.cancel()
      #expect(await task.value == .failure(.cancelled))
      #expect(server.requests.isEmpty)
    }
  }

  @Test func `is a failure and no crash without libcurl`() async throws {
    let server = try RawHTTPServer(.answer(200))
    try await withServer(server) { server in
      let transport = Transport.curl(try .isolated(), library: "libcurl-absent.so.4")
      let result = await transport.send(try server.request())
      guard case .failure(.libraryMissing(let reason)) = result else {
        Issue.record("\(result)")
        return
      }
      #expect(reason.contains("libcurl-absent.so.4"))
      #expect(server.requests.isEmpty)
    }
  }

  @Test(arguments: ["/self\r\nX-Evil: 1", "/self\0", "/a b", "/é"])
  func `sends nothing for a path that could break the request line`(path: String) async throws {
    let server = try RawHTTPServer(.answer(200))
    try await withServer(server) { server in
      let request = HTTPRequest(.get, try server.base, path: path, limitSeconds: 5)
      #expect(await Transport.curl(try .isolated()).send(request) == .failure(.invalidRequest))
      #expect(server.requests.isEmpty)
    }
  }

  @Test(arguments: ["a\r\nX: y", "a\nb", "a\0b", "ü", "a\tb"])
  func `takes no header value that could hold another header`(value: String) {
    #expect(HTTPHeader("X-Test", value) == nil)
    #expect(HTTPHeader("X-" + value, "x") == nil)
  }
}
