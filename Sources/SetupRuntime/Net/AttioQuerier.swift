package import AttioAPI
package import Ground
package import SetupCore

/// Asks for the first record of an object, and lays the answer out for a screen.
package struct AttioQuerier: Sendable {
  /// The most lines of an answer that are shown.
  package static let lineLimit = 300

  private let client: AttioClient
  private let timeoutSeconds: Double
  private let clock: AttioClock

  /// Asks through this client.
  package init(client: AttioClient, timeoutSeconds: Double, clock: AttioClock = .system) {
    self.client = client
    self.timeoutSeconds = timeoutSeconds
    self.clock = clock
  }

  /// Asks once more where that may help, like every other question.
  ///
  /// - Parameters:
  ///   - object: The slug of an object, fit to stand in an address.
  ///   - token: The token as it stands in its place.
  ///   - onRetry: Told of a second try.
  /// - Returns: The answer, whose texts are clean and do not hold the token.
  package func firstRecord(
    of object: String,
    token: Secret,
    onRetry: @escaping @Sendable (ConnectionState) -> Void = { _ in }
  ) async -> QueryAnswer {
    if let refusal = client.refusal(of: token) { return QueryAnswer(connection: refusal) }
    guard let bearer = try? BearerToken(token.reveal()) else {
      let message = "The value is no token. Nothing was sent."
      return QueryAnswer(connection: Connection(state: .tokenMalformed, message: message))
    }
    let start = clock.monotonicSeconds()
    let question = AttioClient.Question(
      .post,
      path: "/\(FirstQuery.path(object))",
      body: FirstQuery.body
    )
    let terms = AttioClient.Terms(
      limitSeconds: timeoutSeconds,
      onRetry: { onRetry($0.kind) }
    )
    let result = await client.ask(question, bearer, terms)
    var answer = Self.answer(result, object, hiding: token)
    answer.connection.milliseconds = (clock.monotonicSeconds() - start) * 1000
    return answer
  }

  private static func answer(
    _ result: Result<HTTPResponse, AttioFailure>,
    _ object: String,
    hiding token: Secret
  ) -> QueryAnswer {
    switch result {
    case .failure(let failure):
      return QueryAnswer(connection: Connection(failure, hiding: token))
    case .success(let response):
      let texts = NetworkText(hiding: token)
      let isMissing = FirstRecordName.isMissing(in: response.body)
      let name = isMissing ? "there is no record yet" : FirstRecordName.text(in: response.body)
      return QueryAnswer(
        connection: Connection(state: .connected, httpStatus: response.status),
        name: name.map { texts.clean($0, limit: 100) },
        lines: JSONLayout.lines(response.body, limit: lineLimit)
          .map { Self.clean($0, texts) }
      )
    }
  }

  /// Keeps the columns that a line is moved in by.
  private static func clean(_ line: String, _ texts: NetworkText) -> String {
    let text = line.drop { $0 == " " }
    let lead = String(repeating: " ", count: min(line.count - text.count, 40))
    return lead + texts.clean(String(text), limit: 500)
  }
}
