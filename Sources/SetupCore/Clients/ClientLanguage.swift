/// A language in which a starter client is offered: a row of this table and a folder of `Templates`,
/// whose files the tests run.
package struct ClientLanguage: Sendable {
  /// What `--language` takes.
  package let id: String
  /// The name as its people write it.
  package let name: String
  /// The file with the calls.
  let client: ClientTemplate
  /// What else the first call takes.
  let program: KeyValuePairs<PlanEntry.ID, ClientTemplate>
  /// What a server needs for installs by OAuth; nil where there is no server.
  let oauth: ClientTemplate?
  /// The command that makes the first call, in the project's folder.
  let run: String
  /// The query of one record, by what comes with the language; nil for curl, whose command says it all.
  let query: ClientTemplate?
  /// The command that runs the query from its file.
  let queryRun: String
  /// Clients that others keep, the most used first.
  let community: [CommunityClient]

  private init(
    _ id: String,
    _ name: String,
    client: ClientTemplate,
    program: KeyValuePairs<PlanEntry.ID, ClientTemplate> = [:],
    oauth: ClientTemplate?,
    run: String,
    query: ClientTemplate?,
    queryRun: String = "",
    community: [CommunityClient] = []
  ) {
    (self.id, self.name, self.client, self.program) = (id, name, client, program)
    (self.oauth, self.run) = (oauth, run)
    (self.query, self.queryRun, self.community) = (query, queryRun, community)
  }

  /// The language that `--language` names so.
  package init?(named id: String) {
    guard let language = Self.all.first(where: { $0.id == id }) else { return nil }
    self = language
  }

  /// The language of a project; nil where no client is offered in it.
  package init?(_ language: ProjectLanguage) {
    self.init(named: language.rawValue.lowercased())
  }

  /// Whether the client can have a file for installs by OAuth.
  package var hasOAuth: Bool { oauth != nil }

  /// The names of all of them, for texts.
  package static var list: String { all.map(\.id).joined(separator: ", ") }
}

extension ClientLanguage: Equatable, CustomStringConvertible {
  /// Whether both are the same row.
  package static func == (one: ClientLanguage, other: ClientLanguage) -> Bool { one.id == other.id }

  /// What `--language` takes.
  package var description: String { id }
}

extension ClientLanguage {
  /// The table.
  package static let all: [ClientLanguage] = [
    ClientLanguage(
      "typescript",
      "TypeScript",
      client: ClientTemplate("src/attio/client.ts", PackageResources.client_ts),
      oauth: ClientTemplate("src/attio/oauth.ts", PackageResources.oauth_ts),
      run: "npx tsx src/attio/client.ts",
      query: ClientTemplate("first.mts", PackageResources.first_mts),
      queryRun: "npx tsx first.mts",
      community: node
    ),
    ClientLanguage(
      "javascript",
      "JavaScript",
      client: ClientTemplate("src/attio/client.mjs", PackageResources.client_mjs),
      oauth: ClientTemplate("src/attio/oauth.mjs", PackageResources.oauth_mjs),
      run: "node src/attio/client.mjs",
      query: ClientTemplate("first.mjs", PackageResources.first_mjs),
      queryRun: "node first.mjs",
      community: node
    ),
    ClientLanguage(
      "python",
      "Python",
      client: ClientTemplate("attio_client/client.py", PackageResources.client_py),
      oauth: ClientTemplate("attio_client/oauth.py", PackageResources.oauth_py),
      run: "python3 -m attio_client.client",
      query: ClientTemplate("first.py", PackageResources.first_py),
      queryRun: "python3 first.py",
      community: [
        CommunityClient(name: "py-attio", start: #"Client(os.environ["ATTIO_API_KEY"])"#)
      ]
    ),
    ClientLanguage(
      "ruby",
      "Ruby",
      client: ClientTemplate("lib/attio/client.rb", PackageResources.client_rb),
      oauth: ClientTemplate("lib/attio/oauth.rb", PackageResources.oauth_rb),
      run: "ruby lib/attio/client.rb",
      query: ClientTemplate("first.rb", PackageResources.first_rb),
      queryRun: "ruby first.rb",
      community: [
        CommunityClient(
          name: "attio_ruby",
          start: #"Attio.configure { |config| config.api_key = ENV.fetch("ATTIO_API_KEY") }"#
        )
      ]
    ),
    ClientLanguage(
      "go",
      "Go",
      client: ClientTemplate("internal/attio/client.go", PackageResources.client_go),
      program: [
        .firstCall: ClientTemplate("cmd/attio-objects/main.go", PackageResources.main_go)
      ],
      oauth: ClientTemplate("internal/attio/oauth.go", PackageResources.oauth_go),
      run: "go run ./cmd/attio-objects",
      query: ClientTemplate("first.go", PackageResources.first_go),
      queryRun: "go run first.go"
    ),
    ClientLanguage(
      "swift",
      "Swift",
      client: ClientTemplate(
        "Attio/Sources/Attio/AttioClient.swift",
        PackageResources.AttioClient_swift
      ),
      program: [
        .clientPackage: ClientTemplate("Attio/Package.swift", PackageResources.Package_swift),
        .firstCall: ClientTemplate(
          "Attio/Sources/attio-objects/main.swift",
          PackageResources.main_swift
        ),
      ],
      oauth: ClientTemplate(
        "Attio/Sources/Attio/AttioOAuth.swift",
        PackageResources.AttioOAuth_swift
      ),
      run: "swift run --package-path Attio --scratch-path .build/attio attio-objects",
      query: ClientTemplate("first.swift", PackageResources.first_swift),
      queryRun: "swiftc first.swift && ./first"
    ),
    ClientLanguage(
      "elixir",
      "Elixir",
      client: ClientTemplate("lib/attio/client.ex", PackageResources.client_ex),
      oauth: ClientTemplate("lib/attio/oauth.ex", PackageResources.oauth_ex),
      run: "elixir -r lib/attio/client.ex -e 'Attio.Client.first_call()'",
      query: ClientTemplate("first.exs", PackageResources.first_exs),
      queryRun: "elixir first.exs",
      community: [
        CommunityClient(
          name: "ex_attio",
          start: #"Attio.Client.new(api_key: System.fetch_env!("ATTIO_API_KEY"))"#
        )
      ]
    ),
    ClientLanguage(
      "php",
      "PHP",
      client: ClientTemplate("src/Attio/Client.php", PackageResources.Client_php),
      oauth: ClientTemplate("src/Attio/oauth.php", PackageResources.oauth_php),
      run: "php src/Attio/Client.php",
      query: ClientTemplate("first.php", PackageResources.first_php),
      queryRun: "php first.php"
    ),
    ClientLanguage(
      "curl",
      "sh and curl",
      client: ClientTemplate("scripts/attio.sh", PackageResources.attio_sh),
      oauth: nil,
      run: "sh scripts/attio.sh",
      query: nil
    ),
  ]

  private static let node = [
    CommunityClient(name: "attio-js", start: "new Attio({ apiKey: process.env.ATTIO_API_KEY })"),
    CommunityClient(
      name: "attio-ts-sdk",
      start: "createAttioClient({ apiKey: process.env.ATTIO_API_KEY })"
    ),
  ]
}
