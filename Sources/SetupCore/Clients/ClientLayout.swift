/// Where a language keeps such files, and how they are run.
struct ClientLayout {
  /// The path of the client, relative to the project.
  let client: String
  /// The path of the file for installs by OAuth; nil where there is none.
  let oauth: String?
  /// The command that makes the first call, in the project's folder.
  let run: String

  /// The usual layout of a language's projects.
  init(_ language: ClientLanguage) {
    (client, oauth, run) =
      switch language {
      case .typescript:
        ("src/attio/client.ts", "src/attio/oauth.ts", "npx tsx src/attio/client.ts")
      case .javascript:
        ("src/attio/client.mjs", "src/attio/oauth.mjs", "node src/attio/client.mjs")
      case .python: ("attio/client.py", "attio/oauth.py", "python3 -m attio.client")
      case .ruby: ("lib/attio/client.rb", "lib/attio/oauth.rb", "ruby lib/attio/client.rb")
      case .go:
        ("internal/attio/client.go", "internal/attio/oauth.go", "go run ./cmd/attio-objects")
      case .swift:
        (
          "Attio/Sources/Attio/AttioClient.swift", "Attio/Sources/Attio/AttioOAuth.swift",
          "swift run --package-path Attio --scratch-path .build/attio attio-objects"
        )
      case .elixir:
        (
          "lib/attio/client.ex", "lib/attio/oauth.ex",
          "elixir -r lib/attio/client.ex -e 'Attio.Client.first_call()'"
        )
      case .php: ("src/Attio/Client.php", "src/Attio/oauth.php", "php src/Attio/Client.php")
      case .curl: ("scripts/attio.sh", nil, "sh scripts/attio.sh")
      }
  }
}
