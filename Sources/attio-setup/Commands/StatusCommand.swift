internal import ArgumentParser
internal import AttioAPI
internal import SetupCore
internal import SetupRuntime
internal import TerminalUI

/// `attio-setup status`: the truth about the connection.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Is the connection good, and if not, why not and what to do now.",
    discussion: """
      EXAMPLES
        attio-setup status
        attio-setup status --watch 120
        attio-setup status --json | jq -r .connection.state
        attio-setup status --probe
        attio-setup status --offline
        attio-setup status --for "POST /v2/notes"
        attio-setup status --scan
        attio-setup status --scan --format github --fail-on warn
        attio-setup status --workspace acme

      In a terminal this is a screen that checks again with r and mends what it can with Enter; in \
      a pipe it is plain text.
      """
  )

  @OptionGroup var shared: SharedOptions
  @OptionGroup var target: WorkspaceOption

  @Flag(name: .customLong("offline"), help: "Check the files alone; do not ask Attio.")
  var isOffline = false

  @Option(
    name: .customLong("watch"),
    help: ArgumentHelp(
      "Check again by itself, this far apart: at least 60, because Attio limits the question.",
      valueName: "seconds"
    )
  )
  var watchSeconds: Double?

  @Flag(help: "Ask one harmless read for each resource that the token may read, and time it.")
  var probe = false

  @Option(
    name: .customLong("for"),
    parsing: .singleValue,
    help: ArgumentHelp(
      """
      May this token make this call, such as "POST /v2/notes"? May be given several times. \
      Parameters may be written {id}, :id or as a real value.
      """,
      valueName: "call"
    )
  )
  var calls: [String] = []

  @Flag(help: "Read the project's source: may the token make every call that stands there?")
  var scan = false

  @Option(
    help: ArgumentHelp(
      "github adds GitHub's annotations, at the line of a call.",
      valueName: "name"
    ),
    completion: .list(["text", "github"])
  )
  var format = "text"

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp("warn: a warning ends with 1, too.", valueName: "state"),
    completion: .list(["fail", "warn"])
  )
  var failOn = "fail"

  func validate() throws {
    guard ["text", "github"].contains(format) else {
      throw ValidationError("--format takes text or github.")
    }
    guard ["fail", "warn"].contains(failOn) else {
      throw ValidationError("--fail-on takes fail or warn.")
    }
    guard format == "text" || !shared.json else {
      throw ValidationError("--format github and --json exclude each other.")
    }
    guard !(isOffline && probe) else {
      throw ValidationError("--offline and --probe exclude each other.")
    }
    guard !(watchSeconds != nil && (probe || shared.json)) else {
      throw ValidationError("--watch goes with neither --probe nor --json.")
    }
  }

  mutating func run() async throws {
    let judged = try calls.map(ScopesCommand.match)
    let context = try await RunContext(shared)
    if !isOffline { try context.confirmConnectable(context.base) }
    try confirmWatch(context)
    var request = StatusRequest(
      project: context.projectRequest(shared),
      question: isOffline ? .offline : .live,
      context: context.connectionContext(shared)
    )
    if probe { request.probing = .grantedResources }
    if !judged.isEmpty { request.calls = judged }
    if scan || CodeScanner.isWanted(in: context.directory) {
      let scan = try await CodeScanner(git: context.world.git).scan(context.directory)
      request.scan = scan
      request.project = scan.request(request.project)
    }
    try await choose(&request, context)
    let obstacle = Face(shared, environment: context.environment).obstacle
    let isPlain = format == "text" && failOn == "fail"
    let isLive = !shared.json && !probe && obstacle == nil && isPlain
    if isLive, let code = await showLive(request, context) { throw ArgumentParser.ExitCode(code) }
    if watchSeconds != nil {
      throw SetupError(
        .usage,
        "--watch needs a terminal. \(obstacle ?? "")",
        remedy: "Leave --watch out, or run it in a terminal."
      )
    }
    let report = try await StatusReader(world: context.world).report(for: request)
    await context.close()
    if shared.json {
      try Output.json(report)
    } else {
      for line in StatusText.lines(report) { Output.line(line) }
    }
    if format == "github" {
      for line in StatusAnnotations.lines(report, scan: request.scan, granted: report.grantedScopes)
      {
        Output.verbatim(line)
      }
    }
    throw ArgumentParser.ExitCode(exitCode(report))
  }

  /// The report's, or 1 where a warning counts.
  private func exitCode(_ report: StatusReport) -> Int32 {
    let isWarned = failOn == "warn" && report.checks.contains { $0.state == .warn }
    return isWarned ? max(report.exitCode, ExitStatus.actionNeeded) : report.exitCode
  }

  /// Takes a connected workspace's token where one is named; it goes to the API that gave it alone.
  private func choose(
    _ request: inout StatusRequest,
    _ context: RunContext
  ) async throws(SetupError) {
    guard let handle = target.workspace else { return }
    let workspace = try await WorkspaceAccess(context, shared).workspace(handle)
    request.value = .workspace(workspace)
    request.project.purpose = .app
    request.context.origin = .workspaceStore
    let match = APIMatch(base: context.base)
    guard !isOffline, let obstacle = match.obstacle(to: workspace) else { return }
    request.question = .answered(Verification(connection: obstacle))
  }

  /// Shows the status in the full screen and gives the exit code; nil where the terminal cannot.
  private func showLive(_ request: StatusRequest, _ context: RunContext) async -> Int32? {
    let run = LiveStatusRun(context, shared, watchSeconds: watchSeconds)
    do throws(TerminalError) {
      let (lines, code) = try await run.run(request)
      await context.close()
      for line in lines { Output.line(line) }
      return code
    } catch {
      return nil
    }
  }

  /// Attio's own limit on the question is small; a server on this machine may be asked often.
  private func confirmWatch(_ context: RunContext) throws(SetupError) {
    guard let seconds = watchSeconds else { return }
    guard seconds >= 60 || (context.base.isLoopback && seconds >= 1), seconds <= 86_400 else {
      throw SetupError(
        .usage,
        "--watch takes seconds from 60 up: Attio limits how often it may be asked.",
        remedy: "Try --watch 60."
      )
    }
  }
}
