package import AttioAPI
import Ground
package import SetupCore

/// What of the outside a run works with: the shell's variables, git, the journal and Attio.
package struct SetupWorld: Sendable {
  /// The variables of the shell that started the program.
  package let environment: [String: String]
  /// The variables that other programs get: none of Attio's, for one of them may be the token.
  package let toolEnvironment: [String: String]
  /// The user's home folder, empty where there is none.
  package let home: String
  /// Asks Attio.
  package let verifier: AttioVerifier
  /// The tokens of connected workspaces.
  package let store: TokenStore
  /// Connects workspaces.
  package var connectTools: ConnectTools

  /// Collects the parts.
  ///
  /// - Parameters:
  ///   - environment: The variables of the shell that started the program.
  ///   - variable: Holds the token; no other program is told it.
  ///   - verifier: Asks the API.
  ///   - api: The API's address.
  ///   - authorizationServer: Exchanges codes for tokens.
  ///   - timeoutSeconds: The limit for an exchange.
  ///   - certificateFile: The file of certificate authorities that was named, for texts.
  ///   - keyringPatience: How long a person is waited for who can unlock the keyring.
  package init(
    environment: [String: String],
    variable: String = "ATTIO_API_KEY",
    verifier: AttioVerifier,
    api: BaseURL,
    authorizationServer: OAuthClient,
    timeoutSeconds: Double = 10,
    certificateFile: String? = nil,
    keyringPatience: KeyringPatience? = nil
  ) {
    self.environment = environment
    self.verifier = verifier
    let toolEnvironment = Self.toolEnvironment(environment, variable: variable)
    self.toolEnvironment = toolEnvironment
    home = environment["HOME"] ?? ""
    store = TokenStore(
      environment: environment,
      home: home,
      toolEnvironment: toolEnvironment,
      patience: keyringPatience
    )
    connectTools = .live(
      client: authorizationServer,
      api: api,
      verifier: verifier,
      timeoutSeconds: timeoutSeconds,
      environment: environment,
      context: ConnectContext(
        appHost: authorizationServer.app.authority,
        apiHost: api.authority,
        certificateFile: certificateFile
      ),
      store: store
    )
  }

  /// The shell's variables as other programs get them: none of Attio's, for one may be the token.
  package static func toolEnvironment(
    _ environment: [String: String],
    variable: String
  ) -> [String: String] {
    environment.filter { $0.key != variable && !$0.key.hasPrefix("ATTIO_") }
  }

  /// Asks git.
  package var git: Git { Git(environment: toolEnvironment) }

  /// Remembers what a run changes.
  package var journal: UndoJournal { UndoJournal(environment: environment, home: home) }

  /// Looks at a project's folder, for a screen that shows all of it.
  package func inspect(_ request: ProjectRequest) async throws(SetupError) -> ProjectReport {
    do throws(ProjectError) {
      return try await inspector.inspect(request)
    } catch {
      throw error.setupError
    }
  }

  /// Looks at a project's folder; the branch is not asked for.
  package func survey(_ request: ProjectRequest) async throws(SetupError) -> ProjectReport {
    do throws(ProjectError) {
      return try await inspector.survey(request)
    } catch {
      throw error.setupError
    }
  }

  private var inspector: ProjectInspector { ProjectInspector(git: git, environment: environment) }

  /// Reads the files, asks git, and works out what is to be done.
  package func plan(_ request: PlanRequest) async throws(SetupError) -> Plan {
    let inputs: PlanInputs
    do throws(ProjectError) {
      inputs = try await PlanInputsReading(git: git).planInputs(for: request)
    } catch {
      throw error.setupError
    }
    do throws(PlanError) {
      return noted(try Plan.make(inputs))
    } catch {
      throw SetupError(error)
    }
  }

  /// Tries the undo journal before anything is written, and notes in the plan where it fails.
  func noted(_ plan: Plan) -> Plan {
    guard !plan.pending.isEmpty else { return plan }
    let size = plan.pending.map(\.before.content.bytes.count).reduce(0, +)
    guard let obstacle = journal.obstacle(size: size) else { return plan }
    var plan = plan
    plan.notes.append(UndoPromise.impossible(obstacle.message))
    return plan
  }

  /// Waits for the turn to change a project; whoever has it looks at the files after that.
  ///
  /// - Parameters:
  ///   - directory: The project's folder.
  ///   - waiting: Called once where another run has it.
  /// - Returns: The turn, which somebody has to end.
  /// - Throws: `busy` after a minute, `interrupted` where the task was cancelled.
  package func takeTurn(
    in directory: String,
    waiting: () -> Void
  ) async throws(SetupError) -> ProjectTurn {
    try await ProjectTurn.take(in: directory, environment: toolEnvironment, waiting: waiting)
  }

  /// Waits for the turn, and writes a plan that somebody has seen.
  ///
  /// What another run changed meanwhile ends it as changed on disk.
  package func applyInTurn(
    _ plan: Plan,
    in directory: String,
    continuing run: String? = nil,
    waiting: () -> Void,
    done: @escaping @Sendable (PlanEntry.ID) -> Void
  ) async -> ApplyResult {
    do throws(SetupError) {
      let turn = try await takeTurn(in: directory, waiting: waiting)
      defer { turn.end() }
      return await apply(plan, in: directory, continuing: run, during: turn, done: done)
    } catch {
      return ApplyResult(Task.isCancelled ? .stopped : .failed(error), ApplyReport())
    }
  }

  /// Writes what a plan says, and tells how that ended.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - directory: The project's folder.
  ///   - run: The journal's entry of the run that goes on with this; nil for a new run.
  ///   - turn: Not used but had: nobody writes without it.
  ///   - done: Called after each entry, from any thread.
  /// - Returns: What was written, and why it stopped.
  package func apply(
    _ plan: Plan,
    in directory: String,
    continuing run: String? = nil,
    during turn: ProjectTurn,
    done: @escaping @Sendable (PlanEntry.ID) -> Void
  ) async -> ApplyResult {
    let applier = PlanApplier(directory: directory, git: git, journal: journal)
    do throws(ApplyFailure) {
      return ApplyResult(.finished, try await applier.apply(plan, continuing: run, done: done))
    } catch {
      return ApplyResult(ApplyResult.Ending(error), error.report)
    }
  }

  /// Reads the value back from the env file, asks Attio with it, and looks at all that a status
  /// looks at.
  package func verifyWritten(
    _ request: VerifyRequest,
    progress: @escaping @Sendable (AttioVerifier.Progress) -> Void = { _ in }
  ) async throws(SetupError) -> StatusFindings {
    let project = ProjectRequest(
      directory: request.directory,
      envFileName: request.envFileName,
      variable: request.variable
    )
    return try await StatusReader(world: self).findings(
      for: StatusRequest(
        project: project,
        value: .envFile,
        wantedScopes: request.wantedScopes
      ),
      progress: progress
    )
  }

  func writtenToken(_ request: VerifyRequest) -> Result<Secret, SetupError> {
    let missing = SetupError(
      .actionNeeded,
      "\(request.envFileName) does not hold \(request.variable).",
      remedy: "Run the setup again."
    )
    do {
      let path = "\(request.directory)/\(request.envFileName)"
      let document = try DotenvDocument(parsing: FileReader.snapshot(of: path).content)
      guard let value = document.value(of: request.variable), !value.isEmpty else {
        return .failure(missing)
      }
      return .success(value)
    } catch let error as FileReadError {
      return .failure(SetupError(.file, error.message, remedy: error.remedy))
    } catch {
      return .failure(missing)
    }
  }
}

extension ApplyResult {
  fileprivate init(_ ending: Ending, _ report: ApplyReport) {
    self.init(
      ending: ending,
      written: report.written,
      remarks: report.remarks,
      undo: report.undo
    )
  }
}

extension ApplyResult.Ending {
  fileprivate init(_ failure: ApplyFailure) {
    switch failure.reason {
    case .changedOnDisk(let paths): self = .changedOnDisk(paths)
    case .cancelled: self = .stopped
    case .stillNotIgnored, .stillTracked, .git(.refused):
      self = .failed(SetupError(.actionNeeded, failure.message, remedy: failure.remedy))
    case .notAgreed(let risk): self = .failed(risk.refusal)
    case .write(.modeNotKept):
      self = .failed(
        SetupError(
          .actionNeeded,
          failure.message,
          remedy: failure.remedy,
          name: PlanRisk.unsafeName
        )
      )
    case .write, .git:
      self = .failed(SetupError(.file, failure.message, remedy: failure.remedy))
    }
  }
}
