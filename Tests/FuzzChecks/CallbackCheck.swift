import Ground
import LocalHTTP
import SetupCore

/// Takes the bytes for the target of a request, for its form and for what is pasted instead.
enum CallbackCheck {
  private static let state = "nobody-guesses-this-state-0123456789"
  private static let clientSecret = Secret("client-secret-0123456789")
  private static let place = TerminalPlace(directory: "/home/ada/app", home: "/home/ada", host: "")

  static func run(_ bytes: [UInt8]) throws {
    let target = String(decoding: bytes, as: UTF8.self)
    let request = LocalRequest(method: "GET", target: target, body: bytes)
    for field in request.parameters.fields + request.form.fields {
      let text = "\(PercentCoding.encoded(field.name))=\(PercentCoding.encoded(field.value))"
      try Violation.unless(
        FormFields(text).fields == [field],
        "A field that is encoded and decoded is another one."
      )
    }
    if let answer = try? AuthorizationAnswer(query: request.query, state: state) {
      try Violation.unless(request.query.contains("state"), "An answer without a state counts.")
      try isSafe(answer)
    }
    if let answer = try? AuthorizationAnswer(query: "state=\(state)&\(request.query)", state: state)
    {
      try isSafe(answer)
    }
    try paste(bytes)
    try address(target)
  }

  private static func isSafe(_ answer: AuthorizationAnswer) throws {
    switch answer {
    case .denied: break
    case .code(let code):
      try Violation.unless(
        code.reveal().utf8.allSatisfy { (0x21...0x7E).contains($0) } && !code.isEmpty,
        "A code holds what no code holds."
      )
    case .refused(let error, let description):
      try Violation.unless(
        error.isDrawn && (description ?? "").isDrawn,
        "The server's words hold a control character."
      )
      let hostile = page(error: error, description: description ?? "x")
      let harmless = page(error: "x", description: "x")
      try Violation.unless(
        hostile.count { $0 == "<" } == harmless.count { $0 == "<" },
        "The page repeats the server's words as markup."
      )
    }
  }

  private static func page(error: String, description: String) -> String {
    let failure = ConnectFailure.refused(error: error, description: description)
    return BrowserPage.failed(failure, ConnectContext()).html(place)
  }

  /// A paste that is the app's own secret is never sent as a code.
  private static func paste(_ bytes: [UInt8]) throws {
    guard let uri = try? RedirectURI(parsing: RedirectURI.standardText) else { return }
    let attempt = AuthorizationAttempt(
      appURL: "https://app.attio.com",
      clientID: "client",
      redirectURI: uri,
      state: state
    )
    let answer = PastedAnswer.read(
      FileContent(bytes),
      for: attempt,
      clientSecret: clientSecret
    )
    guard case .success(let answer) = answer else { return }
    try isSafe(answer)
    if case .code(let code) = answer {
      try Violation.unless(code != clientSecret, "The client secret counts as a code.")
    }
  }

  private static func address(_ text: String) throws {
    guard let uri = try? RedirectURI(parsing: text) else { return }
    try Violation.unless(uri.text == text, "A redirect URI is not kept to the letter.")
    try Violation.unless((1...65535).contains(uri.port), "A redirect URI has no port.")
    try Violation.unless(uri.path.hasPrefix("/"), "A redirect URI has no path.")
  }
}
