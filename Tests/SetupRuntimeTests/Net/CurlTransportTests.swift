import AttioAPI
import SetupRuntime
import TestSupport
import Testing

@Suite(.alone) struct CurlTransportTests {
  @Test func `brings back status, headers, body and timings`() async throws {
    let server = try RawHTTPServer(.answer(200, "{\"a\":1}", headers: ["X-Two: Words here"]))
    try await withServer(server) { server in
      var request = try server.request()
      request.bearer = try BearerToken("canary-token")
      let response = try await Transport.curl(.isolated()).send(request).get()
      #expect(response.status == 200)
      #expect(response.header("x-two") == "Words here")
      #expect(String(decoding: response.body, as: UTF8.self) == "{\"a\":1}")
      #expect(try #require(response.timings.firstByte) > 0)
      let sent = try #require(server.requests.first)
      #expect(sent.hasPrefix("GET /v2/self HTTP/1.1\r\n"))
      #expect(sent.contains("\r\nAuthorization: Bearer canary-token\r\n"))
      #expect(sent.contains("\r\nUser-Agent: attio-setup/0.0.0-test\r\n"))
      #expect(!sent.lowercased().contains("accept-encoding"))
    }
  }

  @Test func `posts a body, bytes of every kind included`() async throws {
    let server = try RawHTTPServer(.answer(200, "ok"))
    try await withServer(server) { server in
      var request = HTTPRequest(.post, try server.base, path: "/oauth/token", limitSeconds: 5)
      request.body = Array("grant_type=a\u{1F600}".utf8)
      request.headers = [
        try #require(HTTPHeader("Content-Type", "application/x-www-form-urlencoded"))
      ]
      let response = try await Transport.curl(.isolated()).send(request).get()
      #expect(response.status == 200)
      let sent = try #require(server.requests.first)
      #expect(sent.hasPrefix("POST /v2/oauth/token HTTP/1.1\r\n"))
      #expect(sent.contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n"))
      #expect(sent.contains("\r\nContent-Length: 16\r\n"))
    }
  }

  @Test(arguments: [200, 204, 301, 400, 401, 403, 404, 429, 500, 503])
  func `gives every status as an answer`(status: Int) async throws {
    let server = try RawHTTPServer(.answer(status))
    try await withServer(server) { server in
      let response = try await Transport.curl(.isolated()).send(server.request()).get()
      #expect(response.status == status)
    }
  }

  @Test func `does not follow a redirect, so that no other origin sees the token`() async throws {
    let other = try RawHTTPServer(.answer(200, "{}"))
    try await withServer(other) { other in
      let target = "Location: http://127.0.0.1:\(other.port)/v2/self"
      let server = try RawHTTPServer(.answer(302, "", headers: [target]))
      try await withServer(server) { server in
        var request = try server.request()
        request.bearer = try BearerToken("canary-token")
        let response = try await Transport.curl(.isolated()).send(request).get()
        #expect(response.status == 302)
        #expect(server.requests.count == 1)
        #expect(other.requests.isEmpty)
      }
    }
  }

  @Test func `keeps the headers of the final answer only`() async throws {
    let server = try RawHTTPServer(
      .send("HTTP/1.1 103 Early Hints\r\nX-Early: yes\r\n\r\n"),
      .answer(200, "ok")
    )
    try await withServer(server) { server in
      let response = try await Transport.curl(.isolated()).send(server.request()).get()
      #expect(response.header("x-early") == nil)
      #expect(response.header("content-length") == "2")
    }
  }

  @Test func `takes a chunked body of exactly the limit`() async throws {
    let body = String(repeating: "x", count: HTTPRequest.usualBodyLimit)
    let size = String(body.utf8.count, radix: 16)
    let server = try RawHTTPServer(
      .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
      .send("\(size)\r\n\(body)\r\n0\r\n\r\n")
    )
    try await withServer(server) { server in
      let response = try await Transport.curl(.isolated()).send(server.request()).get()
      #expect(response.body.count == HTTPRequest.usualBodyLimit)
    }
  }
}
