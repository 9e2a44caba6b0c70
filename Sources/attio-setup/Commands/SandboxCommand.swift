internal import ArgumentParser
internal import AttioSandbox
internal import SetupCore

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// `attio-setup sandbox`: an imitation of Attio on this machine.
struct SandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Run an imitation of Attio on 127.0.0.1, to try things and to test against.",
    discussion: """
      EXAMPLES
        attio-setup sandbox --port 8080
        attio-setup sandbox --list-tokens | jq -r .full
      """
  )

  @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "number"))
  var port = 0

  @Flag(
    name: .customLong("list-tokens"),
    help: "Print a JSON object from scenario to token, and end."
  )
  var listTokens = false

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port takes a number from 1 to 65535, or 0 for a free one.")
    }
  }

  mutating func run() async throws {
    if listTokens {
      Output.verbatim(SandboxCommandSupport.tokenList())
      return
    }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // Nothing has to be put away, and _exit is safe in a handler (signal-safety(7)).
      signal(number) { _exit(128 + $0) }
    }
    let sandbox: RunningSandbox
    do {
      sandbox = try await Sandbox().start(port: port)
    } catch {
      throw SetupError(
        .file,
        "The sandbox cannot listen on port \(port): another program uses it, or it is reserved.",
        remedy: "Choose another port, or leave --port out for a free one."
      )
    }
    Output.verbatim(SandboxCommandSupport.readyLine(sandbox))
    while true { try await Task.sleep(for: .seconds(3600)) }
  }
}
