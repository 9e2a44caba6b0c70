internal import ArgumentParser
import Ground
internal import SetupCore
internal import SetupRuntime

/// `attio-setup ci`: the job that fails when the code needs more than the token has.
struct CICommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ci",
    abstract: "The CI job that fails when the code needs more than the token has.",
    discussion: """
      EXAMPLES
        attio-setup ci
        attio-setup ci gitlab
        attio-setup ci github --write

      Prints a job in the system's own syntax: by itself for the system whose configuration is there, \
      else for GitHub Actions. It takes the token from the system's secret store and runs \
      status --scan. --write puts it into a file of its own, where the system allows that; undo takes \
      it back. Nothing is sent.
      """
  )

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: ArgumentHelp("github, gitlab or circleci.", valueName: "system"),
    completion: .list(ContinuousIntegration.allCases.map(\.rawValue))
  )
  var system: String?

  @Flag(name: .customLong("write"), help: "Write the job into a file of its own.")
  var isWriting = false

  mutating func run() async throws {
    let context = try await RunContext(shared)
    let folder = WorkflowFolder(context.directory)
    let system = try named() ?? folder.system
    let text = system.text(variable: shared.variable)
    if isWriting { try await write(text, system, folder, context) }
    await context.close()
    if shared.json {
      try Output.json(IntegrationDocument(system, text: text, isWritten: isWriting))
    } else if !isWriting {
      Output.message("\(system.path):")
      Output.code(String(text.dropLast()))
    }
    for line in system.words(variable: shared.variable) { Output.message(line) }
  }

  private func named() throws(SetupError) -> ContinuousIntegration? {
    guard let system else { return nil }
    if let known = ContinuousIntegration(rawValue: system.lowercased()) { return known }
    throw SetupError(
      .usage,
      "There is no job for \(SafeText.cleaned(system)).",
      remedy: "Choose github, gitlab or circleci."
    )
  }

  private func write(
    _ text: String,
    _ system: ContinuousIntegration,
    _ folder: WorkflowFolder,
    _ context: RunContext
  ) async throws {
    guard let path = system.ownFile else {
      throw SetupError(
        .actionNeeded,
        "\(system.path) is the one file of its system, and is not changed. Nothing was written.",
        remedy: "Run attio-setup ci \(system.rawValue) without --write, and paste the job into "
          + "\(system.path).",
        name: "one_file"
      )
    }
    guard let plan = try folder.plan(text, at: path) else {
      if !shared.json { Output.line("\(path) holds this job already.") }
      return
    }
    let result = await context.world.applyInTurn(plan, in: context.directory) {
      Output.message(ApplyText.waiting)
    } done: { _ in
    }
    try PlanObstacle.confirmFinished(result)
    for remark in result.remarks { Output.remark(remark) }
    if !shared.json { Output.line(result.line) }
  }
}
