internal import ArgumentParser
internal import Ground
internal import SetupCore
internal import SetupRuntime

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// `attio-setup scopes`: what scopes there are, and which ones a program's calls need.
struct ScopesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scopes",
    abstract: "The table of scopes, and what a set of calls needs.",
    discussion: """
      EXAMPLES
        attio-setup scopes
        attio-setup scopes --preset crm-sync
        attio-setup scopes --for "GET /v2/notes" --for "POST /v2/tasks"
        attio-setup scopes --for "GET /v2/notes/:id" --json | jq -r .scopes[]
        attio-setup scopes --from-log requests.jsonl
        attio-setup scopes --scan
        attio-setup scopes --scan --offline --json | jq -r .scopes[]

      Nothing is sent: the table is part of the program. --scan reads the project's own source; where \
      the project has a token, Attio is asked once for its scopes, unless --offline is given.
      """
  )

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp(
      "A set of scopes: \(ScopePreset.list).",
      valueName: "name"
    ),
    completion: .list(ScopePreset.allCases.map(\.rawValue))
  )
  var preset: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      """
      A call that the scopes must allow, such as "POST /v2/tasks"; may be given several times. \
      Parameters may be written {id}, :id or as a real value.
      """,
      valueName: "call"
    )
  )
  var calls: [String] = []

  @Option(
    name: .customLong("from-log"),
    help: ArgumentHelp(
      "A log of requests, as attio-setup sandbox --log writes it: the scopes that they needed.",
      valueName: "file"
    ),
    completion: .file()
  )
  var log: String?

  @Flag(help: "Read the project's source: its calls with file and line, and the scopes they need.")
  var scan = false

  @Flag(name: .customLong("offline"), help: "With --scan: do not ask Attio for the token's scopes.")
  var isOffline = false

  func validate() throws {
    guard !scan || (preset == nil && calls.isEmpty && log == nil) else {
      throw ValidationError("--scan goes with none of --preset, --for and --from-log.")
    }
    guard scan || !isOffline else { throw ValidationError("--offline goes with --scan alone.") }
  }

  mutating func run() async throws {
    if scan { return try await runScan() }
    let logged = try log.map(Self.requests)
    // A log of nothing but unknown requests needs no scope, which is not the whole table.
    let document = ScopesDocument(
      preset: try preset.map(ScopePreset.init(named:)),
      calls: try calls.map(Self.match) + (logged ?? []),
      isTable: preset == nil && calls.isEmpty && logged == nil
    )
    if shared.json {
      try Output.json(document)
    } else {
      for line in ScopesText.lines(document) {
        // The comment is copied into a file, where it is one line.
        if line.hasPrefix("  # ") { Output.verbatim(line) } else { Output.line(line) }
      }
    }
  }

  /// The most bytes of a log that are read.
  private static let logLimit = 256 * 1024 * 1024

  /// The calls of a log; what was left out of it is said on stderr.
  private static func requests(_ path: String) throws(SetupError) -> [MatchedCall] {
    let name = SafeText.cleaned(path, limit: 500)
    let remedy = "Name a file that attio-setup sandbox --log has written."
    let path = try ProjectFolder.absolute(path)
    let file: FileSnapshot
    do throws(FileReadError) {
      file = try FileReader.snapshot(of: path, limit: Self.logLimit)
    } catch {
      throw SetupError(.file, error.message, remedy: error.remedy)
    }
    guard file.kind == .file else {
      throw SetupError(.file, "There is no file \(name).", remedy: remedy)
    }
    let log = RequestLog(
      file.content.bytes.split(separator: UInt8(ascii: "\n")).map { line in
        try? JSONDecoder().decode(JSONValue.self, from: Data(line))
      }
    )
    guard log.isLog else {
      throw SetupError(.file, "\(name) holds no record of a request.", remedy: remedy)
    }
    for remark in log.remarks { Output.remark(remark) }
    return log.calls
  }

  /// Reads the source and, where there is a token, asks Attio what it may do.
  private func runScan() async throws {
    let context = try await RunContext(shared)
    let scan = try await CodeScanner(git: context.world.git).scan(context.directory)
    var document = CodeScanDocument(scan)
    if !isOffline {
      let request = StatusRequest(
        project: scan.request(context.projectRequest(shared)),
        context: context.connectionContext(shared)
      )
      let report = try await StatusReader(world: context.world).report(for: request)
      if report.token.origin != nil {
        document.granted = report.grantedScopes
        if document.granted == nil { document.problem = Self.problem(report) }
      }
    }
    await context.close()
    if shared.json {
      try Output.json(document)
    } else {
      for line in CodeScanText.lines(document) {
        if line.hasPrefix("  # ") { Output.verbatim(line) } else { Output.line(line) }
      }
    }
    if let problem = document.problem, shared.json { Output.message("attio-setup: \(problem)") }
    throw ArgumentParser.ExitCode(document.exitCode)
  }

  private static func problem(_ report: StatusReport) -> String {
    "The token's scopes are not known: the connection is \(report.connection.state.rawValue). Run "
      + "attio-setup status."
  }

  /// Finds a call in the table; the nearest ones stand in the remedy where there is none.
  static func match(_ text: String) throws(SetupError) -> MatchedCall {
    do throws(EndpointMatcher.Failure) {
      return try EndpointMatcher.match(text)
    } catch {
      throw SetupError(.usage, error.message, remedy: error.remedy)
    }
  }
}
