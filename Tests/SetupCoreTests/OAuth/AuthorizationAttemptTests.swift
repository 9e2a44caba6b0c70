import SetupCore
import TestSupport
import Testing

struct AuthorizationAttemptTests {
  private func attempt(
    _ uri: String = RedirectURI.standardText,
    clientID: String = "bf071e1f-6035-429d-b874-d83ea64ea13b",
    challenge: String? = nil
  ) throws -> AuthorizationAttempt {
    AuthorizationAttempt(
      appURL: "https://app.attio.com",
      clientID: clientID,
      redirectURI: try RedirectURI(parsing: uri),
      state: "iF2-_9zQ",
      challenge: challenge
    )
  }

  @Test func `the address without PKCE is this one, byte for byte`() throws {
    #expect(
      try attempt().url == "https://app.attio.com/authorize"
        + "?client_id=bf071e1f-6035-429d-b874-d83ea64ea13b&response_type=code"
        + "&redirect_uri=http%3A%2F%2Flocalhost%3A8787%2Fcallback&state=iF2-_9zQ"
    )
  }

  @Test func `the address with PKCE is this one, byte for byte`() throws {
    // The challenge of RFC 7636 appendix B.
    let attempt = try attempt(challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    #expect(
      attempt.url == "https://app.attio.com/authorize"
        + "?client_id=bf071e1f-6035-429d-b874-d83ea64ea13b&response_type=code"
        + "&redirect_uri=http%3A%2F%2Flocalhost%3A8787%2Fcallback&state=iF2-_9zQ"
        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
    )
  }

  @Test func `what a value holds cannot add a parameter`() throws {
    let url = try attempt(
      "http://[::1]:1/a&scope=x%20y+z;~",
      clientID: "a b&c=d#e?f/ü%"
    ).url
    #expect(
      url == "https://app.attio.com/authorize"
        + "?client_id=a%20b%26c%3Dd%23e%3Ff%2F%C3%BC%25&response_type=code"
        + "&redirect_uri=http%3A%2F%2F%5B%3A%3A1%5D%3A1%2Fa%26scope%3Dx%2520y%2Bz%3B~&state=iF2-_9zQ"
    )
  }

  @Test func `the server may have a port and a path`() throws {
    var attempt = try attempt()
    attempt.appURL = "http://127.0.0.1:8080/app"
    #expect(attempt.url.hasPrefix("http://127.0.0.1:8080/app/authorize?client_id="))
  }
}
