package import Ground
package import SetupCore
internal import Synchronization

/// One request for authorization, from the link to the stored token.
package final class ConnectSession: Sendable {
  /// What is ready for the user's browser.
  package let offer: ConnectOffer

  private let request: ConnectRequest
  private let tools: ConnectTools
  private let verifier: Secret?
  private let server: CallbackServer?
  private let exchange = Mutex(Exchange.notBegun)

  /// The code is exchanged once, whoever brings it and how often.
  private enum Exchange {
    case notBegun
    case begun(Task<Result<ConnectResult, ConnectFailure>, Never>)
    case ended
  }

  private init(
    offer: ConnectOffer,
    request: ConnectRequest,
    tools: ConnectTools,
    verifier: Secret?,
    server: CallbackServer?
  ) {
    self.offer = offer
    self.request = request
    self.tools = tools
    self.verifier = verifier
    self.server = server
  }

  /// Makes a request and listens for its answer, until `end`.
  ///
  /// A port that cannot be listened on is part of the offer, not an error: the address can be pasted.
  ///
  /// - Parameters:
  ///   - request: What to connect with.
  ///   - tools: What to connect by.
  ///   - onAnswer: Told the browser's answer, once, from any thread.
  /// - Returns: The session, whose offer says whether it listens.
  /// - Throws: `ConnectFailure.noHash` where the request cannot be made.
  package static func start(
    _ request: ConnectRequest,
    tools: ConnectTools,
    onAnswer: @escaping @Sendable (AuthorizationAnswer) -> Void
  ) async throws(ConnectFailure) -> ConnectSession {
    let (attempt, verifier) = try tools.makeAttempt(request)
    var server: CallbackServer?
    var listener = ConnectOffer.Listener.ready
    do throws(ConnectFailure) {
      let context = tools.context(of: request)
      server = try await CallbackServer.start(
        for: attempt,
        place: TerminalPlace(
          directory: request.directory,
          home: tools.environment["HOME"] ?? "",
          host: tools.hostName
        ),
        ending: { ConnectFailure($0).map { .failed($0, context) } },
        onAnswer: onAnswer
      )
    } catch {
      listener = ConnectOffer.Listener(error)
    }
    let offer = ConnectOffer(
      attempt: attempt,
      listener: listener,
      place: BrowserPlace.detect(tools.environment)
    )
    return ConnectSession(
      offer: offer,
      request: request,
      tools: tools,
      verifier: verifier,
      server: server
    )
  }

  /// Exchanges the code, asks Attio whose the token is, and stores it.
  ///
  /// A second call, with whatever code, gives the result of the first one. Where the task is
  /// cancelled, what has begun to be stored is still stored.
  package func finish(
    code: Secret,
    progress: @escaping @Sendable (ConnectProgress) -> Void = { _ in }
  ) async -> Result<ConnectResult, ConnectFailure> {
    let task = exchange.withLock { exchange in
      switch exchange {
      case .begun(let task): return Optional(task)
      case .ended: return nil
      case .notBegun:
        let task = Task { @concurrent in await self.connect(code, progress) }
        exchange = .begun(task)
        return task
      }
    }
    guard let task else { return .failure(Self.stopped) }
    return await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
  }

  /// Stops listening; an exchange that runs is stopped, save for what is being stored.
  ///
  /// - Returns: How the exchange ended; nil where there was none.
  @discardableResult
  package func end(_ ending: ConnectEnding) async -> Result<ConnectResult, ConnectFailure>? {
    let task: Task<Result<ConnectResult, ConnectFailure>, Never>? = exchange.withLock { exchange in
      defer { if case .notBegun = exchange { exchange = .ended } }
      guard case .begun(let task) = exchange else { return nil }
      return task
    }
    if ending != .finished { task?.cancel() }
    let result = await task?.value
    server?.settle(ending == .replaced ? .replaced : .left)
    await server?.stop()
    return result
  }

  private func connect(
    _ code: Secret,
    _ progress: @Sendable (ConnectProgress) -> Void
  ) async -> Result<ConnectResult, ConnectFailure> {
    server?.takeAnswer()
    let result: Result<ConnectResult, ConnectFailure>
    do throws(ConnectFailure) {
      result = .success(try await steps(code, progress))
    } catch {
      result = .failure(error)
    }
    // The ending names the page of what was stopped.
    if case .failure = result, Task.isCancelled { return result }
    let context = tools.context(of: request)
    server?.settle(BrowserPage(result, wanted: request.wantedScopes, context: context))
    return result
  }

  private func steps(
    _ code: Secret,
    _ progress: @Sendable (ConnectProgress) -> Void
  ) async throws(ConnectFailure) -> ConnectResult {
    progress(.exchanging)
    let token = try await tools.exchange(request.credentials, code, verifier).get()
    guard !Task.isCancelled else { throw Self.stopped }
    progress(.identifying)
    let verification = await tools.identify(token)
    guard verification.connection.state == .connected, let identity = verification.identity else {
      throw .unconfirmed(verification.connection)
    }
    guard !Task.isCancelled else { throw Self.stopped }
    progress(.storing)
    let workspace = workspace(identity)
    let replaced = try await save(token, workspace)
    return ConnectResult(workspace: workspace, verification: verification, replaced: replaced)
  }

  /// Stores the token; a task of its own, because half a change of the store helps nobody.
  private func save(
    _ token: Secret,
    _ workspace: ConnectedWorkspace
  ) async throws(ConnectFailure) -> Bool {
    let result = await Task { @concurrent [tools] () -> Result<Bool, StoreError> in
      do throws(StoreError) {
        return .success(try await tools.save(token, workspace))
      } catch {
        return .failure(error)
      }
    }.value
    return try result.mapError { ConnectFailure.notStored($0) }.get()
  }

  private func workspace(_ identity: Identity) -> ConnectedWorkspace {
    ConnectedWorkspace(
      key: ConnectedWorkspace.Key(
        workspaceID: identity.workspaceID,
        clientID: request.credentials.clientID,
        api: tools.api
      ),
      slug: identity.workspaceSlug ?? "",
      name: identity.workspaceName,
      scopes: identity.scopes,
      level: identity.level,
      store: request.store,
      verifiedAt: tools.now()
    )
  }

  /// Of an exchange that the user stopped.
  private static let stopped = ConnectFailure.unconfirmed(
    Connection(state: .notChecked, message: "It was stopped before its end.")
  )
}

extension ConnectFailure {
  /// The failure that an answer is; nil for a code.
  fileprivate init?(_ answer: AuthorizationAnswer) {
    switch answer {
    case .code: return nil
    case .denied: self = .denied
    case .refused(let error, let description):
      self = .refused(error: error, description: description)
    }
  }
}

extension ConnectOffer.Listener {
  fileprivate init(_ failure: ConnectFailure) {
    switch failure {
    case .portInUse(let port): self = .portInUse(port)
    case .cannotListen(let reason): self = .impossible(reason)
    default: self = .impossible(failure.happening())
    }
  }
}
