/// The first query of a workspace's records, as code to copy: it stands alone and needs no client.
package struct FirstQuery: Equatable, Sendable {
  /// What decides the texts.
  package struct Request: Equatable, Sendable {
    /// The language; nil for curl alone.
    package var language: ClientLanguage?
    /// The variable that holds the token.
    package var variable: String
    /// Where the token comes from.
    package var source: Source
    /// The API's address, without a slash at its end.
    package var baseURL: String
    /// The slug of the object whose first record is asked for.
    package var object: String

    /// Collects the request.
    package init(
      language: ClientLanguage?,
      variable: String,
      source: Source,
      baseURL: String,
      object: String
    ) {
      self.language = language
      self.variable = variable
      self.source = source
      self.baseURL = baseURL
      self.object = object
    }
  }

  /// Where a shell gets the token from.
  package enum Source: Equatable, Sendable {
    /// An env file, relative to the project.
    case envFile(String)
    /// The workspace of many that `attio-setup run` takes by this name.
    case workspace(String)
  }

  /// The language of the code; nil where there is only curl.
  package let language: ClientLanguage?
  /// The lines of code; empty where there is only curl.
  package let code: [String]
  /// The name of the file to save the code in; nil where there is only curl.
  package let file: String?
  /// The command for a shell in the project's folder that runs the code from that file.
  package let run: String?
  /// The lines for a shell in the project's folder, by curl.
  package let curl: [String]

  /// Writes the query.
  package init(_ request: Request) {
    let url = "\(request.baseURL)/\(Self.path(request.object))"
    let start =
      switch request.source {
      case .envFile(let name): "set -a; . \(ShellWord.file(name)); set +a"
      case .workspace(let name): "attio-setup run --workspace \(name) --"
      }
    let isRun = request.source.isWorkspace
    curl =
      [isRun ? "\(start) sh" : start] + [
        "\(CurlCommand.header(request.variable)) \\",
        "  | \(CurlCommand.curl) --json '\(Self.body)' \\",
        "  \(url)",
      ]
    guard let language = request.language, let query = language.query else {
      (self.language, code, file, self.run) = (nil, [], nil, nil)
      return
    }
    self.language = language
    file = query.path
    code = query.text([(ClientTemplate.variable, request.variable), (ClientTemplate.queryURL, url)])
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    // `run` takes one command, and no line of shell.
    let run = language.queryRun
    let command = isRun && run.contains("&&") ? "sh -c '\(run)'" : run
    self.run = "\(start)\(isRun ? "" : ";") \(command)"
  }

  /// The path of the call behind the API's address.
  package static func path(_ object: String) -> String { "objects/\(object)/records/query" }

  /// The scopes that it needs.
  package static let needs = ScopeSet(names: [
    "record_permission:read", "object_configuration:read",
  ])

  /// The JSON that is sent.
  package static let body = ProbeRead.body

  /// The object to ask for among those of a workspace: one that every workspace has, else the first.
  package static func object(among objects: [String]?) -> String {
    ProbeThings(objects: objects ?? ["people"])[.object] ?? "people"
  }
}

extension FirstQuery.Source {
  fileprivate var isWorkspace: Bool {
    if case .workspace = self { true } else { false }
  }
}
