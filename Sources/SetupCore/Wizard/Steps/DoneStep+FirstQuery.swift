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
        source: workspace.map { .workspace($0.workspace.argument) } ?? .envFile(envFileName),
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
    desk.scroll = 0
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
    desk.scroll = 0
    return []
  }
}
