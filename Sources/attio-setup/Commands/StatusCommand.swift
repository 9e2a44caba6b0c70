internal import ArgumentParser
internal import SetupCore
internal import SetupRuntime

/// `attio-setup status`: the truth about the connection.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Is the connection good, and if not, why not and what to do now.",
    discussion: """
      EXAMPLES
        attio-setup status
        attio-setup status --json | jq -r .connection.state
        attio-setup status --offline
      """
  )

  @OptionGroup var shared: SharedOptions

  @Flag(name: .customLong("offline"), help: "Check the files alone; do not ask Attio.")
  var isOffline = false

  mutating func run() async throws {
    let context = try await RunContext(shared)
    let report = try await StatusReader(world: context.world).report(
      for: StatusRequest(
        project: context.projectRequest(shared),
        question: isOffline ? .offline : .live,
        context: context.connectionContext(shared)
      )
    )
    await context.close()
    if shared.json {
      try Output.json(report)
    } else {
      for line in StatusText.lines(report) { Output.line(line) }
    }
    throw ArgumentParser.ExitCode(report.exitCode)
  }
}
