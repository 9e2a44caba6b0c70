import Ground

/// The words of one page.
struct BrowserPageWords: Equatable {
  /// The state in one word, which stands before the title: colour is never the only sign.
  var mark: String
  /// The state, of which the mark's colour is made.
  var tone: Tone
  /// The heading, without a full stop.
  var title: String
  /// What happened and what to do now, one paragraph each.
  var paragraphs: [String]
  /// Names and values.
  var facts: [Fact] = []
  /// What leads back to the terminal: "Go back".
  var leading = "Go back to the terminal"

  enum Tone: String {
    case good
    case attention
    case problem
  }

  struct Fact: Equatable {
    var name: String
    var value: String
  }
}

extension BrowserPage {
  var words: BrowserPageWords {
    switch self {
    case .connected(let result, let missing): Self.connected(result, missing)
    case .failed(.denied, _): Self.denied
    case .failed(let failure, let context): Self.failed(failure, context)
    case .wrongAnswer(let error): Self.wrongAnswer(error)
    case .alreadyUsed:
      BrowserPageWords(
        mark: "Nothing changed",
        tone: .attention,
        title: "This answer was already used",
        paragraphs: [
          "The terminal has had the answer to this request, and an answer counts once. "
            + "The terminal tells how it ended."
        ]
      )
    case .left:
      BrowserPageWords(
        mark: "Not connected",
        tone: .attention,
        title: "Stopped in the terminal",
        paragraphs: [
          "Somebody left this step in the terminal before it came to its end. "
            + "To connect the workspace, start again there."
        ]
      )
    case .replaced:
      BrowserPageWords(
        mark: "Not connected",
        tone: .attention,
        title: "A new link has taken this one's place",
        paragraphs: ["The terminal shows a new link. Open that one."]
      )
    case .working:
      BrowserPageWords(
        mark: "Not finished",
        tone: .attention,
        title: "The terminal is still working",
        paragraphs: [
          "The answer has arrived, and the result is not known yet. "
            + "This page looks again by itself, and the terminal tells the result too."
        ]
      )
    }
  }

  private static func connected(
    _ result: ConnectResult,
    _ missing: [String]
  ) -> BrowserPageWords {
    let workspace = result.workspace
    let isEmpty = workspace.scopes.isEmpty
    let isComplete = missing.isEmpty && !isEmpty
    var paragraphs = [
      result.replaced
        ? "The workspace was connected before: its new token has taken the old one's place."
        : "The terminal has the workspace's token, and Attio has confirmed it."
    ]
    if !isComplete {
      paragraphs.append(
        (isEmpty
          ? "\(Objection.withoutScopes) Tick what the app needs "
          : "The project wants scopes that the app does not have. Tick them ")
          + "in the app's Scopes tab at build.attio.com, and connect the workspace again."
      )
    }
    var facts = [BrowserPageWords.Fact(name: "Workspace", value: workspace.title)]
    if let member = result.verification.identity?.authorizedBy {
      facts.append(BrowserPageWords.Fact(name: "Authorised by", value: "member \(member)"))
    }
    if !missing.isEmpty {
      facts.append(
        BrowserPageWords.Fact(name: "Missing scopes", value: ScopeSet.listed(missing))
      )
    }
    facts.append(
      BrowserPageWords.Fact(
        name: "Token kept in",
        value: workspace.store == .keyring
          ? "the system's keyring" : "a file that only you can read"
      )
    )
    let name = workspace.name.isEmpty ? workspace.handle : workspace.name
    return BrowserPageWords(
      mark: isComplete ? "Connected" : "Connected, with scopes missing",
      tone: isComplete ? .good : .attention,
      title: "Connected to \(SafeText.cleaned(name, limit: 60))",
      paragraphs: paragraphs,
      facts: facts,
      leading: "You can close this page. Go back to the terminal"
    )
  }

  private static let denied = BrowserPageWords(
    mark: "Not connected",
    tone: .attention,
    title: "You chose not to connect",
    paragraphs: [
      "No access was given, and nothing was changed. To be asked again, start again in the terminal."
    ]
  )

  private static func failed(
    _ failure: ConnectFailure,
    _ context: ConnectContext
  ) -> BrowserPageWords {
    let mark =
      if case .notStored = failure { "Connected, not stored" } else { "Not connected" }
    return BrowserPageWords(
      mark: mark,
      tone: .problem,
      title: failure.title,
      paragraphs: [failure.happening(context), failure.remedy(context)]
    )
  }

  private static func wrongAnswer(_ error: AuthorizationAnswerError) -> BrowserPageWords {
    let waiting = "Nothing was changed, and the terminal goes on waiting."
    let again = "Open the link that the terminal shows now."
    return BrowserPageWords(
      mark: "Not accepted",
      tone: .problem,
      title: error == .wrongState
        ? "This is not the answer that the terminal waits for" : "This is no complete answer",
      paragraphs: [
        error == .wrongState
          ? "The address belongs to an older link, or to a request that was not made here. \(waiting)"
          : "\(error.happening) \(waiting)",
        again,
      ]
    )
  }
}

extension AuthorizationAnswerError {
  /// What is wrong with the address, in a sentence.
  fileprivate var happening: String {
    switch self {
    case .tooLong: "The address is longer than any answer."
    case .wrongState: "The address belongs to another request."
    case .doubled(let name): "The address holds \(name) twice."
    case .noCode: "The address holds neither a code nor an error."
    case .illegalCode: "The code in the address holds characters that no code has."
    }
  }
}
