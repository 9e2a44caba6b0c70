package import AttioAPI
package import Ground
package import SetupCore
internal import Synchronization

/// Asks Attio with the tokens of many workspaces, side by side.
///
/// One `GET /v2/self` a workspace and no second try, at most sixteen at once and paced below Attio's
/// limit. A token is sent only to the API that gave it.
package struct WorkspaceChecker: Sendable {
  /// Fetches a workspace's token from where it is kept.
  package typealias TokenSource =
    @Sendable (ConnectedWorkspace) async -> Result<Secret, StoreError>

  /// The most questions that are under way at once.
  package static let width = 16

  private let verifier: AttioVerifier
  private let match: APIMatch
  private let context: ConnectionContext
  private let clock: AttioClock

  /// Asks through this verifier.
  ///
  /// - Parameters:
  ///   - verifier: Asks the API of `base`.
  ///   - base: The API that is asked.
  ///   - context: What the explanation of a failure needs to know.
  ///   - clock: Paces the questions and dates the answers.
  package init(
    verifier: AttioVerifier,
    base: BaseURL,
    context: ConnectionContext,
    clock: AttioClock = .system
  ) {
    self.verifier = verifier
    match = APIMatch(base: base)
    self.context = context
    self.clock = clock
  }

  /// Checks them all; where the task is cancelled, those that were answered by then.
  ///
  /// - Parameters:
  ///   - workspaces: The entries of the store.
  ///   - token: Fetches a token, which is asked for only where it may be sent.
  ///   - done: Told of each result as it comes, one after another.
  /// - Returns: The results in the order of the entries.
  package func check(
    _ workspaces: [ConnectedWorkspace],
    token: @escaping TokenSource,
    done: (CheckedWorkspace) -> Void = { _ in }
  ) async -> [CheckedWorkspace] {
    let pacer = Pacer(clock: clock)
    let silence = KeyringSilence()
    var results: [Int: CheckedWorkspace] = [:]
    await withTaskGroup(of: (Int, CheckedWorkspace?).self) { group in
      var waiting = Array(workspaces.enumerated())[...]
      func startNext() {
        guard let (index, workspace) = waiting.popFirst() else { return }
        group.addTask { (index, await self.check(workspace, token, pacer, silence)) }
      }
      for _ in 0..<Self.width { startNext() }
      for await (index, result) in group {
        if let result {
          results[index] = result
          done(result)
        }
        if !Task.isCancelled { startNext() }
      }
    }
    return results.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Gives nil where the check was cancelled before there was an answer.
  private func check(
    _ workspace: ConnectedWorkspace,
    _ token: TokenSource,
    _ pacer: Pacer,
    _ silence: KeyringSilence
  ) async -> CheckedWorkspace? {
    if let obstacle = match.obstacle(to: workspace) {
      return CheckedWorkspace(workspace, obstacle, context: context)
    }
    let secret: Secret
    switch await silence.answer(about: workspace, or: token) {
    case .success(let value): secret = value
    case .failure(let error):
      guard !Task.isCancelled else { return nil }
      return CheckedWorkspace(workspace, Self.connection(error), context: context)
    }
    await pacer.pause()
    guard !Task.isCancelled else { return nil }
    let verification = await verifier.identify(secret, tries: 1)
    guard !Task.isCancelled else { return nil }
    return result(workspace, verification)
  }

  private func result(
    _ workspace: ConnectedWorkspace,
    _ verification: Verification
  ) -> CheckedWorkspace {
    guard verification.connection.state == .connected, let identity = verification.identity else {
      return CheckedWorkspace(workspace, verification.connection, context: context)
    }
    guard identity.workspaceID == workspace.key.workspaceID else {
      var connection = verification.connection
      connection.state = .badResponse
      connection.message = "the token belongs to another workspace, \(identity.workspace)"
      return CheckedWorkspace(workspace, connection, context: context)
    }
    let confirmed = workspace.confirmed(by: identity, at: clock.unixSeconds())
    return CheckedWorkspace(confirmed, verification.connection, context: context)
  }

  private static func connection(_ error: StoreError) -> Connection {
    if case .tokenGone = error { return Connection(state: .tokenMissing, message: error.message) }
    return Connection(
      state: .notChecked,
      message: SafeText.cleaned("\(error.message) \(error.remedy)", limit: 500)
    )
  }

  /// Gives out the starts that the pace allows, to whoever asks first.
  private final class Pacer: Sendable {
    private let clock: AttioClock
    private let pace = Mutex(Pace())

    init(clock: AttioClock) {
      self.clock = clock
    }

    /// Waits for the next start.
    func pause() async {
      let seconds = pace.withLock { $0.reserve(at: clock.monotonicSeconds()) }
      if seconds > 0 { await clock.pause(seconds) }
    }
  }
}

/// Remembers that the keyring does not answer, so that 200 workspaces do not wait for it 200 times.
private final class KeyringSilence: Sendable {
  private let failure = Mutex<StoreError?>(nil)

  func answer(
    about workspace: ConnectedWorkspace,
    or token: WorkspaceChecker.TokenSource
  ) async -> Result<Secret, StoreError> {
    if workspace.store == .keyring, let known = failure.withLock({ $0 }) { return .failure(known) }
    let answer = await token(workspace)
    if case .failure(let error) = answer, case .keyringSilent = error {
      failure.withLock { $0 = error }
    }
    return answer
  }
}
