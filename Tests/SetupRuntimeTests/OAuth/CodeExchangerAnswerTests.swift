import AttioAPI
import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// What answers of servers that misbehave, or repeat what they were sent, become.
@Suite(.alone) struct CodeExchangerAnswerTests {
  private static let code = "canary+code/0123456789"
  private static let secret = "canary-secret-0123456789"
  private static let verifier = "canary-verifier-0123456789"

  private func exchange(_ server: RawHTTPServer) async throws -> ConnectFailure? {
    let base = try BaseURL(parsing: "http://127.0.0.1:\(server.port)")
    let client = OAuthClient(app: base, transport: .curl(try .isolated()))
    let credentials = AppCredentials(
      clientID: "client",
      clientSecret: Secret(Self.secret),
      redirectURI: try RedirectURI(parsing: RedirectURI.standardText)
    )
    let result = await CodeExchanger(client: client, timeoutSeconds: 10).exchange(
      credentials,
      code: Secret(Self.code),
      verifier: Secret(Self.verifier)
    )
    guard case .failure(let failure) = result else { return nil }
    checkSecrecy(of: failure)
    return failure
  }

  private func checkSecrecy(of failure: ConnectFailure) {
    var dumped = ""
    dump(failure, to: &dumped)
    let text = "\(dumped) \(failure) \(failure.setupError())"
    let encoded = "canary%2Bcode%2F0123456789"
    for secret in [Self.code, encoded, Self.secret, Self.verifier, "canary-token"] {
      #expect(!text.contains(secret), "\(text)")
    }
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  private func answer(
    _ status: Int,
    _ body: String,
    headers: [String] = []
  ) async throws -> ConnectFailure? {
    let server = try RawHTTPServer(.answer(status, body, headers: headers))
    return try await withServer(server) { try await exchange($0) }
  }

  @Test(
    arguments: [
      (400, #"{"error":"invalid_grant"}"#, .invalidGrant(description: nil)),
      (400, #"{"error":"invalid_grant","error_description":" "}"#, .invalidGrant(description: nil)),
      (
        400,
        #"{"status_code":400,"type":"x","code":"invalid_grant","message":"M"}"#,
        .invalidGrant(description: "M")
      ),
      (400, #"{"error":"invalid_client"}"#, .invalidClient(description: nil)),
      (401, #"{"code":"unauthorized","message":"M"}"#, .invalidClient(description: "M")),
      (400, #"{"error":"redirect_uri_mismatch"}"#, .redirectURIMismatch(description: nil)),
      (400, #"{"error":"invalid_redirect_uri"}"#, .redirectURIMismatch(description: nil)),
      (
        400,
        #"{"error":"invalid_request","error_description":"Unknown redirect_uri"}"#,
        .redirectURIMismatch(description: "Unknown redirect_uri")
      ),
      (
        400,
        #"{"error":"invalid_grant","error_description":"Redirect URI differs"}"#,
        .redirectURIMismatch(description: "Redirect URI differs")
      ),
      // RFC 6749's own sentence names every cause, so it tells none.
      (
        400,
        #"{"error":"invalid_grant","error_description":"Expired, or the redirect URI differs"}"#,
        .invalidGrant(description: "Expired, or the redirect URI differs")
      ),
      (
        400,
        #"{"error":"unsupported_grant_type","error_description":"D"}"#,
        .exchangeRefused(error: "unsupported_grant_type", description: "D")
      ),
    ] as [(Int, String, ConnectFailure)]
  )
  func `an error body becomes its cause`(
    status: Int,
    body: String,
    failure: ConnectFailure
  ) async throws {
    #expect(try await answer(status, body) == failure)
  }

  @Test(arguments: ["invalid_grant", "invalid_client", "redirect_uri_mismatch", "other"])
  func `what a server repeats is hidden, and its words are cleaned`(error: String) async throws {
    let failure = try await answer(
      400,
      """
      {"error":"\(error)","error_description":"\\u001b[31m\\u202e code=\(Self.code) \
      canary%2Bcode%2F0123456789 client_secret=\(Self.secret) \(Self.verifier)"}
      """
    )
    #expect(failure?.happening().contains("code=") == true)
  }

  @Test func `the error itself may repeat a secret, too`() async throws {
    let failure = try await answer(400, #"{"error":"bad \#(Self.secret)"}"#)
    guard case .exchangeRefused(let error, nil) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(error.hasPrefix("bad "))
  }

  @Test func `401 without a word is about the app`() async throws {
    guard case .invalidClient = try await answer(401, "") else {
      Issue.record("not about the app")
      return
    }
  }

  @Test func `a token that no header can carry is never shown`() async throws {
    let failure = try await answer(200, #"{"access_token":"canary-token\n"}"#)
    #expect(failure?.name == "bad_response")
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `a redirect is not followed`(status: Int) async throws {
    let other = try RawHTTPServer(.answer(200, #"{"access_token":"canary-token"}"#))
    try await withServer(other) { other in
      let target = "Location: http://127.0.0.1:\(other.port)/oauth/token?code=canary"
      let failure = try await answer(status, "", headers: [target])
      #expect(failure?.name == "redirected")
      #expect(other.connections == 0)
    }
  }

  @Test func `a connection that is cut is not tried again`() async throws {
    let server = try RawHTTPServer(.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"))
    try await withServer(server) { server in
      let failure = try await exchange(server)
      #expect(failure?.name == "bad_response")
      #expect(server.connections == 1)
    }
  }
}
