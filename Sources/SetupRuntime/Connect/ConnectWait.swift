import Ground
internal import SetupCore

/// Waits for the answer to one request for authorization, from the browser or from a line of input,
/// and carries it to the stored token.
struct ConnectWait: Sendable {
  /// How far apart the signs of life are, in seconds.
  private static let heartbeat = 60.0

  private let request: UnattendedConnect.Request
  private let progress: @Sendable (UnattendedConnect.Progress) -> Void
  private let world: SetupWorld
  private let tools: ConnectTools

  init(
    world: SetupWorld,
    tools: ConnectTools,
    request: UnattendedConnect.Request,
    progress: @escaping @Sendable (UnattendedConnect.Progress) -> Void
  ) {
    self.world = world
    self.tools = tools
    self.request = request
    self.progress = progress
  }

  /// What can happen while it waits.
  private enum News: Sendable {
    case answer(AuthorizationAnswer)
    case line([UInt8])
    case beat(secondsLeft: Double)
    case timeUp
  }

  /// Makes the request, shows it, and waits.
  func run(_ connect: ConnectRequest) async throws(ConnectFailure) -> ConnectResult {
    let (news, feed) = AsyncStream<News>.makeStream()
    let session = try await ConnectSession.start(connect, tools: tools) {
      feed.yield(.answer($0))
    }
    let result: Result<ConnectResult, ConnectFailure>
    do throws(ConnectFailure) {
      try await announce(session.offer, connect)
      let feeders = start(feed, seconds: connect.waitSeconds)
      defer { for feeder in feeders { feeder.cancel() } }
      result = await finish(try await answer(in: news, session.offer, connect), session)
    } catch {
      result = .failure(error)
    }
    // Until the browser has its page.
    let isFinished = if case .failure(.nobodyCame) = result { false } else { true }
    await session.end(isFinished ? .finished : .left)
    return try result.get()
  }

  private func answer(
    in news: AsyncStream<News>,
    _ offer: ConnectOffer,
    _ connect: ConnectRequest
  ) async throws(ConnectFailure) -> AuthorizationAnswer {
    for await item in news {
      switch item {
      case .answer(let answer): return answer
      case .line(let bytes):
        if let answer = read(bytes, offer, connect) { return answer }
      case .beat(let left): progress(.waiting(secondsLeft: left))
      case .timeUp: throw .nobodyCame(seconds: connect.waitSeconds)
      }
    }
    // The stream ends only where the task was cancelled.
    throw .nobodyCame(seconds: connect.waitSeconds)
  }

  /// Shows the link; stops where nobody could come back.
  private func announce(
    _ offer: ConnectOffer,
    _ connect: ConnectRequest
  ) async throws(ConnectFailure) {
    switch offer.listener {
    case .ready: break
    case .portInUse(let port):
      guard request.lines != nil, request.isInteractive else { throw .portInUse(port) }
    case .impossible(let reason):
      guard request.lines != nil else { throw .cannotListen(reason) }
    }
    progress(
      .offered(offer, acceptsPaste: request.lines != nil, seconds: connect.waitSeconds)
    )
    guard request.opensBrowser, offer.place == .here else { return }
    progress(.opened(await Desktop(world).open(offer.attempt.url)))
  }

  private func start(
    _ feed: AsyncStream<News>.Continuation,
    seconds: Double
  ) -> [Task<Void, Never>] {
    var tasks = [
      Task { @concurrent in
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        while true {
          let left = (end - clock.now) / .seconds(1)
          guard left > 0 else { break }
          try? await clock.sleep(for: .seconds(min(left, Self.heartbeat)))
          if Task.isCancelled { return }
          let rest = (end - clock.now) / .seconds(1)
          if rest > 1 { feed.yield(.beat(secondsLeft: rest)) }
        }
        feed.yield(.timeUp)
      }
    ]
    if let lines = request.lines {
      tasks.append(Task { @concurrent in for await line in lines { feed.yield(.line(line)) } })
    }
    return tasks
  }

  private func read(
    _ bytes: [UInt8],
    _ offer: ConnectOffer,
    _ connect: ConnectRequest
  ) -> AuthorizationAnswer? {
    switch PastedAnswer.read(
      FileContent(bytes),
      for: offer.attempt,
      clientSecret: connect.credentials.clientSecret
    ) {
    case .success(let answer): return answer
    case .failure(.empty): return nil
    case .failure(let refusal):
      progress(.refused(refusal))
      return nil
    }
  }

  private func finish(
    _ answer: AuthorizationAnswer,
    _ session: ConnectSession
  ) async -> Result<ConnectResult, ConnectFailure> {
    switch answer {
    case .denied: return .failure(.denied)
    case .refused(let error, let description):
      return .failure(.refused(error: error, description: description))
    case .code(let code):
      // A task of its own is not cancelled with this one.
      return await Task { [progress] in
        await session.finish(code: code) { progress(.progressed($0)) }
      }.value
    }
  }
}
