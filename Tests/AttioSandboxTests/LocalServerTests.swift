import Ground
import LocalHTTP
import TestSupport
import Testing

@Suite(.alone) struct LocalServerTests {
  @Test func `hands over the request as it was sent`() async throws {
    try await Serving { request in
      let token = request.header("x-token") ?? ""
      let values = request.parameters.fields.filter { $0.name == "a" }.map(\.value).joined(
        separator: "|"
      )
      let body = String(decoding: request.body, as: UTF8.self)
      return text("\(request.method) \(request.path) ?\(request.query) \(values) \(token) \(body)")
    }.test { client in
      let answer = try await client.request(
        "POST",
        "/some%20path?a=1+2&a=%C3%A9%zz&b",
        headers: [("X-Token", "abc")],
        body: "hello"
      )
      #expect(answer.status == 200)
      #expect(answer.text == "POST /some%20path ?a=1+2&a=%C3%A9%zz&b 1 2|é%zz abc hello")
      #expect(answer.header("Content-Length") == "\(answer.body.count)")
    }
  }

  @Test(arguments: [
    "evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "127.0.0.1:x", "",
  ])
  func `refuses a foreign host name`(host: String) async throws {
    try await Serving(refusing).test { client in
      let answer = try await client.request("GET", "/", headers: [("Host", host)])
      #expect(answer.status == 421)
    }
  }

  @Test(arguments: ["localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:8787"])
  func `answers under the names of this machine`(host: String) async throws {
    try await Serving { _ in text("fine") }.test { client in
      let answer = try await client.request("GET", "/", headers: [("Host", host)])
      #expect(answer.text == "fine")
    }
  }

  @Test func `refuses a request without a host and one with two`() async throws {
    try await Serving(refusing).test { client in
      let none = try await client.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
      #expect(none.status == 421)
      let two = try await client.send("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n")
      #expect(two.status == 421)
    }
  }

  @Test(arguments: ["http://127.0.0.1/", "*"])
  func `refuses a target that is not a path`(target: String) async throws {
    try await Serving(refusing).test { client in
      let answer = try await client.request("OPTIONS", target)
      #expect(answer.status == 400)
    }
  }

  @Test func `takes a body of one mebibyte and refuses one byte more`() async throws {
    try await Serving { text("\($0.body.count)") }.test { client in
      let limit = LocalServer.bodyLimit
      let fits = String(repeating: "x", count: limit)
      let taken = try await client.request("POST", "/", body: fits)
      #expect(taken.text == "\(limit)")
      let refused = try await client.request("POST", "/", body: fits + "x")
      #expect(refused.status == 413)
    }
  }

  @Test func `refuses a chunked body that grows too large`() async throws {
    try await Serving(refusing).test { client in
      let chunk = String(repeating: "x", count: 1 << 20)
      let answer = try await client.send(
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "100000\r\n\(chunk)\r\n100000\r\n\(chunk)\r\n0\r\n\r\n"
      )
      #expect(answer.status == 413)
    }
  }

  @Test func `refuses a large body before it is sent where the client waits`() async throws {
    try await Serving(refusing).test { client in
      let answer = try await client.send(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999\r\n"
          + "Expect: 100-continue\r\n\r\n"
      )
      #expect(answer.status == 413)
    }
  }

  @Test func `lets a waiting client go on`() async throws {
    try await Serving { text(String(decoding: $0.body, as: UTF8.self)) }.test { client in
      let bytes = try await client.exchange(
        Array(
          ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nConnection: close\r\n"
            + "Expect: 100-continue\r\n\r\nhello").utf8
        )
      )
      let answer = String(decoding: bytes, as: UTF8.self)
      #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK"))
      #expect(answer.hasSuffix("\r\n\r\nhello"))
    }
  }

  @Test func `refuses a head that is too large or no HTTP`() async throws {
    try await Serving(refusing).test { client in
      let long = String(repeating: "x", count: 100_000)
      let header = try await client.request("GET", "/", headers: [("X-Long", long)])
      #expect(header.status == 400)
      #expect(try await client.send("\u{16}\u{3}\u{1} not http\r\n\r\n").status == 400)
    }
  }

  @Test func `keeps a connection for the next request`() async throws {
    try await Serving { text($0.path) }.test { client in
      let head = "HTTP/1.1\r\nHost: localhost\r\n"
      let bytes = try await client.exchange(
        Array("GET /one \(head)\r\nGET /two \(head)Connection: close\r\n\r\n".utf8),
        reading: .untilClosed
      )
      let answer = String(decoding: bytes, as: UTF8.self)
      #expect(answer.contains("\r\n\r\n/one"))
      #expect(answer.hasSuffix("\r\n\r\n/two"))
    }
  }

  @Test func `cuts the connection where it is told to`() async throws {
    try await Serving { request in
      var response = text("0123456789")
      response.delivery = request.path == "/none" ? .nothing : .cut(afterBodyBytes: 4)
      return response
    }.test { client in
      let cut = try await client.request("GET", "/cut")
      #expect(cut.text == "0123")
      #expect(cut.header("Content-Length") == "10")
      let bytes = try await client.exchange(
        Array("GET /none HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
      )
      #expect(bytes == [])
    }
  }

  @Test func `sends no body to HEAD`() async throws {
    try await Serving { _ in text("0123456789") }.test { client in
      let answer = try await client.request("HEAD", "/")
      #expect(answer.header("Content-Length") == "10")
      #expect(answer.body == [])
    }
  }

  @Test func `waits before an answer`() async throws {
    try await Serving { _ in
      var response = text("late")
      response.delay = .milliseconds(200)
      return response
    }.test { client in
      let start = ContinuousClock.now
      let answer = try await client.request("GET", "/")
      #expect(answer.text == "late")
      #expect(ContinuousClock.now - start >= .milliseconds(200))
    }
  }

  @Test func `answers fifty requests side by side`() async throws {
    try await Serving { request in
      var response = text(request.path)
      response.delay = .milliseconds(50)
      return response
    }.test { client in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<50 {
          group.addTask { try await client.request("GET", "/\(number)").text == "/\(number)" }
        }
        for try await isRight in group {
          #expect(isRight)
        }
      }
    }
  }
}

/// A handler for requests that must never reach it.
private let refusing: LocalServer.Handler = { request in
  Issue.record("The request reached the handler: \(request.method) \(request.path)")
  return text("reached")
}
