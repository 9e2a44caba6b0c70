import Ground

/// The last step: the proof that it works, and what to do next.
struct DoneRoom: WizardRoom {
  /// The pages of the step.
  enum View: Equatable, Sendable {
    /// The proof that it works, and what can be done next.
    case overview
    /// The first query as code, and its answer.
    case firstQuery
    /// Which language the starter client is to be in.
    case languages
    /// The plan for the starter client.
    case clientPlan(PlannedClient)
    /// Why there is no plan for it, or why it was not carried out.
    case clientProblem(SetupError)
  }

  enum Action: Equatable, Sendable {
    case close
    /// Connect one more workspace of many.
    case connectAnother
    /// Look at the first query.
    case firstQuery
    /// Choose the language of a starter client.
    case starterClient
    case planClient(ClientLanguage)
    case writeClient
    case runQuery
    case copyCurl
    case copyCode
    case back
  }

  private(set) var view = View.overview
  /// What Attio answered to the first query; nil before it was asked.
  private(set) var answer: QueryAnswer?
  private var overview = ListSelection()
  private var languages = ListSelection()

  var selection: ListSelection {
    get { view == .languages ? languages : overview }
    set { if view == .languages { languages = newValue } else { overview = newValue } }
  }

  init() {}

  func answer(_ hall: WizardHall) -> Connection? { answer?.connection }

  func bindings(_ hall: WizardHall) -> [Binding<Action>] {
    let back = Binding.escape("back", Action.back)
    switch view {
    case .overview:
      let another = Binding.letter("n", "another workspace", Action.connectAnother)
      return [.choose] + (hall.method == .accessToken ? [] : [another]) + Binding.choosing
        + [.escape("close", .close)]
    case .firstQuery:
      let code = Binding.letter("l", "copy code", Action.copyCode)
      return [.enter("run it", .runQuery), .letter("c", "copy curl", .copyCurl)]
        + (hall.firstQuery.language == nil ? [] : [code]) + [back] + Binding.reading
    case .languages: return [.choose] + Binding.choosing + [back]
    case .clientPlan: return [.enter("write", .writeClient), back] + Binding.reading
    case .clientProblem: return [.enter("back", .back), back] + Binding.reading
    }
  }

  func choices(_ hall: WizardHall) -> [Choice<Action>] {
    switch view {
    case .overview:
      let another = Choice("Connect another workspace", Action.connectAnother)
      return [Choice("Close", .close)] + (hall.method == .accessToken ? [] : [another]) + [
        Choice("Make the first query: one record of \(hall.queriedObject)", .firstQuery),
        Choice(clientTitle(hall), .starterClient),
      ]
    case .languages:
      return ClientLanguage.all.map { language in
        Choice(
          "\(language.name.padded(to: 14))\(language.client.path)",
          .planClient(language),
          spoken: "\(language.name): \(language.client.path)"
        )
      }
    case .firstQuery, .clientPlan, .clientProblem: return []
    }
  }

  private func clientTitle(_ hall: WizardHall) -> String {
    guard hall.client == nil else { return "Write another starter client" }
    let own = hall.folder.report?.language.flatMap(ClientLanguage.init)
    return "Write a starter client\(own.map { " in \($0.name)" } ?? "")"
  }

  mutating func take(_ action: Action, _ hall: inout WizardHall) {
    switch action {
    case .close: hall.end(hall.doneExitCode)
    case .connectAnother: hall.go(.connect(ConnectRoom()))
    case .firstQuery: show(.firstQuery, &hall)
    case .starterClient:
      let own = hall.folder.report?.language.flatMap(ClientLanguage.init)
      let index = own.flatMap { ClientLanguage.all.firstIndex(of: $0) } ?? 0
      languages = ListSelection(index: index)
      show(.languages, &hall)
    case .planClient(let language): planClient(in: language, &hall)
    case .writeClient:
      guard case .clientPlan(let planned) = view else { return }
      hall.apply(planned.plan, "Writing the starter client", .client)
    case .runQuery: runQuery(&hall)
    case .copyCurl: hall.copy(.command, hall.firstQuery.curl.joined(separator: "\n"))
    case .copyCode: hall.copy(.code, hall.firstQuery.code.joined(separator: "\n") + "\n")
    case .back: back(&hall)
    }
  }

  private mutating func back(_ hall: inout WizardHall) {
    switch view {
    case .overview, .firstQuery, .languages: show(.overview, &hall)
    case .clientPlan, .clientProblem: show(.languages, &hall)
    }
  }

  /// Shows a page from its top.
  private mutating func show(_ view: View, _ hall: inout WizardHall) {
    self.view = view
    hall.desk.scroll = 0
    hall.desk.notice = nil
  }
}

// MARK: - The starter client

extension DoneRoom {
  private func planClient(in language: ClientLanguage, _ hall: inout WizardHall) {
    let request = ClientRequest(
      directory: hall.folder.directory,
      client: StarterClient.Request(
        language: language,
        variable: hall.options.variable,
        envFileName: hall.envFileName,
        isWithOAuth: hall.method == .manyWorkspaces && language.hasOAuth
      )
    )
    hall.desk.ask("Looking at the project's folder", .clientPlan) { .planClient($0, request) }
  }

  /// Shows what would be written.
  mutating func planned(_ client: PlannedClient, _ hall: inout WizardHall) {
    show(.clientPlan(client), &hall)
  }

  /// Tells why there is no plan, or why it was not carried out.
  mutating func failed(_ error: SetupError, _ hall: inout WizardHall) {
    show(.clientProblem(error), &hall)
  }

  /// Takes how the writing ended.
  mutating func written(_ result: ApplyResult, _ hall: inout WizardHall) {
    switch result.ending {
    case .finished:
      if case .clientPlan(let planned) = view { hall.client = planned.client }
      overview = ListSelection()
      show(.overview, &hall)
    case .stopped: hall.desk.notice = "You stopped the writing."
    case .changedOnDisk(let paths):
      failed(
        SetupError(
          .file,
          "\(paths.joined(separator: ", ")) came to be since the plan was made.",
          remedy: "Rename what is there, or choose another language."
        ),
        &hall
      )
    case .failed(let error): failed(error, &hall)
    }
  }
}

// MARK: - The first query

extension DoneRoom {
  private mutating func runQuery(_ hall: inout WizardHall) {
    let object = hall.queriedObject
    let request = QueryRequest(token: hall.queryToken, object: object)
    answer = nil
    hall.desk.scroll = 0
    hall.desk.ask("Asking \(hall.options.apiHost) for a record of \(object)", .query) {
      .query($0, request)
    }
  }

  /// Takes Attio's answer.
  mutating func queried(_ answer: QueryAnswer, _ hall: inout WizardHall) {
    self.answer = answer
    hall.desk.scroll = 0
  }
}

extension WizardHall {
  /// The object whose first record is asked for.
  var queriedObject: String { FirstQuery.object(among: proof?.verification.objects) }

  /// The workspace whose token is asked with; nil where that is the env file's.
  private var queriedWorkspace: ConnectedWorkspace? {
    method == .manyWorkspaces ? connected.last?.workspace : nil
  }

  /// The query as code in the project's language.
  var firstQuery: FirstQuery {
    FirstQuery(
      FirstQuery.Request(
        language: folder.report?.language.flatMap(ClientLanguage.init),
        variable: options.variable,
        source: queriedWorkspace.map { .workspace($0.argument) } ?? .envFile(envFileName),
        baseURL: options.baseURL,
        object: queriedObject
      )
    )
  }

  fileprivate var queryToken: QueryRequest.TokenPlace {
    queriedWorkspace.map { .workspace($0) } ?? .envFile(verifyRequest)
  }
}
