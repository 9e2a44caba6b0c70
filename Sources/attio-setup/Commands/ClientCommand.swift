internal import ArgumentParser
import Ground
internal import SetupCore
internal import SetupRuntime

/// `attio-setup client`: a starter client for the project's language.
struct ClientCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client",
    abstract: "A starter client in the project's language.",
    discussion: """
      EXAMPLES
        attio-setup client              print it in your project's language
        attio-setup client --write      write it into the project
        attio-setup client --language python --oauth --write
        attio-setup client --language curl > attio.sh

      One small file without dependencies that reads the project's variable, tells Attio's errors \
      apart, waits where Attio asks for it, and makes a first call. --oauth adds what your server \
      needs so that customers can install your app. An existing file is never written over, and \
      undo takes the files back. Nothing is sent.
      """
  )

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp(
      "The language (default: the project's own): \(ClientLanguage.list).",
      valueName: "name"
    ),
    completion: .list(ClientLanguage.all.map(\.id))
  )
  var language: String?

  @Flag(name: .customLong("oauth"), help: "Add a file for installs by customers (OAuth 2.0).")
  var isWithOAuth = false

  @Flag(name: .customLong("write"), help: "Write the files into the project.")
  var isWriting = false

  mutating func run() async throws {
    let named = try language.map { try Self.language(named: $0) }
    let context = try await RunContext(shared)
    let project = try await context.world.survey(context.projectRequest(shared))
    let folder = StarterClientFolder(project.directory)
    let client = try StarterClient(
      StarterClient.Request(
        language: try named ?? Self.language(of: project),
        variable: shared.variable,
        envFileName: project.target.name,
        goModule: folder.goModule ?? GoModule.standardName,
        isWithOAuth: isWithOAuth
      )
    )
    let result = isWriting ? try await write(client, in: folder, context: context) : nil
    await context.close()
    if let result { Output.note(done: result.line) }
    for remark in result?.remarks ?? [] { Output.remark(remark) }
    if shared.json {
      try Output.json(ClientDocument(client, result: result))
    } else if let result {
      Output.line(result.line)
      for line in Self.words(client) { Output.line(line) }
    } else {
      print(client)
    }
  }

  private func write(
    _ client: StarterClient,
    in folder: StarterClientFolder,
    context: RunContext
  ) async throws -> ApplyResult {
    let plan = try folder.plan(client)
    let result = await context.world.applyInTurn(plan, in: context.directory) {
      Output.message(ApplyText.waiting)
    } done: { _ in
    }
    try PlanObstacle.confirmFinished(result)
    return result
  }

  /// Prints the files alone on standard output, so that they can be redirected.
  private func print(_ client: StarterClient) {
    for (number, file) in client.files.enumerated() {
      Output.message("\(file.path):")
      if number > 0 { Output.line("") }
      Output.code(String(file.contents.dropLast()))
    }
    for line in Self.words(client) { Output.message(line) }
  }

  private static func words(_ client: StarterClient) -> [String] {
    ["Run it in the project's folder: \(SafeText.cleaned(client.run, limit: 500))"]
      + client.community.map(\.line)
  }

  private static func language(named name: String) throws(SetupError) -> ClientLanguage {
    if let language = ClientLanguage(named: name.lowercased()) { return language }
    throw SetupError(
      .usage,
      "There is no starter client in \(SafeText.cleaned(name)).",
      remedy: "Choose one with --language: \(ClientLanguage.list)."
    )
  }

  private static func language(of project: ProjectReport) throws(SetupError) -> ClientLanguage {
    if let language = project.language.flatMap(ClientLanguage.init) { return language }
    let found = project.language.map { "There is no starter client in \($0.rawValue)." }
    throw SetupError(
      .usage,
      found ?? "No file in the folder tells the project's language.",
      remedy: "Choose one with --language: \(ClientLanguage.list)."
    )
  }
}
