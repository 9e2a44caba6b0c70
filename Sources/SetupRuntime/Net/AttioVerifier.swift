package import AttioAPI
package import Ground
package import SetupCore
internal import Synchronization

/// Finds out whether a token works, as `status`, `apply` and the wizard report it.
package struct AttioVerifier: Sendable {
  /// What goes on while the check runs.
  package enum Progress: Equatable, Sendable {
    /// A call failed in a way that a second try may cure, and the second try begins.
    case tryingAgain(after: ConnectionState)
    /// A call was answered: its path, status and how long its phases took.
    case answered(path: String, status: Int, timings: HTTPTimings)
  }

  private let client: AttioClient
  private let timeoutSeconds: Double
  private let clock: AttioClock

  /// Checks through this client; the limit is for all calls of one check together.
  package init(client: AttioClient, timeoutSeconds: Double, clock: AttioClock = .system) {
    self.client = client
    self.timeoutSeconds = timeoutSeconds
    self.clock = clock
  }

  /// Why a token is not sent to this API at all, whatever Attio would say; nil where it may be.
  package func refusal(of token: Secret) -> Connection? { client.refusal(of: token) }

  /// Asks further reads, through the same client.
  package var prober: AttioProber {
    AttioProber(client: client, timeoutSeconds: timeoutSeconds, clock: clock)
  }

  /// Asks for a first record, through the same client.
  package var querier: AttioQuerier {
    AttioQuerier(client: client, timeoutSeconds: timeoutSeconds, clock: clock)
  }

  /// Asks Attio who the token is and which objects there are.
  ///
  /// The objects are asked for where the granted or the wanted scopes speak of them. The first call
  /// that fails names the state.
  ///
  /// - Parameters:
  ///   - token: The token as it stands in the file.
  ///   - wanted: The scopes that the project wants.
  ///   - progress: Told what goes on, from any thread.
  /// - Returns: Findings whose texts are clean. Nothing is sent for a token that cannot be one.
  package func verify(
    token: Secret,
    wanted: [String],
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async -> Verification {
    await check(token, progress) { await ask($0, wanted: wanted) }
  }

  /// Asks Attio who the token is, and nothing else; otherwise as `verify`.
  ///
  /// With `tries` 1 there is no second try, so that it is one request and no more.
  package func identify(
    _ token: Secret,
    tries: Int = 2,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async -> Verification {
    await check(token, tries: tries, progress) { await identify($0).0 }
  }

  private func check(
    _ token: Secret,
    tries: Int = 2,
    _ progress: @escaping @Sendable (Progress) -> Void,
    _ ask: (Question) async -> Verification
  ) async -> Verification {
    if let unsent = Self.unsent(token) { return Verification(connection: unsent) }
    if let refusal = client.refusal(of: token) { return Verification(connection: refusal) }
    let question: Question
    do throws(BearerToken.Problem) {
      question = Question(
        token: token,
        bearer: try BearerToken(token.reveal()),
        start: clock.monotonicSeconds(),
        progress: progress,
        retry: SingleRetry(isUsed: tries < 2)
      )
    } catch {
      return Verification(connection: Self.connection(for: error))
    }
    var verification = await ask(question)
    verification.connection.milliseconds = (clock.monotonicSeconds() - question.start) * 1000
    if let (answer, time) = question.log.identification.withLock({ $0 }) {
      verification.connection.timings = ConnectionTimings(answer.timings)
      verification.clock = ClockReading(here: time, atAttio: answer.serverSeconds)
    }
    return verification
  }

  private struct Question: Sendable {
    var token: Secret
    var bearer: BearerToken
    var start: Double
    var progress: @Sendable (Progress) -> Void
    var retry: SingleRetry
    let log = AnswerLog()
  }

  /// Keeps what the call that every question begins with was answered, in its last try.
  private final class AnswerLog: Sendable {
    let identification = Mutex<(AttioClient.Answer, unixSeconds: Double)?>(nil)

    func note(_ answer: AttioClient.Answer, at unixSeconds: Double) {
      guard answer.path == AttioClient.identityPath else { return }
      identification.withLock { $0 = (answer, unixSeconds) }
    }
  }

  /// The one second try that the calls of a check have together.
  private final class SingleRetry: Sendable {
    private let state: Mutex<Bool>

    init(isUsed: Bool) {
      state = Mutex(isUsed)
    }

    var isUsed: Bool { state.withLock(\.self) }

    func use() { state.withLock { $0 = true } }
  }

  /// The findings, and the scopes as Attio listed them where it did.
  private func identify(_ question: Question) async -> (Verification, scopes: [String]?) {
    switch await client.identify(question.bearer, terms(question)) {
    case .failure(let failure):
      return (Verification(connection: Connection(failure, hiding: question.token)), nil)
    case .success(let answer):
      let verification = Verification(
        connection: Connection(state: .connected, httpStatus: 200),
        identity: Identity(answer, hiding: question.token)
      )
      return (verification, answer.scopes)
    }
  }

  private func ask(_ question: Question, wanted: [String]) async -> Verification {
    var (verification, scopes) = await identify(question)
    guard let scopes, Self.asksForObjects(granted: scopes, wanted: wanted) else {
      return verification
    }
    switch await client.objects(question.bearer, terms(question)) {
    case .failure(let failure):
      verification.connection = Connection(failure, hiding: question.token)
    case .success(let objects):
      verification.objects = Self.slugs(objects, hiding: question.token)
    }
    return verification
  }

  private func terms(_ question: Question) -> AttioClient.Terms {
    var terms = AttioClient.Terms(
      limitSeconds: max(question.start + timeoutSeconds - clock.monotonicSeconds(), 0),
      onRetry: {
        question.retry.use()
        question.progress(.tryingAgain(after: $0.kind))
      },
      onAnswer: { answer in
        question.log.note(answer, at: clock.unixSeconds())
        question.progress(
          .answered(path: answer.path, status: answer.status, timings: answer.timings)
        )
      }
    )
    if question.retry.isUsed { terms.tries = 1 }
    return terms
  }

  private static func asksForObjects(granted: [String], wanted: [String]) -> Bool {
    let scopes = ["object_configuration:read", "object_configuration:read-write"]
    return (granted + wanted).contains(where: scopes.contains)
  }

  private static func slugs(_ objects: [WorkspaceObject], hiding token: Secret) -> [String] {
    let texts = NetworkText(hiding: token)
    return objects.compactMap(\.slug).map { texts.clean($0, limit: 100) }.filter { !$0.isEmpty }
  }

  /// Why a value that a header could carry is not sent all the same; nil where it is.
  private static func unsent(_ token: Secret) -> Connection? {
    if let reference = SecretReference.of(token.reveal()) {
      return Connection(
        state: .tokenMalformed,
        message: "The value is \(reference.noun), not a token. Nothing was sent."
      )
    }
    let shape = TokenShape.of(token.reveal())
    switch shape {
    case .foreignSecret, .tooLong:
      return Connection(state: .tokenMalformed, message: shape.explanation ?? "")
    default: return nil
    }
  }

  private static func connection(for problem: BearerToken.Problem) -> Connection {
    switch problem {
    case .empty:
      Connection(state: .tokenMissing, message: "There is no token.")
    case .unresolvedReference:
      Connection(
        state: .tokenMalformed,
        message: "The value names a place where a token is kept and is not the token itself. "
          + "Nothing was sent."
      )
    case .illegalCharacter:
      Connection(
        state: .tokenMalformed,
        message: "The value holds spaces, line breaks or characters that no token has. "
          + "Nothing was sent."
      )
    }
  }
}
