import Ground
import SetupCore
import TestSupport
import Testing

struct ConnectFailureTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var failure: ConnectFailure
    var name: String
    var exitCode: Int32
    var says: [String]

    init(_ failure: ConnectFailure, _ name: String, _ exitCode: Int32, says: String...) {
      self.failure = failure
      self.name = name
      self.exitCode = exitCode
      self.says = says
    }

    var testDescription: String { "\(failure)" }
  }

  struct Question: Sendable, CustomTestStringConvertible {
    var connection: Connection
    var exitCode: Int32
    var says: [String]

    init(_ state: ConnectionState, _ status: Int?, _ exitCode: Int32, _ says: [String]) {
      connection = Connection(state: state, httpStatus: status, message: "Words.")
      self.exitCode = exitCode
      self.says = says
    }

    var testDescription: String { connection.state.rawValue }
  }

  private static let context = ConnectContext(
    redirectURI: "http://localhost:3000/cb",
    envFileName: ".env.local",
    appHost: "app.example:1",
    apiHost: "api.example:2",
    certificateFile: "/ca.pem"
  )

  static let authorization: [Row] = [
    Row(.denied, "access_denied", 1, says: "Nothing was changed"),
    Row(
      .refused(error: "invalid_scope", description: "Not this."),
      "authorization_refused",
      1,
      says: "“invalid_scope”. Attio says: “Not this”."
    ),
    Row(.refused(error: "server_error", description: nil), "authorization_refused", 2),
    Row(.refused(error: "temporarily_unavailable", description: nil), "authorization_refused", 2),
    Row(
      .nobodyCame(seconds: 300),
      "nobody_came",
      2,
      says: "within 5 minutes",
      "“Integration Not Available in this Workspace”",
      "an admin of that workspace has to approve"
    ),
    Row(.nobodyCame(seconds: 1), "nobody_came", 2, says: "within 1 second,"),
    Row(.nobodyCame(seconds: 60), "nobody_came", 2, says: "within 1 minute,"),
    Row(.nobodyCame(seconds: 90), "nobody_came", 2, says: "within 90 seconds,"),
    Row(
      .portInUse(3000),
      "port_in_use",
      1,
      says: "port 3000",
      "--redirect-uri http://localhost:3001/cb",
      "register"
    ),
    Row(.cannotListen("Because."), "cannot_listen", 1, says: "http://localhost:3000/cb. Because."),
    Row(.noHash("libcrypto.so.3: not found"), "no_hash", 1, says: "libssl3", "--no-pkce"),
  ]

  static let exchange: [Row] = [
    Row(
      .invalidGrant(description: "Used."),
      "invalid_grant",
      1,
      says: "Attio says: “Used”.",
      "a code works once"
    ),
    Row(
      .invalidClient(description: nil),
      "invalid_client",
      1,
      says: "ATTIO_CLIENT_ID and ATTIO_CLIENT_SECRET in .env.local",
      "build.attio.com"
    ),
    Row(
      .redirectURIMismatch(description: "No."),
      "redirect_uri_mismatch",
      1,
      says: "Register exactly http://localhost:3000/cb",
      "build.attio.com"
    ),
    Row(
      .exchangeRefused(error: "unsupported_grant_type", description: nil),
      "exchange_refused",
      1,
      says: "“unsupported_grant_type”"
    ),
    Row(
      .notStored(.keyringLocked),
      "token_not_stored",
      3,
      says: "The keyring is locked.",
      "--store file",
      "connect again"
    ),
  ]

  @Test(arguments: authorization + exchange)
  func `has a name, an end, a reason and a cure`(row: Row) {
    #expect(row.failure.name == row.name)
    check(row.failure, exitCode: row.exitCode, says: row.says)
  }

  /// Each state of a failed exchange with what its words must name.
  static let exchanged: [Question] = [
    Question(.dnsFailure, nil, 2, ["app.example:1", "gets a new code"]),
    Question(.connectionRefused, nil, 2, ["app.example:1", "gets a new code"]),
    Question(.timeout, nil, 2, ["app.example:1", "Connect again, with a larger --timeout"]),
    Question(.tlsFailure, nil, 2, ["the code was not sent", "/ca.pem"]),
    Question(.proxyFailure, 407, 2, ["app.example:1"]),
    Question(.proxyFailure, nil, 2, ["app.example:1"]),
    Question(
      .redirected,
      302,
      2,
      ["so that the code reaches nobody else", "ATTIO_APP_URL and --app-url"]
    ),
    Question(.rateLimited, 429, 2, ["Wait a minute and connect again"]),
    Question(.serverError, 503, 2, ["HTTP 503", "Connect again in a few minutes"]),
    Question(
      .badResponse,
      200,
      2,
      ["Attio's authorization server", "ATTIO_APP_URL and --app-url"]
    ),
    Question(.notChecked, nil, 2, ["connect again"]), Question(.planLimit, 402, 1, ["plan"]),
    Question(.notFound, 404, 1, ["HTTP 404", "POST /oauth/token", "ATTIO_APP_URL and --app-url"]),
  ]

  /// The same for a token that Attio did not confirm.
  static let unconfirmed: [Question] = [
    Question(.dnsFailure, nil, 2, ["api.example:2", "The new token was not kept"]),
    Question(.timeout, nil, 2, ["api.example:2", "Connect again, with a larger --timeout"]),
    Question(
      .redirected,
      302,
      2,
      ["so that the token reaches nobody else", "ATTIO_BASE_URL and --base-url"]
    ),
    Question(.serverError, 500, 2, ["HTTP 500", "The new token was not kept"]),
    Question(.badResponse, 200, 2, ["Attio's API", "The new token was not kept"]),
    Question(
      .tokenInactive,
      200,
      1,
      ["HTTP 200", "build.attio.com", "The new token was not kept"]
    ),
    Question(.unauthorized, 401, 1, ["HTTP 401", "build.attio.com", "The new token was not kept"]),
    Question(.tokenMalformed, 400, 1, ["HTTP 400", "ATTIO_APP_URL"]),
    Question(.notFound, 404, 1, ["HTTP 404"]),
    Question(.missingScope, 403, 1, ["Scopes tab", "The new token was not kept"]),
    Question(.planLimit, 403, 1, ["plan"]),
  ]

  @Test(arguments: exchanged)
  func `a failed exchange has the name of its state and fitting words`(row: Question) {
    let failure = ConnectFailure.exchange(row.connection)
    #expect(failure.name == row.connection.state.rawValue)
    check(failure, exitCode: row.exitCode, says: row.says)
  }

  @Test(arguments: unconfirmed)
  func `an unconfirmed token has the name of its state and fitting words`(row: Question) {
    let failure = ConnectFailure.unconfirmed(row.connection)
    #expect(failure.name == row.connection.state.rawValue)
    check(failure, exitCode: row.exitCode, says: row.says)
  }

  @Test(arguments: ConnectionState.allCases)
  func `no state of an exchange speaks of a token to keep`(state: ConnectionState) {
    for status in [nil, 400] {
      let connection = Connection(state: state, httpStatus: status)
      for failure in [ConnectFailure.exchange(connection), .unconfirmed(connection)] {
        let error = failure.setupError(Self.context)
        let text = "\(error.message) \(error.remedy)"
        #expect(!text.contains("keep it") && !text.contains("settings/developers"), "\(text)")
        #expect(!text.contains("copy it again") && !text.contains("Replace"), "\(text)")
        #expect(error.exitCode != 0)
      }
    }
  }

  private func check(_ failure: ConnectFailure, exitCode: Int32, says: [String]) {
    let error = failure.setupError(Self.context)
    #expect(error.name == failure.name)
    #expect(error.exitCode == exitCode)
    let sentences = [failure.happening(Self.context), failure.remedy(Self.context)]
    #expect(sentences.allSatisfy { $0.hasSuffix(".") && !$0.contains("  ") && !$0.contains("..") })
    #expect(!failure.title.hasSuffix(".") && failure.title.count < 50)
    #expect(error.message == "\(failure.title). \(sentences[0])")
    #expect(error.remedy == sentences[1])
    let text = "\(error.message) \(error.remedy)"
    for words in says { #expect(text.contains(words), "\(text)") }
    #expect(!failure.title.lowercased().contains("invalid"))
  }
}
