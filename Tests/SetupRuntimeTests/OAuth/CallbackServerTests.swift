import Ground
import LocalHTTP
import SetupCore
import TestSupport
import Testing

@testable import SetupRuntime

@Suite(.alone) struct CallbackServerTests {
  /// Runs a server for `http://HOST:PORT/callback` for the length of a body.
  private func serving(
    host: String = "localhost",
    holdLimit: Duration = .seconds(20),
    _ body: (CallbackServer, RawHTTPClient, AnswerLog) async throws -> Void
  ) async throws {
    let port = try await ConnectStage.freePort()
    let log = AnswerLog()
    let server = try await CallbackServer.start(
      for: try ConnectStage.attempt("http://\(host):\(port)/callback"),
      place: ConnectStage.place,
      holdLimit: holdLimit
    ) { log.note($0) }
    let client = RawHTTPClient(port: port, address: host == "[::1]" ? .ipv6 : .ipv4)
    do { try await body(server, client, log) } catch {
      await server.stop()
      throw error
    }
    server.settle(.left)
    await server.stop()
  }

  private func checkHeaders(_ response: RawHTTPResponse) {
    for header in CallbackServer.headers {
      #expect(response.header(header.name) == header.value, "\(response.status) \(header.name)")
    }
  }

  @Test func `connections that are only held keep the browser's answer out of nothing`()
    async throws
  {
    try await serving { server, client, log in
      let silent = try (0..<300).map { number in
        let connection = try RawConnection(port: client.port)
        // Every second one has begun to ask.
        let text = number % 2 == 0 ? "" : "GET /callback?state="
        try connection.write(Array(text.utf8), until: .now + .seconds(5))
        return connection
      }
      defer { for connection in silent { connection.close() } }
      let answer = try await client.request("GET", "/callback?state=right-state&code=c")
      #expect(answer.status == 303)
      // The oldest had to go at once, the youngest go by themselves.
      for connection in [silent[0], silent[1], silent[298], silent[299]] {
        #expect(try connection.read(until: .now + .seconds(15)) == nil)
      }
    }
  }

  static let strangers: [(method: String, target: String, status: Int)] = [
    ("GET", "/favicon.ico", 404),
    ("GET", "/", 404),
    ("GET", "/callback/", 404),
    ("GET", "/Callback?state=right-state&code=c", 404),
    ("GET", "/%63allback?state=right-state&code=c", 404),
    ("GET", "//callback?state=right-state&code=c", 404),
    ("GET", "/result/guess", 404),
    ("POST", "/callback?state=right-state&code=c", 405),
    ("HEAD", "/callback?state=right-state&code=c", 405),
    ("PUT", "/callback?state=right-state&code=c", 405),
    ("OPTIONS", "/callback", 405),
    ("GET", "/callback", 400),
    ("GET", "/callback?code=c", 400),
    ("GET", "/callback?state=&code=c", 400),
    ("GET", "/callback?state=wrong-state&code=c", 400),
    ("GET", "/callback?state=right-stat&code=c", 400),
    ("GET", "/callback?state=wrong&error=access_denied", 400),
    ("GET", "/callback?state=right-state", 400),
    ("GET", "/callback?state=right-state&code=", 400),
    ("GET", "/callback?state=right-state&code=a%20b", 400),
    ("GET", "/callback?state=right-state&code=a&code=b", 400),
    ("GET", "/callback?state=right-state&state=right-state&code=a", 400),
    ("GET", "/callback?state=right-state&code=" + String(repeating: "x", count: 3000), 414),
    ("GET", "/callback?state=right-state&code=" + String(repeating: "x", count: 9000), 414),
  ]

  @Test func `strangers are answered, and the wait goes on`() async throws {
    try await serving { _, client, log in
      for stranger in Self.strangers {
        let response = try await client.request(stranger.method, stranger.target)
        #expect(response.status == stranger.status, "\(stranger)")
        checkHeaders(response)
        if stranger.status == 405 { #expect(response.header("Allow") == "GET") }
        #expect(!response.text.contains("<script"))
      }
      #expect(log.answers.isEmpty)
      let right = try await client.request("GET", "/callback?state=right-state&code=the-code")
      #expect(right.status == 303)
      #expect(log.answers == [.code(Secret("the-code"))])
    }
  }

  @Test(arguments: [
    "evil.example", "evil.example:PORT", "localhost", "localhost:1", "127.0.0.1", "localhost.:PORT",
    "localhost:PORT.evil.example", "[::1]:1", "0.0.0.0:PORT", "",
  ])
  func `a foreign name, or another port, is refused`(host: String) async throws {
    try await serving { _, client, log in
      let response = try await client.request(
        "GET",
        "/callback?state=right-state&code=c",
        headers: [("Host", host.replacing("PORT", with: "\(client.port)"))]
      )
      #expect((400..<500).contains(response.status))
      checkHeaders(response)
      #expect(log.answers.isEmpty)
    }
  }

  @Test func `every name of the address is answered, on both families`() async throws {
    try await serving { _, client, _ in
      for address in [RawHTTPClient.Address.ipv4, .ipv6] {
        for name in ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"] {
          let response = try await RawHTTPClient(port: client.port, address: address)
            .request("GET", "/callback", headers: [("Host", "\(name):\(client.port)")])
          #expect(response.status == 400, "\(name)")
        }
      }
    }
  }

  @Test(arguments: [("127.0.0.1", RawHTTPClient.Address.ipv6), ("[::1]", .ipv4)])
  func `an address of one family is listened on alone`(
    host: String,
    other: RawHTTPClient.Address
  ) async throws {
    try await serving(host: host) { _, client, _ in
      let status = try await client.request("GET", "/callback").status
      #expect(status == 400)
      await #expect(throws: RawHTTPError.self) {
        try await RawHTTPClient(port: client.port, address: other).request("GET", "/callback")
      }
    }
  }

  @Test func `the page after the answer has no code in its address, and tells the result`()
    async throws
  {
    try await serving { server, client, _ in
      let redirect = try await client.request("GET", "/callback?state=right-state&code=the-code")
      #expect(redirect.status == 303)
      checkHeaders(redirect)
      let address = try #require(redirect.header("Location"))
      #expect(!address.contains("the-code") && !address.contains("state"))
      async let held = client.request("GET", address)
      server.settle(.failed(.invalidGrant(description: nil), ConnectContext()))
      let page = try await held
      #expect(page.status == 200)
      checkHeaders(page)
      #expect(page.text.contains("Not connected"))
      #expect(page.text.contains("<code>~/app</code> on <code>desk</code>"))
      server.settle(.left)
      #expect(try await client.request("GET", address).body == page.body)
    }
  }

  @Test func `a result that is late is looked for again`() async throws {
    try await serving(holdLimit: .milliseconds(50)) { server, client, _ in
      let redirect = try await client.request("GET", "/callback?state=right-state&code=c")
      let address = try #require(redirect.header("Location"))
      let early = try await client.request("GET", address)
      #expect(early.text.contains("still working") && early.text.contains("http-equiv=\"refresh\""))
      server.settle(.left)
      let late = try await client.request("GET", address)
      #expect(late.text.contains("Stopped") && !late.text.contains("http-equiv=\"refresh\""))
    }
  }

  @Test func `a second answer is refused, one after the other and side by side`() async throws {
    try await serving { _, client, log in
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for index in 0..<12 {
          group.addTask {
            try await client.request("GET", "/callback?state=right-state&code=c\(index)").status
          }
        }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(statuses.sorted() == [303] + Array(repeating: 409, count: 11))
      let later = try await client.request("GET", "/callback?state=right-state&error=access_denied")
      #expect(later.status == 409)
      checkHeaders(later)
      #expect(later.text.contains("already used"))
      #expect(log.answers.count == 1)
    }
  }

  @Test func `an answer after a pasted one is refused`() async throws {
    try await serving { server, client, log in
      server.takeAnswer()
      let status = try await client.request("GET", "/callback?state=right-state&code=c").status
      #expect(status == 409)
      #expect(log.answers.isEmpty)
    }
  }

  @Test func `words of the query are cleaned, and code in them stays text`() async throws {
    try await serving { server, client, log in
      let words = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%1B%5B2J%E2%80%AE%22%27%26"
      let redirect = try await client.request(
        "GET",
        "/callback?state=right-state&error=%3Cb%3E&error_description=\(words)"
      )
      guard case .refused(let error, let description) = try #require(log.answers.first) else {
        Issue.record("\(log.answers)")
        return
      }
      server.settle(.failed(.refused(error: error, description: description), ConnectContext()))
      let page = try await client.request("GET", try #require(redirect.header("Location")))
      #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
      #expect(page.text.contains("&lt;b&gt;"))
      for piece in ["<script", "<b>", "\u{1B}", "\u{202E}"] { #expect(!page.text.contains(piece)) }
    }
  }

  @Test func `a huge header ends its connection, and the wait goes on`() async throws {
    try await serving { _, client, log in
      let headers = [("X-Huge", String(repeating: "x", count: 200_000))]
      let response = try? await client.request(
        "GET",
        "/callback?state=right-state&code=c",
        headers: headers
      )
      #expect(response.map { (400..<500).contains($0.status) } ?? true)
      #expect(log.answers.isEmpty)
      let status = try await client.request("GET", "/callback?state=right-state&code=c").status
      #expect(status == 303)
    }
  }

  @Test(arguments: [LoopbackAddresses.ipv4, .ipv6])
  func `a port that is taken is named, whichever family has it`(
    taken: LoopbackAddresses
  ) async throws {
    let other = try await LocalServer.start(on: taken) { _ in LocalResponse(status: 200) }
    await #expect(throws: ConnectFailure.portInUse(other.port)) {
      try await CallbackServer.start(
        for: try ConnectStage.attempt("http://localhost:\(other.port)/callback"),
        place: ConnectStage.place
      ) { _ in }
    }
    await other.stop()
  }

  @Test func `nobody listens after the end`() async throws {
    let port = try await ConnectStage.freePort()
    let server = try await CallbackServer.start(
      for: try ConnectStage.attempt("http://localhost:\(port)/callback"),
      place: ConnectStage.place
    ) { _ in }
    await server.stop()
    for address in [RawHTTPClient.Address.ipv4, .ipv6] {
      await #expect(throws: RawHTTPError.self) {
        try await RawHTTPClient(port: port, address: address).request("GET", "/callback")
      }
    }
  }

  @Test func `the end waits for the browser that was sent to the result`() async throws {
    let port = try await ConnectStage.freePort()
    let server = try await CallbackServer.start(
      for: try ConnectStage.attempt("http://localhost:\(port)/callback"),
      place: ConnectStage.place
    ) { _ in }
    let client = RawHTTPClient(port: port)
    let redirect = try await client.request("GET", "/callback?state=right-state&code=c")
    server.settle(.left)
    async let stopped: Void = server.stop()
    let page = try await client.request("GET", try #require(redirect.header("Location")))
    #expect(page.text.contains("Stopped in the terminal"))
    await stopped
  }

  @Test func `an answer that is the result already keeps its page, however soon the wait ends`()
    async throws
  {
    let port = try await ConnectStage.freePort()
    let server = try await CallbackServer.start(
      for: try ConnectStage.attempt("http://localhost:\(port)/callback"),
      place: ConnectStage.place,
      ending: { $0 == .denied ? .failed(.denied, ConnectContext()) : nil },
      onAnswer: { _ in }
    )
    let client = RawHTTPClient(port: port)
    let target = "/callback?state=right-state&error=access_denied"
    let redirect = try await client.request("GET", target)
    server.settle(.left)
    let page = try await client.request("GET", try #require(redirect.header("Location")))
    #expect(page.text.contains("You chose not to connect"))
    await server.stop()
  }
}
