internal import ArgumentParser
internal import AttioAPI
import Ground
internal import SetupCore
internal import SetupRuntime

/// `attio-setup apply`: the wizard's whole job without a question.
struct ApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Do the wizard's whole job without a question, for scripts.",
    discussion: """
      EXAMPLES
        pass show attio/my-app | attio-setup apply --token-stdin
        attio-setup apply --token-file token.txt --preset crm-sync --json
        attio-setup apply --sandbox --dry-run

      The token is read, Attio is asked whose it is, the plan is made, and only then anything is \
      written: the ignore rule, the secret, the example. Then the value is read back from the file \
      and Attio is asked with it. A second run finds everything in place and writes nothing.

      With --json, "next_step" says in a sentence or a command what to do now: the missing scopes, \
      what is wrong, the old token to delete, else the first call.
      """
  )

  @OptionGroup var shared: SharedOptions
  @OptionGroup var input: TokenInput

  @Option(
    help: ArgumentHelp(
      "The scopes that the project wants, separated by spaces or commas.",
      valueName: "scopes"
    )
  )
  var scopes: String?

  @Option(
    help: ArgumentHelp(
      "A set of scopes: \(ScopePreset.list).",
      valueName: "name"
    ),
    completion: .list(ScopePreset.allCases.map(\.rawValue))
  )
  var preset: String?

  @Flag(help: "Take an env file that git tracks out of git's index (git rm --cached).")
  var untrack = false

  @Flag(
    name: .customLong("trust-env-file"),
    help: "Write an env file that another user owns or that everybody can change."
  )
  var trustsEnvFile = false

  @Flag(
    name: .customLong("replace-workspace"),
    help: "Replace a token that belongs to another workspace."
  )
  var replacesWorkspace = false

  @Flag(
    name: .customLong("pin"),
    help: "Note the token's workspace in .env.example (# attio-workspace: SLUG)."
  )
  var isPinned = false

  @Flag(
    name: .customLong("replace-reference"),
    help: "Replace an encrypted value or a reference, such as op://…, that stands in the env file."
  )
  var replacesReference = false

  @Flag(name: .customLong("dry-run"), help: "End with the plan; write nothing.")
  var isDryRun = false

  @Flag(name: .customLong("no-verify"), help: "Do not ask Attio.")
  var isUnverified = false

  func validate() throws {
    guard scopes == nil || preset == nil else {
      throw ValidationError("--scopes and --preset exclude each other.")
    }
    guard !(isPinned && isUnverified) else {
      throw ValidationError(
        "--pin needs Attio to say whose the token is, and --no-verify asks nobody."
      )
    }
  }

  mutating func run() async throws {
    let wanted = try wantedScopes()
    let context = try await RunContext(shared)
    if !isUnverified { try context.confirmConnectable(context.base) }
    let token = try TokenReading(input).token(orElse: context.sandboxToken, shared: shared)
    var request = UnattendedSetup.Request(project: context.projectRequest(shared), token: token)
    request.wantedScopes = wanted
    request.untrack = untrack
    request.trustsEnvFile = trustsEnvFile
    request.replacesWorkspace = replacesWorkspace
    request.pins = isPinned
    request.replacesReference = replacesReference
    request.isDryRun = isDryRun
    request.verifying = isUnverified ? .never : .beforeAndAfter
    request.context = context.connectionContext(shared)
    if isUnverified, context.world.verifier.refusal(of: token) != nil {
      Output.remark("This is a sandbox token: Attio doesn't know it. It works only with --sandbox.")
    }
    let outcome = try await carryOut(request, in: context.world)
    await context.close()
    if let result = outcome.result { Output.note(done: result.line) }
    if shared.json {
      for remark in outcome.result?.remarks ?? [] { Output.remark(remark) }
      try Output.json(PlanDocument(outcome, baseURL: callURL(context)))
    } else {
      for line in ApplyText.lines(outcome) { Output.line(line) }
    }
    throw ArgumentParser.ExitCode(outcome.exitCode)
  }

  /// Where the first call goes; the sandbox inside this process has ended by then.
  private func callURL(_ context: RunContext) -> String {
    (context.sandbox == nil ? context.base : .attioAPI).text
  }

  /// Does the job; a signal stops it between two files, and the last line says what was written.
  private func carryOut(
    _ request: UnattendedSetup.Request,
    in world: SetupWorld
  ) async throws -> UnattendedSetup.Outcome {
    let isJSON = shared.json
    let written = WrittenFiles()
    let result: Result<UnattendedSetup.Outcome, any Error>
    do {
      let outcome = try await Interruption.cancelling {
        try await UnattendedSetup(world: world).run(request) { progress in
          written.note(progress)
          if case .waiting = progress { Output.message(ApplyText.waiting) }
          for line in ApplyText.lines(progress) where !isJSON { Output.line(line) }
        }
      }
      result = .success(outcome)
    } catch {
      result = .failure(error)
    }
    guard let signal = Interruption.signalNumber else { return try result.get() }
    Output.report(
      SetupError(
        .unknown,
        "The program was stopped.",
        remedy: written.sentence,
        name: SetupError.interruptedName
      ),
      asJSON: isJSON
    )
    Interruption.endBySignal(signal)
  }

  private func wantedScopes() throws(SetupError) -> [String]? {
    if let preset { return try ScopePreset(named: preset).scopes.names }
    guard let scopes else { return nil }
    let set = ScopeSet(parsing: scopes)
    let suggestions = set.scopes.compactMap {
      // A text that is cut could no longer be recognized as a secret.
      ScopeSuggestion.of(ArgumentMask.masked($0.text))
    }
    guard suggestions.isEmpty else {
      let names = suggestions.map { "'\($0.text)'" }.joined(separator: ", ")
      throw SetupError(
        .usage,
        "Attio has no scope \(names).",
        remedy: suggestions.map(\.sentence).joined(separator: " ")
      )
    }
    guard !set.isEmpty else {
      throw SetupError(
        .usage,
        "--scopes names no scope.",
        remedy: "Name some, such as --scopes \"record_permission:read note:read\", or leave it out."
      )
    }
    return set.names
  }
}
