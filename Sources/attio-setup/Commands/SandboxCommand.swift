internal import ArgumentParser
internal import AttioSandbox
internal import Ground
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
        attio-setup sandbox --log requests.jsonl
        attio-setup scopes --from-log requests.jsonl
      """
  )

  @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "number"))
  var port = 0

  @Option(
    help: ArgumentHelp(
      "What the data are made from: the same number makes the same data, IDs included.",
      valueName: "number"
    )
  )
  var seed = 1

  @Flag(
    name: .customLong("rate-limit"),
    help: "Answer 429 with Retry-After at Attio's own numbers."
  )
  var rateLimit = false

  @Option(
    help: ArgumentHelp(
      "Add a line of JSON for each request: method, path, status, operation, scopes.",
      valueName: "file"
    ),
    completion: .file()
  )
  var log: String?

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
    let options = Sandbox.Options(
      seed: seed,
      limitsRate: rateLimit,
      log: try log.map(Self.writer)
    )
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // Nothing has to be put away, and _exit is safe in a handler (signal-safety(7)).
      signal(number) { _exit(128 + $0) }
    }
    let sandbox: RunningSandbox
    do {
      sandbox = try await Sandbox(options: options).start(port: port)
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

  /// Opens the log, which a line is added to in one write each.
  private static func writer(_ path: String) throws(SetupError) -> @Sendable (String) -> Void {
    let name = SystemText.bytes(path).map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    let reason = errno
    guard descriptor >= 0 else {
      throw SetupError(
        .file,
        "The log \(SafeText.cleaned(path)) cannot be written: \(String(cString: strerror(reason))).",
        remedy: "Name another file with --log."
      )
    }
    return { line in
      let bytes = Array(line.utf8)
      _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }
  }
}
