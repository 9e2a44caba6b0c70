import AttioAPI
import TestSupport
import Testing

struct BearerTokenTests {
  @Test(arguments: [
    ("", BearerToken.Problem.empty),
    ("op://vault/item/field", .unresolvedReference),
    ("${ATTIO_API_KEY}", .unresolvedReference),
    ("$ATTIO_API_KEY", .unresolvedReference),
    ("<your-token>", .unresolvedReference),
    ("{{token}}", .unresolvedReference),
    ("$(pass attio)", .unresolvedReference),
    ("`pass attio`", .unresolvedReference),
    ("%ATTIO_API_KEY%", .unresolvedReference),
    ("a b", .illegalCharacter),
    (" a", .illegalCharacter),
    ("a\r\nX-Evil: 1", .illegalCharacter),
    ("a\n", .illegalCharacter),
    ("a\0", .illegalCharacter),
    ("ü", .illegalCharacter),
    ("a\u{200B}", .illegalCharacter),
  ])
  func `refuses what cannot be sent`(text: String, problem: BearerToken.Problem) {
    #expect(throws: problem) { try BearerToken(text) }
  }

  @Test(arguments: ["0123abcd", "sk_live_x", "a.b-c~d+e/f=="])
  func `takes every spelling of a token`(text: String) throws {
    #expect(try BearerToken(text).headerValue() == "Bearer " + text)
  }

  @Test func `prints no token, alone or in a request`() throws {
    let token = try BearerToken("canary-0123456789")
    var request = HTTPRequest(.get, .attioAPI, path: "/self", limitSeconds: 1)
    request.bearer = token
    var dumped = ""
    dump(request, to: &dumped)
    for text in ["\(token)", String(reflecting: token), "\(request)", dumped] {
      #expect(!text.contains("canary"))
    }
  }
}
