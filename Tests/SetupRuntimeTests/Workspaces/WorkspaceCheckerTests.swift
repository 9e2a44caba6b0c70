import AttioAPI
import Ground
import SetupCore
import SetupRuntime
import Synchronization
import TestSupport
import Testing

/// What the check of many workspaces asks, apart from Attio's answers, which end-to-end tests have.
@Suite(.alone) struct WorkspaceCheckerTests {
  private func workspaces(_ count: Int, in store: TokenStoreKind) -> [ConnectedWorkspace] {
    (0..<count).map { number in
      ConnectedWorkspace(
        key: .init(workspaceID: "w\(number)", clientID: "app", api: "http://127.0.0.1:9/v2"),
        slug: "w\(number)",
        name: "",
        scopes: [],
        store: store,
        verifiedAt: nil
      )
    }
  }

  @Test(arguments: [(TokenStoreKind.keyring, 1...16), (.file, 60...60)])
  func `a keyring that does not answer is not asked about every workspace`(
    store: TokenStoreKind,
    questions: ClosedRange<Int>
  ) async throws {
    let base = try BaseURL(parsing: "http://127.0.0.1:9/v2")
    let client = AttioClient(base: base, transport: Transport { _ in .failure(.invalidRequest) })
    let checker = WorkspaceChecker(
      verifier: AttioVerifier(client: client, timeoutSeconds: 1),
      base: base,
      context: ConnectionContext()
    )
    let asked = Mutex(0)
    let results = await checker.check(workspaces(60, in: store)) { _ in
      asked.withLock { $0 += 1 }
      return .failure(.keyringSilent(seconds: 3))
    }
    #expect(results.count == 60)
    #expect(results.allSatisfy { $0.connection.state != .connected })
    #expect(questions.contains(asked.withLock { $0 }))
  }
}
