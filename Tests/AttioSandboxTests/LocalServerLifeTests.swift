import LocalHTTP
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite(.alone) struct LocalServerLifeTests {
  @Test func `ends the handler when the client leaves`() async throws {
    let ended = EndSignal()
    try await Serving { _ in
      try? await Task.sleep(for: .seconds(60))
      ended.signal(wasCancelled: Task.isCancelled)
      return text("too late")
    }.test { client in
      let connection = try RawConnection(port: client.port)
      try connection.write(
        Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8),
        until: .now + .seconds(5)
      )
      connection.close()
      #expect(await ended.wait() == true)
    }
  }

  @Test func `a stop ends open connections at once and frees the port`() async throws {
    let server = try await LocalServer.start { _ in
      var response = text("never")
      response.delay = .seconds(60)
      return response
    }
    let idle = try RawConnection(port: server.port)
    let busy = try RawConnection(port: server.port)
    defer {
      idle.close()
      busy.close()
    }
    let end = ContinuousClock.now + .seconds(20)
    try busy.write(Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), until: end)
    let start = ContinuousClock.now
    await server.stop(grace: .milliseconds(100))
    await server.stop()
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(try idle.read(until: end) == nil)
    #expect(try busy.read(until: end) == nil)
    let again = try await LocalServer.start(port: server.port) { _ in text("again") }
    #expect(try await RawHTTPClient(port: again.port).request("GET", "/").text == "again")
    await again.stop()
  }

  @Test(arguments: [
    "GET /", "GET / HTTP/1.1\r\nHost: local", "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nhalf",
    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nG",
  ])
  func `a stop survives requests that were never finished`(text begun: String) async throws {
    let server = try await LocalServer.start { _ in text("answer") }
    let strangers = try (0..<20).map { _ in try RawConnection(port: server.port) }
    let end = ContinuousClock.now + .seconds(20)
    for stranger in strangers { try stranger.write(Array(begun.utf8), until: end) }
    // An answer to somebody else shows that the bytes before have been read.
    #expect(try await RawHTTPClient(port: server.port).request("GET", "/").text == "answer")
    await server.stop(grace: .milliseconds(100))
    for stranger in strangers {
      while try stranger.read(until: end) != nil {}
      stranger.close()
    }
  }

  @Test func `a stop lets an answer that is under way finish`() async throws {
    let began = EndSignal()
    let server = try await LocalServer.start { _ in
      began.signal(wasCancelled: false)
      var response = text("finished")
      response.delay = .milliseconds(100)
      return response
    }
    let client = RawHTTPClient(port: server.port)
    async let answer = client.request("GET", "/", headers: [("Connection", "keep-alive")])
    _ = await began.wait()
    await server.stop(grace: .seconds(10))
    #expect(try await answer.text == "finished")
  }

  @Test func `says that a port is taken`() async throws {
    let server = try await LocalServer.start { _ in text("first") }
    await #expect(throws: LocalServerError.portInUse(server.port)) {
      try await LocalServer.start(port: server.port) { _ in text("second") }
    }
    await #expect(throws: LocalServerError.portInUse(server.port)) {
      try await LocalServer.start(port: server.port, on: .both) { _ in text("third") }
    }
    await server.stop()
  }

  @Test func `listens on both families under one port`() async throws {
    let server = try await LocalServer.start(on: .both) { _ in text("both") }
    #expect(try await RawHTTPClient(port: server.port).request("GET", "/").text == "both")
    if hasIPv6 {
      let other = RawHTTPClient(port: server.port, address: .ipv6)
      #expect(try await other.request("GET", "/").text == "both")
    }
    await server.stop()
  }

  /// Whether this machine has ::1, found out without the code under test.
  private var hasIPv6: Bool {
    do {
      try RawConnection(port: 1, address: .ipv6).close()
      return true
    } catch RawHTTPError.system(_, let code) {
      return code == ECONNREFUSED
    } catch {
      return false
    }
  }
}

/// Tells a test that something in another task has happened.
private final class EndSignal: Sendable {
  private let stream = AsyncStream<Bool>.makeStream()

  func signal(wasCancelled: Bool) {
    stream.continuation.yield(wasCancelled)
  }

  /// What was signalled first; nil after ten seconds of silence.
  func wait() async -> Bool? {
    let limit = Task { [stream] in
      try await Task.sleep(for: .seconds(10))
      stream.continuation.finish()
    }
    defer { limit.cancel() }
    for await value in stream.stream {
      return value
    }
    return nil
  }
}
