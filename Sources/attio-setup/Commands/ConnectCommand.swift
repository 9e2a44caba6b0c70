internal import ArgumentParser
internal import AttioAPI
internal import AttioSandbox
internal import SetupCore
internal import SetupRuntime
internal import TerminalUI

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// `attio-setup connect`: one more workspace by OAuth 2.0.
struct ConnectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "connect",
    abstract: "Connect one more workspace to your app (OAuth 2.0).",
    discussion: """
      EXAMPLES
        attio-setup connect
        attio-setup connect --client-id ID --client-secret-file FILE --store file
        pass show attio/app | attio-setup connect --client-secret-stdin --json

      The link stands alone on a line of standard error. An admin of the workspace opens it and \
      approves; the browser comes back to this program, or the address that it ends at is pasted. \
      The token goes into the system's keyring or a file that only you can read, the app's client \
      id and secret into the project's env file.

      Exit codes: 0 connected; 1 denied, a wrong client secret, a used code, a port in use, a scope \
      that is missing; 2 nobody came back, or Attio did not answer as it should.
      """
  )

  @OptionGroup var shared: SharedOptions
  @OptionGroup var app: AppInput

  @Option(
    help: ArgumentHelp(
      "Where the token is kept (default: as the last time, else the keyring where it works).",
      valueName: "place"
    )
  )
  var store: TokenStoreKind?

  @Flag(name: .customLong("no-pkce"), help: "Leave the PKCE challenge out of the request.")
  var noPKCE = false

  @Flag(name: .customLong("no-browser"), help: "Do not open a browser; print the link alone.")
  var noBrowser = false

  @Option(
    name: .customLong("wait"),
    help: ArgumentHelp("How long the answer is waited for.", valueName: "seconds")
  )
  var waitSeconds = ConnectRequest.usualWait

  func validate() throws {
    guard waitSeconds >= 1, waitSeconds <= 86_400 else {
      throw ValidationError("--wait takes seconds from 1 to 86400, such as 300.")
    }
  }

  mutating func run() async throws {
    let given = try app.settings(mayWait: Face.mayAsk(shared))
    let context = try await RunContext(shared)
    try context.confirmConnectable(context.base, context.app)
    if canShowScreen(context), let code = try await showScreen(given, context) {
      throw ArgumentParser.ExitCode(code)
    }
    let outcome = try await connect(request(given, context), context)
    await context.close()
    for remark in outcome.writing?.remarks ?? [] { Output.remark(remark) }
    if shared.json {
      try Output.json(
        ConnectDocument(
          outcome.result,
          wanted: outcome.wanted,
          written: outcome.writing?.written ?? [],
          undo: outcome.writing?.undo
        )
      )
    } else {
      let lines = ConnectLines.result(
        outcome.result,
        wanted: outcome.wanted,
        filePath: outcome.filePath,
        writing: outcome.writing
      )
      for line in lines { Output.line(line) }
    }
    throw ArgumentParser.ExitCode(outcome.exitCode)
  }

  /// Whether somebody can be asked: standard input is neither the secret's source nor a pipe.
  private func canShowScreen(_ context: RunContext) -> Bool {
    !shared.json && !app.clientSecretStdin
      && Face(shared, environment: context.environment).obstacle == nil
  }

  /// Connects in the full screen and gives the exit code; nil where the terminal cannot.
  private func showScreen(
    _ given: AppSettings,
    _ context: RunContext
  ) async throws(SetupError) -> Int32? {
    var options = ConnectOptions()
    options.settings = given
    options.store = store
    options.sendsChallenge = !noPKCE
    options.opensBrowser = !noBrowser
    options.waitSeconds = waitSeconds
    do throws(TerminalError) {
      let state = try await WizardRun(context, shared, entry: .connect(options)).run()
      await context.close()
      for line in WizardSummary.lines(state) { Output.line(line) }
      return state.hall.outcome?.exitCode ?? ExitStatus.left
    } catch {
      if let refusal = Face.refusal(of: error) { throw refusal }
      return nil
    }
  }

  private func request(
    _ given: AppSettings,
    _ context: RunContext
  ) -> UnattendedConnect.Request {
    var project = context.projectRequest(shared)
    project.purpose = .app
    var request = UnattendedConnect.Request(project: project)
    request.given = given
    request.fallback = context.sandboxApp ?? AppSettings()
    request.store = store
    request.sendsChallenge = !noPKCE
    request.opensBrowser = !noBrowser
    request.waitSeconds = waitSeconds
    let isForbidden = Face(shared, environment: context.environment).prohibition != nil
    let isReadable = !app.clientSecretStdin && !isForbidden
    request.lines = isReadable ? InputLines.stream() : nil
    request.isInteractive = isReadable && isatty(0) == 1
    return request
  }

  /// Does the job; a signal ends the wait.
  private func connect(
    _ request: UnattendedConnect.Request,
    _ context: RunContext
  ) async throws -> UnattendedConnect.Outcome {
    let result: Result<UnattendedConnect.Outcome, any Error>
    do {
      let outcome = try await Interruption.cancelling {
        try await UnattendedConnect(world: context.world).run(request) { progress in
          for line in Self.lines(progress) { Output.message(line) }
        }
      }
      result = .success(outcome)
    } catch {
      result = .failure(error)
    }
    guard let signal = Interruption.signalNumber, case .failure(let error) = result else {
      return try result.get()
    }
    // A workspace may be connected already, and only the env file not written.
    Output.report(Self.ending(error), asJSON: shared.json)
    Interruption.endBySignal(signal)
  }

  /// What to say of a failure where a signal ended the program.
  private static func ending(_ error: any Error) -> SetupError {
    let waiting = ConnectFailure.nobodyCame(seconds: 0).name
    if let error = error as? SetupError, error.name != waiting { return error }
    return SetupError(
      .unknown,
      "The program was stopped.",
      remedy: "Nothing was written.",
      name: SetupError.interruptedName
    )
  }

  private static func lines(_ progress: UnattendedConnect.Progress) -> [String] {
    switch progress {
    case .keeping(let store, let probe, let files):
      ConnectLines.keeping(store, probe, files: files)
    case .offered(let offer, let acceptsPaste, let seconds):
      ConnectLines.offer(offer, acceptsPaste: acceptsPaste, seconds: seconds)
    case .opened(.attempted): ["A browser was asked to open it."]
    case .opened(.failed(let reason)): ["No browser was opened: \(reason)"]
    case .refused(let refusal): [refusal.message]
    case .waiting(let seconds): ["Still waiting: \(Int(seconds.rounded())) seconds are left."]
    case .waitingForTurn: [ApplyText.waiting]
    case .progressed(let step): [ConnectLines.progress(step)]
    }
  }
}

extension TokenStoreKind: ExpressibleByArgument {}
