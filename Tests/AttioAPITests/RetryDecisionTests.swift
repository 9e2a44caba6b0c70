import AttioAPI
import Ground
import TestSupport
import Testing

struct RetryDecisionTests {
  private static func failure(_ status: Int, retryAfter: Double? = nil) -> AttioFailure {
    var failure = AttioFailure(HTTPResponse(status: status), to: .other, now: 0)
    failure.retryAfterSeconds = retryAfter
    return failure
  }

  @Test(arguments: [
    (AttioFailure(.nameNotFound(host: "h")), RetryDecision.tryAgain(afterSeconds: 0.25)),
    (AttioFailure(.notConnected(host: "h", reason: "")), .tryAgain(afterSeconds: 0.25)),
    (AttioFailure(.cut(status: 200)), .tryAgain(afterSeconds: 0.25)),
    (AttioFailure(.proxy(.unreachable(proxy: "", reason: ""))), .tryAgain(afterSeconds: 0.25)),
    (failure(502), .tryAgain(afterSeconds: 0.5)),
    (failure(503), .tryAgain(afterSeconds: 0.5)),
    (failure(504), .tryAgain(afterSeconds: 0.5)),
    (failure(503, retryAfter: 3), .tryAgain(afterSeconds: 3)),
    (failure(503, retryAfter: 30), .giveUp),
    (failure(429), .giveUp),
    (failure(429, retryAfter: 0), .giveUp),
    (failure(500), .giveUp),
    (failure(501), .giveUp),
    (failure(505), .giveUp),
    (failure(401), .giveUp),
    (failure(302), .giveUp),
    (AttioFailure(.tokenInactive, httpStatus: 200), .giveUp),
    (AttioFailure(.timeout(.connecting)), .giveUp),
    (AttioFailure(.tls(TLSProblem(.expired))), .giveUp),
    (AttioFailure(.proxy(.answered(proxy: "", status: 407))), .giveUp),
    (AttioFailure(.proxy(.answered(proxy: "", status: 503))), .giveUp),
    (AttioFailure(.tooLarge(status: 200, limit: 1)), .giveUp),
    (AttioFailure(.cancelled), .giveUp),
    (AttioFailure(.libraryMissing(reason: "")), .giveUp),
  ])
  func `tries a GET again where that may help`(failure: AttioFailure, decision: RetryDecision) {
    let attempt = RetryDecision.Attempt(.get, count: 1, failure: failure, secondsLeft: 10)
    #expect(RetryDecision.decide(attempt) == decision)
  }

  @Test(arguments: [
    RetryDecision.Attempt(.post, count: 1, failure: failure(503), secondsLeft: 10),
    RetryDecision.Attempt(.get, count: 2, failure: failure(503), secondsLeft: 10),
    RetryDecision.Attempt(.get, count: 1, failure: failure(503), secondsLeft: 0.55),
    RetryDecision.Attempt(.get, count: 1, failure: failure(503), secondsLeft: -1),
  ])
  func `gives up a POST, a second time and at the limit`(attempt: RetryDecision.Attempt) {
    #expect(RetryDecision.decide(attempt) == .giveUp)
  }
}
