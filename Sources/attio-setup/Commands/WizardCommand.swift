internal import ArgumentParser
internal import AttioAPI
internal import SetupCore
internal import SetupRuntime
internal import TerminalUI

/// `attio-setup` or `attio-setup wizard`: the interactive setup.
struct WizardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wizard",
    abstract: "Set up the project step by step (the default)."
  )

  @OptionGroup var shared: SharedOptions

  mutating func run() async throws {
    guard !shared.json else {
      throw Self.usage("The wizard has no JSON output.")
    }
    let context = try await RunContext(shared)
    try confirmInteractive(context.environment)
    let performer = EffectPerformer(world: context.world)
    var state = try runLoop(context, performer)
    // A signal ends the loop at once; what was being written by then has to be told.
    if let (id, result) = await performer.finishWriting(), state.apply.result != result {
      _ = WizardReducer.reduce(&state, .applied(id, result))
    }
    await context.close()
    for line in WizardSummary.lines(state) { Output.line(line) }
    throw ArgumentParser.ExitCode(state.outcome?.exitCode ?? ExitStatus.left)
  }

  private func runLoop(
    _ context: RunContext,
    _ performer: EffectPerformer
  ) throws -> WizardState {
    let options = WizardOptions(
      directory: context.directory,
      envFileName: shared.envFile,
      variable: shared.variable,
      apiHost: context.host,
      baseURL: (context.sandbox == nil ? context.base : .attioAPI).text,
      sandboxToken: context.sandboxToken
    )
    let isPlain = shared.noColor || context.environment["NO_COLOR"]?.isEmpty == false
    do throws(TerminalError) {
      return try EventLoop.run(
        ScreenProgram(
          reduce: { WizardReducer.reduce(&$0, $1) },
          screen: { state, _ in WizardScreen.frame(state) },
          event: { .input($0) },
          isFinished: { $0.outcome != nil }
        ),
        from: WizardState(options: options),
        options: TerminalOptions(
          terminalType: context.environment["TERM"] ?? "",
          color: isPlain ? .never : .whereAvailable
        )
      ) { effect, post in
        performer.perform(effect, post: post)
      }
    } catch {
      throw Self.usage("This terminal cannot show a full screen.")
    }
  }

  private func confirmInteractive(_ environment: [String: String]) throws {
    if shared.noInput { throw Self.usage("--no-input forbids the wizard's questions.") }
    if environment["CI"]?.isEmpty == false {
      throw Self.usage("CI is set, so nobody can answer the wizard's questions.")
    }
    guard TerminalSession.isInteractive else {
      throw Self.usage("There is no terminal here to ask at.")
    }
    if shared.plain || environment["ACCESSIBLE"] == "1" || environment["TERM"] == "dumb" {
      throw Self.usage("The wizard has no line mode yet.")
    }
    if let size = TerminalSession.reportedSize(), size.columns < 60 || size.rows < 16 {
      throw Self.usage(
        "This window is \(size.columns)x\(size.rows); the wizard needs 60x16."
      )
    }
  }

  private static func usage(_ message: String) -> SetupError {
    SetupError(
      .usage,
      message,
      remedy: "Without questions the same job is: attio-setup apply --token-stdin "
        + "(see attio-setup apply --help)."
    )
  }
}
