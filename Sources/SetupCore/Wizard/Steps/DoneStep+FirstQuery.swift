/// Which record to ask for first, and with which token.
package struct QueryRequest: Equatable, Sendable {
  /// Where the token stands.
  package enum TokenPlace: Equatable, Sendable {
    /// In the env file, from which it is read back.
    case envFile(VerifyRequest)
    /// Where the token of a connected workspace is kept.
    case workspace(ConnectedWorkspace)
  }

  /// Where the token stands.
  package var token: TokenPlace
  /// The slug of the object.
  package var object: String

  /// Collects the request.
  package init(token: TokenPlace, object: String) {
    self.token = token
    self.object = object
  }
}

/// What came of the first query; texts cleaned of control characters.
package struct QueryAnswer: Equatable, Sendable {
  /// The state, with status and time.
  package var connection: Connection
  /// What the first record is called; nil where it has no name or there is none.
  package var name: String?
  /// The answer's JSON in lines; empty where Attio refused.
  package var lines: [String]

  /// Collects the answer.
  package init(connection: Connection, name: String? = nil, lines: [String] = []) {
    self.connection = connection
    self.name = name
    self.lines = lines
  }
}

extension WizardState {
  /// The object whose first record is asked for.
  var queriedObject: String { FirstQuery.object(among: apply.verification?.objects) }

  /// The query as code in the project's language.
  var firstQuery: FirstQuery {
    let workspace = method == .manyWorkspaces ? connect.results.last : nil
    return FirstQuery(
      FirstQuery.Request(
        language: folder.report?.language.flatMap(ClientLanguage.init),
        variable: options.variable,
        source: workspace.map { .workspace(ConnectedText.handle($0)) } ?? .envFile(envFileName),
        baseURL: options.baseURL,
        object: queriedObject
      )
    )
  }

  mutating func handleFirstQuery(_ intent: Intent) -> [WizardEffect] {
    switch intent {
    case .back:
      showDone(.overview)
      return []
    case .confirm: return askFirstQuery()
    case .copyLink: return [.copy(ClipboardText(.command, firstQuery.curl.joined(separator: "\n")))]
    case .copyCode:
      return [.copy(ClipboardText(.code, firstQuery.code.joined(separator: "\n") + "\n"))]
    default: return []
    }
  }

  private mutating func askFirstQuery() -> [WizardEffect] {
    let request = QueryRequest(token: queryToken, object: queriedObject)
    done.answer = nil
    scroll = 0
    return wait(for: "Asking \(options.apiHost) for a record of \(queriedObject)", .query) {
      .query($0, request)
    }
  }

  private var queryToken: QueryRequest.TokenPlace {
    if method == .manyWorkspaces, let workspace = connect.results.last?.workspace {
      return .workspace(workspace)
    }
    return .envFile(
      VerifyRequest(
        directory: folder.directory,
        envFileName: envFileName,
        variable: options.variable,
        wantedScopes: wantedScopes
      )
    )
  }

  mutating func showAnswer(_ answer: QueryAnswer) -> [WizardEffect] {
    answerAge = 0
    done.answer = answer
    scroll = 0
    return []
  }
}
