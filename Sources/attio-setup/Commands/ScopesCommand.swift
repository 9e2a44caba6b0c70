internal import ArgumentParser
internal import SetupCore

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

      Nothing is sent: the table is part of the program.
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

  mutating func run() async throws {
    let document = ScopesDocument(
      preset: try preset.map(ScopePreset.init(named:)),
      calls: try calls.map(Self.match)
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

  /// Finds a call in the table; the nearest ones stand in the remedy where there is none.
  static func match(_ text: String) throws(SetupError) -> MatchedCall {
    do throws(EndpointMatcher.Failure) {
      return try EndpointMatcher.match(text)
    } catch {
      throw SetupError(.usage, error.message, remedy: error.remedy)
    }
  }
}
