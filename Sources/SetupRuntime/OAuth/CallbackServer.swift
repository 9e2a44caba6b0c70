import Ground
internal import LocalHTTP
package import SetupCore

/// The server to which the browser comes back; only this machine reaches it.
package struct CallbackServer: Sendable {
  private let desk: CallbackDesk
  private let server: LocalServer

  /// Lines of every answer: nothing is kept, told on, guessed, framed, run or loaded.
  static let headers = [
    LocalHeader("Cache-Control", "no-store"),
    LocalHeader("Referrer-Policy", "no-referrer"),
    LocalHeader("X-Content-Type-Options", "nosniff"),
    LocalHeader("X-Frame-Options", "DENY"),
    LocalHeader("Cross-Origin-Resource-Policy", "same-origin"),
    LocalHeader(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'"
    ),
  ]

  /// A browser asks at once and with a few connections; the rest are strangers'.
  private static let limits = ConnectionLimits(open: 32, patience: .seconds(5))

  /// Listens on the port of the request's redirect URI, until it is stopped.
  ///
  /// - Parameters:
  ///   - attempt: The request whose answer is waited for.
  ///   - place: The terminal that the pages name.
  ///   - holdLimit: How long the browser waits for the result before it is told to look again.
  ///   - ending: The page of an answer that is the result already; nil where the result is still to
  ///     come, by `settle`.
  ///   - onAnswer: Told the first answer with the right state, once, from any thread.
  /// - Returns: The server, which listens.
  /// - Throws: `ConnectFailure.portInUse` where one of the address's families is taken, and
  ///   `cannotListen` for every other reason.
  package static func start(
    for attempt: AuthorizationAttempt,
    place: TerminalPlace,
    holdLimit: Duration = .seconds(20),
    ending: @escaping @Sendable (AuthorizationAnswer) -> BrowserPage? = { _ in nil },
    onAnswer: @escaping @Sendable (AuthorizationAnswer) -> Void
  ) async throws(ConnectFailure) -> CallbackServer {
    let uri = attempt.redirectURI
    guard let addresses = LoopbackAddresses(uri.listening) else {
      throw .cannotListen("\(uri.host) is not this machine, or its address begins with https.")
    }
    let desk = CallbackDesk(
      attempt: attempt,
      place: place,
      holdLimit: holdLimit,
      ending: ending,
      onAnswer: onAnswer
    )
    do throws(LocalServerError) {
      let server = try await LocalServer.start(
        port: uri.port,
        on: addresses,
        headers: headers,
        limits: limits
      ) {
        await desk.answer($0)
      }
      return CallbackServer(desk: desk, server: server)
    } catch {
      throw ConnectFailure(error)
    }
  }

  /// Takes the place of the browser's answer, for one that was pasted; a later one is refused.
  package func takeAnswer() { _ = desk.take() }

  /// Says what the page of the result tells; the first call counts.
  package func settle(_ page: BrowserPage) { desk.settle(page) }

  /// Stops listening.
  ///
  /// A browser that was sent to the page of the result gets up to two seconds to fetch it.
  package func stop() async {
    await desk.waitUntilShown(within: .seconds(2))
    await server.stop()
  }
}

extension LoopbackAddresses {
  fileprivate init?(_ listening: RedirectURI.Listening) {
    switch listening {
    case .bothFamilies: self = .both
    case .ipv4: self = .ipv4
    case .ipv6: self = .ipv6
    case .nowhere: return nil
    }
  }
}

extension ConnectFailure {
  fileprivate init(_ error: LocalServerError) {
    switch error {
    case .portInUse(let port): self = .portInUse(port)
    case .notPermitted(let port):
      self = .cannotListen("Port \(port) needs rights that you do not have.")
    case .cannotListen(let reason):
      self = .cannotListen("The system says: \(SafeText.cleaned(reason)).")
    }
  }
}
