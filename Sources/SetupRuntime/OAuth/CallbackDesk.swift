internal import LocalHTTP
internal import SetupCore
internal import Synchronization

/// Answers every request that reaches the address of a redirect URI.
///
/// Whatever runs on this machine, and every page in its browser, can send requests here; all but the
/// answer with the right `state` changes nothing.
final class CallbackDesk: Sendable {
  private let attempt: AuthorizationAttempt
  private let place: TerminalPlace
  private let holdLimit: Duration
  private let ending: @Sendable (AuthorizationAnswer) -> BrowserPage?
  private let onAnswer: @Sendable (AuthorizationAnswer) -> Void
  private let resultPath: String
  private let isTaken = Mutex(false)
  private let isSentToResult = Mutex(false)
  private let outcome = Awaited<BrowserPage>()
  private let isShown = Awaited<Bool>()

  init(
    attempt: AuthorizationAttempt,
    place: TerminalPlace,
    holdLimit: Duration,
    ending: @escaping @Sendable (AuthorizationAnswer) -> BrowserPage?,
    onAnswer: @escaping @Sendable (AuthorizationAnswer) -> Void
  ) {
    self.attempt = attempt
    self.place = place
    self.holdLimit = holdLimit
    self.ending = ending
    self.onAnswer = onAnswer
    // Nobody who does not come from the answer finds the page, which names the workspace.
    resultPath = "/result/\(RandomText.make())"
  }

  /// Whether the answer is still to come; afterwards it no longer is.
  func take() -> Bool {
    isTaken.withLock { taken in
      defer { taken = true }
      return !taken
    }
  }

  /// Says what the page of the result tells; the first call counts.
  func settle(_ page: BrowserPage) { outcome.set(page) }

  /// Waits until the browser has fetched the page to which it was sent; not where it was not sent.
  func waitUntilShown(within limit: Duration) async {
    guard isSentToResult.withLock(\.self) else { return }
    _ = await isShown.value(within: limit)
  }

  /// Answers one request.
  func answer(_ request: LocalRequest) async -> LocalResponse {
    guard isAddressedHere(request) else {
      return refusal(421, "This server answers only under the address that was registered.")
    }
    let isCallback = request.path == attempt.redirectURI.path
    guard isCallback || request.path == resultPath else {
      return refusal(404, "There is nothing here.")
    }
    guard request.method == "GET" else {
      var response = refusal(405, "Only GET is answered here.")
      response.headers.append(LocalHeader("Allow", "GET"))
      return response
    }
    return isCallback ? callback(request.query) : await result()
  }

  private func callback(_ query: String) -> LocalResponse {
    do throws(AuthorizationAnswerError) {
      let answer = try AuthorizationAnswer(query: query, state: attempt.state)
      guard take() else { return page(409, .alreadyUsed) }
      isSentToResult.withLock { $0 = true }
      // Before anybody who hears of the answer can end the wait with another page.
      if let page = ending(answer) { settle(page) }
      onAnswer(answer)
      // 303: the browser asks for the page with GET, and its history keeps no code.
      return LocalResponse(status: 303, headers: [LocalHeader("Location", resultPath)])
    } catch {
      return page(error == .tooLong ? 414 : 400, .wrongAnswer(error))
    }
  }

  private func result() async -> LocalResponse {
    guard let known = await outcome.value(within: holdLimit) else { return page(200, .working) }
    isShown.set(true)
    return page(200, known)
  }

  /// Against DNS rebinding, and against mixing up with another server of this machine.
  private func isAddressedHere(_ request: LocalRequest) -> Bool {
    let port = attempt.redirectURI.port
    let names = ["localhost", "127.0.0.1", "[::1]"]
    let hosts = names.map { "\($0):\(port)" } + (port == 80 ? names : [])
    return request.header("Host").map { hosts.contains($0.lowercased()) } ?? false
  }

  private func page(_ status: Int, _ page: BrowserPage) -> LocalResponse {
    LocalResponse(
      status: status,
      contentType: "text/html; charset=utf-8",
      text: page.html(place)
    )
  }

  private func refusal(_ status: Int, _ text: String) -> LocalResponse {
    LocalResponse(status: status, contentType: "text/plain; charset=utf-8", text: "\(text)\n")
  }
}
