import LocalHTTP
import TestSupport

/// A server that runs for the length of one test.
struct Serving {
  var handler: LocalServer.Handler

  init(_ handler: @escaping LocalServer.Handler) {
    self.handler = handler
  }

  func test(_ body: (RawHTTPClient) async throws -> Void) async throws {
    let server = try await LocalServer.start(handler: handler)
    do {
      try await body(RawHTTPClient(port: server.port))
    } catch {
      await server.stop(grace: .zero)
      throw error
    }
    await server.stop(grace: .zero)
  }
}

/// A plain answer.
func text(_ body: String) -> LocalResponse {
  LocalResponse(status: 200, contentType: "text/plain", text: body)
}
