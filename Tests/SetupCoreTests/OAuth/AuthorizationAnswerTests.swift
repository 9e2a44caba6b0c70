import Ground
import SetupCore
import TestSupport
import Testing

private let state = "wK0x5cYcQ7g8sUuT4oXvB1nR2mP3lE6hD9fJ_aZ-kVi"

struct AuthorizationAnswerTests {
  private func read(_ query: String) -> Result<AuthorizationAnswer, AuthorizationAnswerError> {
    do throws(AuthorizationAnswerError) {
      return .success(try AuthorizationAnswer(query: query, state: state))
    } catch {
      return .failure(error)
    }
  }

  @Test(arguments: [
    ("code=abc&state=\(state)", "abc"), ("state=\(state)&code=abc", "abc"),
    ("code=abc&state=\(state)&session_state=x&iss=https%3A%2F%2Fapp.attio.com", "abc"),
    ("&&code=abc&&state=\(state)&", "abc"), ("c%6Fde=abc&st%61te=\(state)", "abc"),
    ("code=a%2Bb%2Fc%3D%3D&state=\(state)", "a+b/c=="), ("code=a=b==&state=\(state)", "a=b=="),
    ("code=a%26state%3Dx&state=\(state)", "a&state=x"), ("code=%7e%21&state=\(state)", "~!"),
    // What is no escape stands for itself.
    ("code=100%&state=\(state)", "100%"), ("code=%zz&state=\(state)", "%zz"),
    ("code=a%-0b&state=\(state)", "a%-0b"),
    // An empty parameter is an omitted one (RFC 6749 section 3.1).
    ("code=abc&error=&state=\(state)", "abc"),
    (
      "code=\(String(repeating: "a", count: 2048))&state=\(state)",
      String(repeating: "a", count: 2048)
    ),
  ])
  func `takes the code of this request`(query: String, code: String) {
    #expect(read(query) == .success(.code(Secret(code))))
  }

  @Test(arguments: [
    "code=abc", "code=abc&state=", "code=abc&state", "code=abc&state=x",
    "code=abc&state=\(state.dropLast())", "code=abc&state=\(state)x", "code=abc&state=\(state)+",
    "code=abc&State=\(state)", "code=abc&state=\(state.lowercased())", "code=abc&state=%00\(state)",
    "error=access_denied", "error=access_denied&state=x", "error=server_error&state=", "", "&", "=",
    "code=abc#&state=\(state)#", "code=abc;state=\(state)",
  ])
  func `takes nothing without the state of this request`(query: String) {
    #expect(read(query) == .failure(.wrongState))
  }

  @Test func `a request without a state is answered by nothing`() {
    for query in ["code=abc", "code=abc&state=", "code=abc&state=x"] {
      #expect(throws: AuthorizationAnswerError.wrongState) {
        try AuthorizationAnswer(query: query, state: "")
      }
    }
  }

  @Test(
    arguments: [
      ("error=access_denied&state=\(state)", .denied),
      ("error=access_denied&error_description=No&state=\(state)", .denied),
      ("error=access%5Fdenied&code=abc&state=\(state)", .denied),
      (
        "error=invalid_scope&error_description=Not+this%20one&state=\(state)",
        .refused(error: "invalid_scope", description: "Not this one")
      ),
      ("error=server_error&state=\(state)", .refused(error: "server_error", description: nil)),
      (
        "error=server_error&error_description=%20%09&state=\(state)",
        .refused(error: "server_error", description: nil)
      ),
      (
        "error=x%1B%5B31m%0D%0AY&error_description=a%E2%80%AEb%07%0A%0Ac%C2%9B&state=\(state)",
        .refused(error: "x[31m Y", description: "ab c")
      ),
      (
        "error=%1B&error_description=%FF%FE&state=\(state)",
        .refused(error: "unreadable", description: "\u{FFFD}\u{FFFD}")
      ),
      (
        "error=\(String(repeating: "e", count: 500))"
          + "&error_description=\(String(repeating: "d", count: 5000))&state=\(state)",
        .refused(
          error: String(repeating: "e", count: 79) + "…",
          description: String(repeating: "d", count: 199) + "…"
        )
      ),
    ] as [(String, AuthorizationAnswer)]
  )
  func `tells a refusal from a choice, in clean words`(query: String, answer: AuthorizationAnswer) {
    #expect(read(query) == .success(answer))
  }

  @Test(
    arguments: [
      ("state=\(state)", .noCode), ("code=&state=\(state)", .noCode),
      ("code&state=\(state)", .noCode),
      ("Code=abc&state=\(state)", .noCode), ("error=&state=\(state)", .noCode),
      ("code=a&code=b&state=\(state)", .doubled("code")),
      ("code=a&c%6fde=a&state=\(state)", .doubled("code")),
      ("code=a&state=\(state)&state=\(state)", .doubled("state")),
      ("code=a&state=x&state=\(state)", .doubled("state")),
      ("error=a&error=access_denied&state=\(state)", .doubled("error")),
      ("code=a+b&state=\(state)", .illegalCode), ("code=%+1&state=\(state)", .illegalCode),
      ("code=a%20b&state=\(state)", .illegalCode),
      ("code=a%00&state=\(state)", .illegalCode), ("code=a%0D%0Ab&state=\(state)", .illegalCode),
      ("code=%C3%A9&state=\(state)", .illegalCode), ("code=%FF&state=\(state)", .illegalCode),
      ("code=a%7F&state=\(state)", .illegalCode),
      ("code=\(String(repeating: "a", count: 2049))&state=\(state)", .tooLong),
      ("code=abc&state=\(state)&x=\(String(repeating: "a", count: 8192))", .tooLong),
    ] as [(String, AuthorizationAnswerError)]
  )
  func `says why an answer is none`(query: String, problem: AuthorizationAnswerError) {
    #expect(read(query) == .failure(problem))
  }

  @Test func `the code is printed nowhere`() throws {
    let answer = try AuthorizationAnswer(query: "code=canary&state=\(state)", state: state)
    var dumped = ""
    dump(answer, to: &dumped)
    #expect(!"\(answer) \(String(reflecting: answer)) \(dumped)".contains("canary"))
  }
}
