import AttioAPI
import AttioSandbox
import Ground
import SetupCore
import SetupRuntime
import Synchronization
import TestSupport
import Testing

/// A sandbox's token is nobody else's business.
@Suite(.alone) struct SandboxTokenTests {
  /// A transport that notes that it was used.
  private final class Recorder: Sendable {
    let requests = Mutex(0)

    var transport: Transport {
      Transport { _ in
        self.requests.withLock { $0 += 1 }
        return .failure(.notConnected(host: "api.attio.com", reason: "Not in a test"))
      }
    }
  }

  private static func verifier(_ base: String, _ recorder: Recorder) throws -> AttioVerifier {
    AttioVerifier(
      client: AttioClient(base: try BaseURL(parsing: base), transport: recorder.transport),
      timeoutSeconds: 5
    )
  }

  @Test(arguments: SandboxScenario.allCases)
  func `every token of the sandbox is known by its form`(scenario: SandboxScenario) {
    #expect(scenario.token.utf8.count == 64)
    #expect(SandboxToken.isOne(Secret(scenario.token)))
  }

  @Test func `the tokens that earlier sandboxes gave out are known, others are not`() {
    let earlier = "69de95993f7224dd50ed8b864c8e6b96b7a5482fd6c7d252af7d0a35bf14a795"
    #expect(SandboxToken.isOne(Secret(earlier)))
    #expect(!SandboxToken.isOne(Secret(String(repeating: "0123456789abcdef", count: 4))))
    #expect(!SandboxToken.isOne(Secret("attiosetupsandbox")))
  }

  @Test func `it is never sent to another API`() async throws {
    let recorder = Recorder()
    let verifier = try Self.verifier("https://api.attio.com/v2", recorder)
    let token = Secret(SandboxScenario.full.token)
    let verification = await verifier.verify(token: token, wanted: [])
    #expect(verification.connection.state == .tokenMalformed)
    #expect(verification.connection.httpStatus == nil)
    let explanation = ConnectionExplanation(verification.connection)
    #expect(explanation.happening.contains("it works only with --sandbox"))
    #expect(await verifier.identify(token).connection.state == .tokenMalformed)
    let answer = await verifier.querier.firstRecord(of: "people", token: token)
    #expect(answer.connection.state == .tokenMalformed)
    let probe = await verifier.prober.probe(
      token: token,
      granted: ScopePreset.readOnly.scopes,
      objects: []
    )
    #expect(probe.isEmpty)
    #expect(recorder.requests.withLock { $0 } == 0)
  }

  @Test func `it is sent to servers on this machine`() async throws {
    let recorder = Recorder()
    let verifier = try Self.verifier("http://127.0.0.1:9/v2", recorder)
    _ = await verifier.identify(Secret(SandboxScenario.full.token), tries: 1)
    #expect(recorder.requests.withLock { $0 } == 1)
  }
}
