internal import ArgumentParser
internal import SetupCore
internal import TerminalUI

/// `attio-setup` or `attio-setup wizard`: the interactive setup.
struct WizardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wizard",
    abstract: "Set up the project step by step (the default).",
    discussion: """
      EXAMPLES
        attio-setup
        attio-setup wizard --directory ../my-app --env-file .env.local
        attio-setup --sandbox              try it: no account, no network
        attio-setup --plain                in lines, for a screen reader

      Nothing is written before you have seen the plan. Esc goes back, Ctrl-C leaves.
      """
  )

  @OptionGroup var shared: SharedOptions

  mutating func run() async throws {
    guard !shared.json else {
      throw Self.usage("The wizard has no JSON output.")
    }
    let context = try await RunContext(shared)
    if let obstacle = Face(shared, environment: context.environment).obstacle {
      throw Self.usage(obstacle)
    }
    try context.confirmConnectable(context.base)
    let state: WizardState
    do throws(TerminalError) {
      state = try await WizardRun(context, shared).run()
    } catch {
      throw Face.refusal(of: error) ?? Self.usage("Nobody can be asked at this terminal.")
    }
    await context.close()
    for line in WizardSummary.lines(state) { Output.line(line) }
    throw ArgumentParser.ExitCode(state.hall.outcome?.exitCode ?? ExitStatus.left)
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
