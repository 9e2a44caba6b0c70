import Ground

/// Typed calls to Attio's API.
package struct AttioClient: Sendable {
  /// The API's address, which ends in `/v2` unless it was given otherwise.
  package let base: BaseURL
  private let transport: Transport
  private let clock: AttioClock

  /// Told of a failed first try just before the second one.
  package typealias RetryHook = @Sendable (_ failure: AttioFailure) -> Void

  /// What an answer tells besides its body.
  package struct Answer: Equatable, Sendable {
    /// The path that was asked, as the request has it behind the base.
    package var path: String
    /// The HTTP status.
    package var status: Int
    /// How long the phases took.
    package var timings: HTTPTimings
    /// The header `Date`, in seconds since 1970; nil where it is absent or no date.
    package var serverSeconds: Double?

    init(_ response: HTTPResponse, path: String) {
      self.path = path
      status = response.status
      timings = response.timings
      serverSeconds = response.header("date").flatMap { HTTPDate.seconds($0) }
    }
  }

  /// Told of every answer.
  package typealias AnswerHook = @Sendable (_ answer: Answer) -> Void

  /// What a call may use up and whom it tells.
  package struct Terms: Sendable {
    /// The limit in seconds for tries and waits together.
    package var limitSeconds: Double
    /// How many tries a call has at most; one for none but the first.
    package var tries = 2
    /// Told of a second try.
    package var onRetry: RetryHook
    /// Told of every answer.
    package var onAnswer: AnswerHook

    /// Sets a limit; the hooks may be left out.
    package init(
      limitSeconds: Double,
      onRetry: @escaping RetryHook = { _ in },
      onAnswer: @escaping AnswerHook = { _ in }
    ) {
      self.limitSeconds = limitSeconds
      self.onRetry = onRetry
      self.onAnswer = onAnswer
    }
  }

  /// Talks to this address through this transport.
  package init(base: BaseURL, transport: Transport, clock: AttioClock = .system) {
    self.base = base
    self.transport = transport
    self.clock = clock
  }

  /// The path that tells whom a token belongs to.
  package static let identityPath = "/self"

  /// Asks `GET /self` whom a token belongs to.
  ///
  /// 200 is not enough: it must say `active: true`.
  package func identify(
    _ token: BearerToken,
    _ terms: Terms
  ) async -> Result<TokenIdentity, AttioFailure> {
    await get(Self.identityPath, token, .identity, terms).flatMap(Self.identity)
  }

  /// Asks `GET /objects` which objects the workspace has.
  package func objects(
    _ token: BearerToken,
    _ terms: Terms
  ) async -> Result<[WorkspaceObject], AttioFailure> {
    await get("/objects", token, .other, terms).flatMap(Self.objects)
  }

  /// A call by its address, for answers whose content hardly matters.
  package struct Question: Equatable, Sendable {
    /// The verb.
    package var method: HTTPRequest.Method
    /// The path behind the base, percent-encoded, with its query.
    package var path: String
    /// JSON that is sent with a POST; empty for none.
    package var body: String

    /// Describes a call.
    package init(_ method: HTTPRequest.Method, path: String, body: String = "") {
      self.method = method
      self.path = path
      self.body = body
    }
  }

  /// Asks any call; an answer that is not a JSON object is a failure, whatever its status.
  package func ask(
    _ question: Question,
    _ token: BearerToken,
    _ terms: Terms
  ) async -> Result<HTTPResponse, AttioFailure> {
    await send(question, token, .other, terms).flatMap { response in
      ErrorEnvelope(response.body) == nil
        ? .failure(Self.unexpected(response)) : .success(response)
    }
  }

  private static func identity(_ response: HTTPResponse) -> Result<TokenIdentity, AttioFailure> {
    guard let body = try? TolerantJSON.decode(SelfBody.self, from: response.body) else {
      return .failure(unexpected(response))
    }
    guard body.isActive else {
      return .failure(
        AttioFailure(
          .tokenInactive,
          httpStatus: response.status,
          message:
            "Attio says that this token is not active: it was deleted, revoked or never made."
        )
      )
    }
    guard let identity = body.identity else {
      let reason = "The answer says that the token is active and names no workspace."
      return .failure(.badResponse(response, because: reason))
    }
    return .success(identity)
  }

  private static func objects(_ response: HTTPResponse) -> Result<[WorkspaceObject], AttioFailure> {
    guard let body = try? TolerantJSON.decode(ObjectsBody.self, from: response.body) else {
      return .failure(unexpected(response))
    }
    return .success(body.data)
  }

  private static func unexpected(_ response: HTTPResponse) -> AttioFailure {
    let reason =
      response.looksLikeHTML
      ? "A web page came back instead of an answer from Attio."
      : "The answer is not what Attio's API answers."
    return .badResponse(response, because: reason)
  }
}

extension AttioClient {
  private func get(
    _ path: String,
    _ token: BearerToken,
    _ call: AttioFailure.Call,
    _ terms: Terms
  ) async -> Result<HTTPResponse, AttioFailure> {
    await send(Question(.get, path: path), token, call, terms)
  }

  private func send(
    _ question: Question,
    _ token: BearerToken,
    _ call: AttioFailure.Call,
    _ terms: Terms
  ) async -> Result<HTTPResponse, AttioFailure> {
    var request = HTTPRequest(
      question.method,
      base,
      path: question.path,
      limitSeconds: terms.limitSeconds
    )
    request.bearer = token
    request.body = Array(question.body.utf8)
    let type = question.body.isEmpty ? nil : HTTPHeader("Content-Type", "application/json")
    request.headers = [HTTPHeader("Accept", "application/json"), type].compactMap(\.self)
    return await perform(request, call, terms)
  }

  private func perform(
    _ request: HTTPRequest,
    _ call: AttioFailure.Call,
    _ terms: Terms
  ) async -> Result<HTTPResponse, AttioFailure> {
    let deadline = clock.monotonicSeconds() + terms.limitSeconds
    let first = await once(request, call, terms)
    guard terms.tries > 1, case .failure(let failure) = first else { return first }
    let attempt = RetryDecision.Attempt(
      request.method,
      count: 1,
      failure: failure,
      secondsLeft: deadline - clock.monotonicSeconds()
    )
    guard case .tryAgain(let pause) = RetryDecision.decide(attempt) else { return first }
    terms.onRetry(failure)
    await clock.pause(pause)
    guard !Task.isCancelled else { return .failure(AttioFailure(.cancelled)) }
    var second = request
    second.limitSeconds = max(deadline - clock.monotonicSeconds(), 0)
    return await once(second, call, terms)
  }

  private func once(
    _ request: HTTPRequest,
    _ call: AttioFailure.Call,
    _ terms: Terms
  ) async -> Result<HTTPResponse, AttioFailure> {
    switch await transport.send(request) {
    case .failure(let failure):
      return .failure(AttioFailure(failure))
    case .success(let response):
      terms.onAnswer(Answer(response, path: request.path))
      guard response.status != 200 else { return .success(response) }
      return .failure(AttioFailure(response, to: call, now: clock.unixSeconds()))
    }
  }
}
