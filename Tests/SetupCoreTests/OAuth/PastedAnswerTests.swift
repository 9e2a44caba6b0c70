import Ground
import SetupCore
import TestSupport
import Testing

private let state = "wK0x5cYcQ7g8sUuT4oXvB1nR2mP3lE6hD9fJ_aZ-kVi"
private let secret = "canarySecret0123456789abcdef0123"
private let code = "canaryCode0123456789"
private let query = "code=\(code)&state=\(state)"

struct PastedAnswerTests {
  private static let attempt = AuthorizationAttempt(
    appURL: "https://app.attio.com",
    clientID: "bf071e1f-6035-429d-b874-d83ea64ea13b",
    redirectURI: RedirectURITestsValue.standard,
    state: state
  )

  private func read(_ text: String) -> Result<AuthorizationAnswer, PasteRefusal> {
    PastedAnswer.read(FileContent(text), for: Self.attempt, clientSecret: Secret(secret))
  }

  @Test(arguments: [
    "http://localhost:8787/callback?\(query)", "http://127.0.0.1:1/other/?\(query)#",
    "https://example.com/cb?x=1&\(query)#fragment", "localhost:8787/callback?\(query)",
    "HTTP://LOCALHOST:8787/callback?\(query)", "/callback?\(query)", "?\(query)", query,
    "state=\(state)&code=\(code)", "&\(query)&", "\(code)&state=\(state)", "code=\(code)", code,
  ])
  func `takes an address, its query, or the code`(text: String) {
    #expect(read(text) == .success(.code(Secret(code))))
  }

  @Test(arguments: [
    " http://localhost:8787/callback?\(query)\n", "\"http://localhost:8787/callback?\(query)\"",
    "<http://localhost:8787/callback?\(query)>", " '<\(query)>' \r\n", "“\(code)”", "`\(code)`",
    "http://localhost:8787/callback?code=\(code)&sta\nte=\(state)",
    "http://localhost:8787/call  \r\n   back?code=\(code)&state=\(state.prefix(20))\n"
      + "\(state.dropFirst(20))",
    "code=\(code)\n&state=\(state)", "\u{FEFF}\(code)\u{200B}",
    "\u{1B}[200~http://localhost:8787/callback?\(query)\u{1B}[201~", "[200~\(code)[201~",
    "^[[200~\(code)^[[201~", "\u{1B}[200~ \"\(code)\"\n\u{1B}[201~", "'code=\(code)'",
  ])
  func `cleans what stands around it`(text: String) {
    #expect(read(text) == .success(.code(Secret(code))))
  }

  @Test(arguments: [
    ("a%2Bb%2F%3D%3D", "a+b/=="), ("a+b", "a+b"), ("ABCDEF0123==", "ABCDEF0123=="),
    ("a.b_c~d-e", "a.b_c~d-e"),
    // The form of Attio's codes is not known: one like an identifier or a JWT may be one.
    ("0d3c54a9-9ddb-4b14-8d0c-8a1f9d3f1a11", "0d3c54a9-9ddb-4b14-8d0c-8a1f9d3f1a11"),
    ("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"),
  ])
  func `takes a code of any form`(text: String, code: String) {
    #expect(read(text) == .success(.code(Secret(code))))
  }

  @Test func `an address may tell of a refusal, too`() {
    let base = "http://localhost:8787/callback?state=\(state)&error="
    #expect(read(base + "access_denied") == .success(.denied))
    #expect(
      read(base + "server_error&error_description=Try%20%1Blater")
        == .success(.refused(error: "server_error", description: "Try later"))
    )
  }

  @Test(
    arguments: [
      ("", .empty), (" \n\t ", .empty), ("\"\"", .empty), ("<>", .empty),
      ("\u{1B}[200~\u{1B}[201~", .empty),
      ("\u{FEFF}\u{200B}", .empty), ("code=", .empty),
      (String(repeating: "a", count: 2049), .tooLong),
      (String(repeating: "0a", count: 32), .accessToken), ("'ghp_canary'", .foreignSecret),
      ("http://localhost/?\(query)&x=\(String(repeating: "a", count: 8192))", .tooLong),
      (String(repeating: " ", count: 20_000), .tooLong), ("a\0b", .notText),
      (PastedAnswerTests.attempt.url, .authorizeLink),
      ("<\(PastedAnswerTests.attempt.url)>", .authorizeLink),
      ("app.attio.com/authorize?client_id=x&state=\(state)", .authorizeLink),
      ("http://127.0.0.1:99/authorize?client_id=x&response_type=code&state=other", .authorizeLink),
      ("http://localhost:8787/callback", .noAnswer),
      ("https://app.attio.com/acme/home?tab=1", .noAnswer),
      ("http://localhost:8787/callback?state=\(state)", .noAnswer),
      ("http://localhost:8787/callback?code=&state=\(state)", .noAnswer),
      ("state=\(state)", .state), ("state=x", .noAnswer), ("op://vault/item", .noAnswer),
      ("http://localhost:8787/callback?code=\(code)", .noState),
      ("code=\(code)&x=1", .noState), ("?error=access_denied", .noState),
      ("http://localhost:8787/callback?code=\(code)&state=\(state)x", .otherRequest),
      ("code=\(code)&state=", .otherRequest), ("\(code)&state=x", .otherRequest),
      ("error=access_denied&state=x", .otherRequest),
      ("code=\(code)&code=\(code)&state=\(state)", .doubled), (state, .state),
      ("'\(state)'", .state),
      ("bf071e1f-6035-429d-b874-d83ea64ea13b", .clientID),
      ("ATTIO_CLIENT_ID=bf071e1f-6035-429d-b874-d83ea64ea13b", .clientID), (secret, .clientSecret),
      (" \"\(secret)\"\n", .clientSecret),
      ("export ATTIO_CLIENT_SECRET='\(secret)'", .clientSecret),
      ("code=\(secret)", .clientSecret), ("Bearer \(code)", .accessToken),
      ("Authorization: Bearer \(code)", .accessToken),
      ("-H 'Authorization: Bearer \(code)'", .accessToken),
      ("ATTIO_API_KEY=\(code)", .assignment), ("export X = \(code)", .assignment),
      ("two words", .severalWords), ("\(code)\n\(code)", .severalWords),
      ("http://localhost:8787/callback?\(query) and more", .severalWords),
      (
        "http://localhost:8787/callback?\(query)\nhttp://localhost:8787/callback?\(query)",
        .severalWords
      ),
      ("\(code)é", .illegalCode), ("\(code)\u{1B}[31m", .illegalCode), ("a%20b", .illegalCode),
      ("a%00", .illegalCode), ("code=a+b&state=\(state)", .illegalCode),
    ] as [(String, PasteRefusal)]
  )
  func `names what was pasted instead`(text: String, refusal: PasteRefusal) {
    #expect(read(text) == .failure(refusal))
  }

  @Test func `bytes that are no text are refused`() {
    for bytes in [[0xFF, 0xFE, 0x61, 0x00], [0x61, 0xFF], [0xC3]] as [[UInt8]] {
      let result = PastedAnswer.read(
        FileContent(bytes),
        for: Self.attempt,
        clientSecret: Secret(secret)
      )
      #expect(result == .failure(.notText))
    }
  }

  @Test func `without a secret and an id nothing is taken for them`() {
    var attempt = Self.attempt
    attempt.clientID = ""
    let result = PastedAnswer.read(FileContent(code), for: attempt, clientSecret: Secret(""))
    #expect(result == .success(.code(Secret(code))))
  }

  @Test(arguments: PasteRefusal.allCases)
  func `every refusal is a sentence and says what to do`(refusal: PasteRefusal) {
    #expect(refusal.message.hasSuffix("."))
    #expect(refusal.message.contains(/[Pp]aste|Open|Copy/))
    #expect(!refusal.message.contains("invalid"))
  }
}

/// The usual redirect URI, for values that are made without `try`.
enum RedirectURITestsValue {
  static let standard: RedirectURI = {
    guard let uri = try? RedirectURI(parsing: RedirectURI.standardText) else {
      preconditionFailure("The usual redirect URI is refused.")
    }
    return uri
  }()
}
