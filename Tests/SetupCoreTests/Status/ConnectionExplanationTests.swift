import Ground
import SetupCore
import TestSupport
import Testing

struct ConnectionExplanationTests {
  /// Every state with and without an answer and with and without words.
  static let connections: [Connection] = ConnectionState.allCases.flatMap { state in
    [
      Connection(state: state),
      Connection(state: state, httpStatus: 400, code: "some_code", message: "Some words"),
      Connection(state: state, httpStatus: 407, message: "Some words.", retryAfterSeconds: 9),
    ]
  }

  @Test(arguments: connections)
  func `speaks in whole sentences and never of invalid tokens`(_ connection: Connection) {
    let explanation = ConnectionExplanation(connection)
    let sentences = [explanation.happening, explanation.evidence, explanation.remedy]
    #expect(!explanation.title.isEmpty && !explanation.title.hasSuffix("."))
    for sentence in sentences {
      #expect(sentence.hasSuffix("."))
      #expect(sentence.first?.isLowercase == false)
      #expect(!sentence.contains("  "))
    }
    for text in sentences + [explanation.title] {
      #expect(!text.lowercased().contains("invalid"))
    }
  }

  @Test(arguments: ConnectionState.allCases)
  func `suggests a new token only where Attio refused the old one`(_ state: ConnectionState) {
    let remedy = ConnectionExplanation(Connection(state: state, httpStatus: 400)).remedy
    let mayReplace: Set<ConnectionState> = [
      .tokenMissing, .tokenMalformed, .tokenInactive, .unauthorized, .notFound,
    ]
    let isReplacing =
      remedy.contains("new token at") || remedy.contains("create a new one")
      || remedy.contains("replaced with")
      || remedy.contains("where to get a token")
    #expect(isReplacing == mayReplace.contains(state))
  }

  @Test(arguments: [
    ConnectionState.rateLimited, .serverError, .badResponse, .dnsFailure, .connectionRefused,
    .timeout, .tlsFailure, .proxyFailure, .redirected,
  ])
  func `tells the user to keep the token when nothing was said about it`(_ state: ConnectionState) {
    let remedy = ConnectionExplanation(Connection(state: state)).remedy
    #expect(remedy.contains("This says nothing about the token: keep it."))
  }

  @Test
  func `tells what was sent from what was not`() {
    let local = ConnectionExplanation(Connection(state: .tokenMalformed))
    let remote = ConnectionExplanation(Connection(state: .tokenMalformed, httpStatus: 400))
    #expect(local.happening.contains("was not sent"))
    #expect(remote.evidence.contains("HTTP 400"))
  }

  @Test
  func `names the scope that Attio named`() {
    let message = "This requires scopes: Read-Write access to the Records scope."
    let explanation = ConnectionExplanation(
      Connection(state: .missingScope, httpStatus: 403, message: message)
    )
    #expect(explanation.happening.contains("“\(message.dropLast())”."))
    #expect(explanation.remedy.contains("record_permission:read-write"))
    #expect(explanation.remedy.contains("The token stays the same"))
  }

  @Test(
    arguments: [
      (nil, "Wait a minute and"), (1.0, "Wait 1 second and"), (8.2, "Wait 9 seconds and"),
    ] as [(Double?, String)]
  )
  func `names the wait`(_ seconds: Double?, _ text: String) {
    let connection = Connection(state: .rateLimited, httpStatus: 429, retryAfterSeconds: seconds)
    #expect(ConnectionExplanation(connection).remedy.contains(text))
  }

  @Test
  func `uses the names of the project`() {
    let context = ConnectionContext(
      variable: "MY_TOKEN",
      envFileName: ".env.local",
      host: "127.0.0.1:4000",
      certificateFile: "/etc/ca.pem",
      guide: DashboardGuide(workspaceSlug: "acme")
    )
    func text(_ state: ConnectionState) -> String {
      let explanation = ConnectionExplanation(Connection(state: state), context: context)
      return [explanation.happening, explanation.evidence, explanation.remedy]
        .joined(separator: " ")
    }
    #expect(text(.tokenMissing).contains("MY_TOKEN"))
    #expect(text(.tokenMissing).contains(".env.local"))
    #expect(text(.tokenInactive).contains("/acme/settings/developers"))
    #expect(text(.dnsFailure).contains("127.0.0.1:4000"))
    #expect(text(.proxyFailure).contains("127.0.0.1:4000"))
    #expect(text(.tlsFailure).contains("/etc/ca.pem"))
  }

  @Test(arguments: [
    (ConnectionState.connected, Verdict.good), (.tokenMissing, .actionNeeded),
    (.tokenMalformed, .actionNeeded), (.tokenInactive, .actionNeeded),
    (.unauthorized, .actionNeeded), (.missingScope, .actionNeeded), (.planLimit, .actionNeeded),
    (.notFound, .actionNeeded), (.rateLimited, .unknown), (.serverError, .unknown),
    (.badResponse, .unknown), (.dnsFailure, .unknown), (.connectionRefused, .unknown),
    (.timeout, .unknown), (.tlsFailure, .unknown), (.proxyFailure, .unknown),
    (.redirected, .unknown), (.notChecked, .unknown),
  ])
  func `comes to the promised verdict`(_ state: ConnectionState, _ verdict: Verdict) {
    #expect(state.verdict == verdict)
  }

  @Test(arguments: [
    (
      ConnectionState.unauthorized, 401,
      "The API Key could not be found. Most commonly it was revoked.",
      "The token is revoked or deleted", "Create a new token"
    ),
    (
      .unauthorized, 401, "API Keys should be 64 characters long",
      "Attio refuses the token", "Compare the token"
    ),
    (
      .rateLimited, 429, "The query's score exceeds the limit.",
      "The query is too complex", "Simplify the query"
    ),
    (
      .rateLimited, 429, "Rate limit exceeded, please try again later",
      "Too many requests", "Wait a minute"
    ),
  ])
  func `tells what shares a status by Attio's words`(
    state: ConnectionState,
    status: Int,
    message: String,
    title: String,
    remedy: String
  ) {
    let connection = Connection(state: state, httpStatus: status, message: message)
    let explanation = ConnectionExplanation(connection)
    #expect(explanation.title == title)
    #expect(explanation.remedy.hasPrefix(remedy))
  }

  @Test
  func `ends with the promised exit codes`() {
    #expect(Verdict.allCases.map(\.exitCode) == [0, 1, 2])
  }
}
