import Ground

@testable import SetupCore

/// What can be done from the last screen.
extension Scene {
  static let ending: [Scene] = [
    Scene("done-first-query") {
      $0.connect()
      $0.press(.down, .enter)
    },
    Scene("done-first-query-lacking") {
      var identity = Sample.identity
      identity.scopes = ["note:read"]
      $0.connect(Sample.verification(identity: identity))
      $0.press(.down, .enter)
    },
    Scene("done-first-query-asking") {
      $0.connect()
      $0.press(.down, .enter, .enter)
      $0.send(.input(.tick(milliseconds: 1200)))
    },
    Scene("done-answer") {
      $0.connect()
      $0.press(.down, .enter, .enter)
      $0.send(.queried($0.waitingID, Sample.answer))
    },
    Scene("done-answer-refused") {
      $0.connect()
      $0.press(.down, .enter, .enter)
      let connection = Connection(state: .missingScope, httpStatus: 403, code: "unauthorized")
      $0.send(.queried($0.waitingID, QueryAnswer(connection: connection)))
    },
    Scene("done-languages") {
      $0.connect()
      $0.press(.down, .down, .enter)
    },
    Scene("done-client-plan") {
      $0.connect()
      $0.planClient()
    },
    Scene("done-client-exists") {
      $0.connect()
      $0.press(.down, .down, .enter, .enter)
      $0.send(
        .clientPlanFailed(
          $0.waitingID,
          SetupError(.actionNeeded, "src/attio/client.ts exists already.", remedy: "Rename it.")
        )
      )
    },
    Scene("done-client-written") {
      $0.connect()
      $0.planClient()
      $0.press(.enter)
      $0.send(
        .applied($0.waitingID, .kept(["src/attio/client.ts"]))
      )
    },
  ]
}

extension Sample {
  static let answer = QueryAnswer(
    connection: Connection(state: .connected, httpStatus: 200, milliseconds: 124),
    name: "Ada Lovelace",
    lines: ["{", "  \"data\": [", "    {", "      \"id\": \"1\"", "    }", "  ]", "}"]
  )

  static let client = PlannedClient(
    client: starter,
    plan: Plan(
      entries: starter.files.map { file in
        PlanEntry(
          id: file.id,
          path: file.path,
          action: .create,
          mode: 0o644,
          before: missing(file.path),
          after: FileContent("export {};\n"),
          diff: .between(nil, FileContent("export {};\n"), path: file.path, masking: .none),
          isSwitchable: false
        )
      }
    )
  )

  private static let starter: StarterClient = {
    guard let language = ClientLanguage(named: "typescript"),
      let client = try? StarterClient(StarterClient.Request(language: language))
    else {
      preconditionFailure("a client without OAuth is always there")
    }
    return client
  }()
}

extension WizardDriver {
  /// Goes from the start to the last screen.
  mutating func connect(
    _ verification: Verification = Sample.verification(
      objects: ["people", "companies", "deals"]
    )
  ) {
    start()
    enterToken()
    review()
    write()
    send(.verified(waitingID, verification))
  }

  /// Chooses the project's language and is shown what would be written.
  mutating func planClient() {
    press(.down, .down, .enter, .enter)
    send(.clientPlanned(waitingID, Sample.client))
  }
}
