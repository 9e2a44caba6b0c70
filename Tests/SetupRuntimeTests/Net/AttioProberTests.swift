import AttioAPI
import Ground
import SetupCore
import SetupRuntime
import Synchronization
import TestSupport
import Testing

@Suite(.alone) struct AttioProberTests {
  private static let token = Secret(
    "canary0123456789abcdef0123456789abcdef0123456789abcdef0123456789"
  )

  /// A transport that answers by the path and notes what was asked.
  private final class FakeAttio: Sendable {
    struct Log {
      var requests: [HTTPRequest] = []
      var current = 0
      var highest = 0
    }

    let log = Mutex(Log())
    let answer: @Sendable (HTTPRequest) -> HTTPResponse

    init(answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) {
      self.answer = answer
    }

    var transport: Transport {
      Transport { request in
        let number = self.log.withLock { log in
          log.requests.append(request)
          log.current += 1
          log.highest = max(log.highest, log.current)
          return log.requests.count - 1
        }
        // Every four come together, or somebody waited for a place that was free.
        let deadline = ContinuousClock.now + .seconds(5)
        let together = (number / 4 + 1) * 4
        while self.log.withLock({ $0.requests.count }) < together, ContinuousClock.now < deadline {
          await Task.yield()
        }
        // A fifth one that is already under way gets the time to show itself.
        for _ in 0..<1_000 { await Task.yield() }
        self.log.withLock { $0.current -= 1 }
        return .success(self.answer(request))
      }
    }
  }

  private func probe(
    _ transport: Transport,
    base: BaseURL = .attioAPI,
    objects: [String] = ["people"]
  ) async -> [ProbeResult] {
    let client = AttioClient(base: base, transport: transport)
    return await AttioProber(client: client, timeoutSeconds: 5).probe(
      token: Self.token,
      granted: ScopeCatalogue.everything,
      objects: objects
    )
  }

  @Test func `asks twelve reads, four at once, and uses what they tell`() async throws {
    let attio = FakeAttio { request in
      let id = #"{"record_id":"r-1","list_id":"l-1","meeting_id":"m-1"}"#
      return HTTPResponse(
        status: 200,
        body: Array(#"{"data":[{"id":\#(id)},{"id":{"record_id":"r-2"}}]}"#.utf8)
      )
    }
    let results = await probe(attio.transport)
    #expect(results.count == 12)
    #expect(results.allSatisfy { $0.state == .connected && $0.httpStatus == 200 })
    #expect(results.allSatisfy { $0.milliseconds != nil && $0.message == nil })
    let log = attio.log.withLock { $0 }
    #expect(log.highest == 4)
    #expect(
      Set(log.requests.map(\.path)) == [
        "/objects/people/records/query", "/objects", "/lists/l-1/entries/query", "/lists",
        "/notes?limit=1", "/tasks?limit=1", "/threads?limit=1&object=people&record_id=r-1",
        "/workspace_members", "/webhooks?limit=1", "/meetings?limit=1",
        "/meetings/m-1/call_recordings?limit=1", "/files?limit=1&object=people&record_id=r-1",
      ]
    )
    for request in log.requests {
      #expect(request.bearer != nil)
      #expect((request.method == .post) == request.path.hasSuffix("/query"))
      #expect(String(decoding: request.body, as: UTF8.self) == expectedBody(request))
    }
  }

  private func expectedBody(_ request: HTTPRequest) -> String {
    request.method == .post ? #"{"limit":1}"# : ""
  }

  @Test(arguments: [
    #"{"data":[]}"#, #"{"data":[{"id":{"record_id":"../self","list_id":"a?b"}}]}"#, "{}",
    #"{"data":[{"id":"r-1"}]}"#,
  ])
  func `asks for nothing that no answer names safely`(body: String) async {
    let attio = FakeAttio { _ in HTTPResponse(status: 200, body: Array(body.utf8)) }
    let results = await probe(attio.transport)
    #expect(attio.log.withLock { $0.requests.count } == 8)
    let skipped = results.filter { $0.state == .notChecked }
    #expect(skipped.count == 4)
    #expect(skipped.allSatisfy { $0.message?.hasSuffix("and none is known.") == true })
  }

  @Test func `gives each refusal its state and its words`() async throws {
    let token = Self.token.reveal()
    let attio = FakeAttio { request in
      switch request.path {
      case "/notes?limit=1":
        HTTPResponse(
          status: 403,
          body: Array(#"{"message":"\u001b[2JNo \#(token)"}"#.utf8)
        )
      case "/lists": HTTPResponse(status: 200, body: Array("<html>".utf8))
      default: HTTPResponse(status: 200, body: Array(#"{"data":[]}"#.utf8))
      }
    }
    let results = await probe(attio.transport)
    let note = try #require(results.first { $0.call == "GET /v2/notes" })
    #expect(note.state == .missingScope && note.httpStatus == 403)
    #expect(note.message == "[2JNo cana…6789")
    let lists = try #require(results.first { $0.call == "GET /v2/lists" })
    #expect(lists.state == .badResponse && lists.httpStatus == 200)
  }

  @Test func `begins nothing more after the first 429`() async throws {
    let server = try RawHTTPServer(.answer(429, "{}", headers: ["Retry-After: 9"]))
    try await withServer(server) { server in
      let results = await probe(.curl(try .isolated()), base: try server.base)
      let asked = results.filter { $0.state == .rateLimited && $0.httpStatus == 429 }
      let left = results.filter { $0.message == "Not asked: Attio asked to wait." }
      #expect((1...4).contains(asked.count))
      #expect(server.requests.count == asked.count)
      #expect(asked.count + left.count == 12)
    }
  }

  @Test func `sends nothing that cannot be a token`() async throws {
    let attio = FakeAttio { _ in HTTPResponse(status: 200) }
    let client = AttioClient(base: .attioAPI, transport: attio.transport)
    let results = await AttioProber(client: client, timeoutSeconds: 5).probe(
      token: Secret("op://vault/token"),
      granted: ScopeCatalogue.everything,
      objects: []
    )
    #expect(results == [])
    #expect(attio.log.withLock { $0.requests.isEmpty })
  }
}
