package import AttioAPI
package import Ground
package import SetupCore

/// Asks one harmless read for each resource that a token was granted.
package struct AttioProber: Sendable {
  private let client: AttioClient
  private let timeoutSeconds: Double
  private let clock: AttioClock

  /// Asks through this client; the limit is for each read by itself.
  package init(client: AttioClient, timeoutSeconds: Double, clock: AttioClock = .system) {
    self.client = client
    self.timeoutSeconds = timeoutSeconds
    self.clock = clock
  }

  /// Asks side by side, and begins nothing more once Attio asks to wait.
  ///
  /// - Parameters:
  ///   - token: The token as it stands in the file.
  ///   - granted: The scopes that Attio listed.
  ///   - level: For whom the token acts; nil where Attio did not say.
  ///   - objects: The slugs of the workspace's objects, where they are known.
  /// - Returns: One result for each granted resource, those that were not asked included.
  package func probe(
    token: Secret,
    granted: ScopeSet,
    level: String? = nil,
    objects: [String]
  ) async -> [ProbeResult] {
    guard client.refusal(of: token) == nil, let bearer = try? BearerToken(token.reveal()) else {
      return []
    }
    let plan = ProbePlan(granted: granted, level: level)
    var things = ProbeThings(objects: objects)
    var answers: [String: ProbeResult] = [:]
    var ending = ProbePlan.Ending.complete
    while ending == .complete {
      let reads = plan.ready(things, after: answers)
      guard !reads.isEmpty else { break }
      let paths = reads.compactMap { read in read.path(with: things).map { (read, $0) } }
      for answer in await sideBySide(paths, Asker(prober: self, token: token, bearer: bearer)) {
        answers[answer.result.call] = answer.result
        if let thing = answer.tells { things.learn(thing, answer.name) }
        if answer.result.state == .rateLimited { ending = .rateLimited }
      }
    }
    return plan.results(answers, things, ending)
  }

  /// One result, and what it made known.
  private struct Answer: Sendable {
    var result: ProbeResult
    var tells: ProbeThing?
    var name: String?
  }

  private func sideBySide(
    _ reads: [(ProbeRead, path: String)],
    _ asker: Asker
  ) async -> [Answer] {
    await withTaskGroup(of: Answer.self) { group in
      var waiting = reads[...]
      var answers: [Answer] = []
      func start() {
        guard let (read, path) = waiting.popFirst() else { return }
        group.addTask { await asker.ask(read, path) }
      }
      for _ in 0..<ProbePlan.width { start() }
      while let answer = await group.next() {
        answers.append(answer)
        if answer.result.state == .rateLimited { waiting = [] }
        start()
      }
      return answers
    }
  }

  private struct Asker: Sendable {
    var prober: AttioProber
    var token: Secret
    var bearer: BearerToken

    func ask(_ read: ProbeRead, _ path: String) async -> Answer {
      let start = prober.clock.monotonicSeconds()
      let question = AttioClient.Question(
        read.isPost ? .post : .get,
        path: path,
        body: read.isPost ? ProbeRead.body : ""
      )
      let terms = AttioClient.Terms(limitSeconds: prober.timeoutSeconds)
      let result = await prober.client.ask(question, bearer, terms)
      let milliseconds = (prober.clock.monotonicSeconds() - start) * 1000
      switch result {
      case .success(let response):
        return Answer(
          result: ProbeResult(
            call: read.call,
            httpStatus: response.status,
            state: .connected,
            milliseconds: milliseconds
          ),
          tells: read.tells,
          name: read.tells.flatMap {
            FirstIdentifier.named($0.identifierName, in: response.body)
          }
        )
      case .failure(let failure):
        let connection = Connection(failure, hiding: token)
        return Answer(
          result: ProbeResult(
            call: read.call,
            httpStatus: connection.httpStatus,
            state: connection.state,
            milliseconds: milliseconds,
            message: connection.message
          )
        )
      }
    }
  }
}
