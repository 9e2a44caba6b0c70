import SetupCore
import Testing

/// What the tests do with the starter client of a language: a row for each.
struct StarterScripts {
  /// A command for a shell in the project's folder, and a file to write before where it needs one.
  struct Script {
    var run: String
    var file: (path: String, text: String)?

    init(_ run: String, file: (path: String, text: String)? = nil) {
      (self.run, self.file) = (run, file)
    }
  }

  /// The files that make a folder a project of the language.
  let markers: [String: String]
  /// Has the language's own tools read its templates where they lie.
  ///
  /// It complains, or prints nothing and succeeds. `$SCRATCH` is a folder for what these tools write.
  let check: String
  /// Two deletions; see `DeletionScript`.
  let deletions: Script
  /// An install by a customer, of `InstallVisit`; nil where there is no server.
  let visit: Script?

  /// The row of a language.
  static func of(_ language: ClientLanguage) throws -> StarterScripts {
    try #require(all[language.id], "there is no row for \(language)")
  }

  private static let all: [String: StarterScripts] = [
    "typescript": StarterScripts(
      markers: ["package.json": "{\"type\":\"module\"}\n", "tsconfig.json": "{}\n"],
      // The types that a project of TypeScript has from @types/node.
      check: """
        echo 'declare const process: { env: Record<string, string | undefined> };' >$SCRATCH/node.d.ts
        tsc --noEmit \(tscOptions) src/attio/client.ts src/attio/oauth.ts
        tsc --noEmit \(tscOptions) $SCRATCH/node.d.ts first.mts
        """,
      deletions: Script(DeletionScript.node("js")),
      visit: InstallVisit.node("js")
    ),
    "javascript": StarterScripts(
      markers: ["package.json": "{}\n"],
      check: "for file in src/attio/*.mjs first.mjs; do node --check $file; done",
      deletions: Script(DeletionScript.node("mjs")),
      visit: InstallVisit.node("mjs")
    ),
    "python": StarterScripts(
      markers: ["pyproject.toml": ""],
      check: """
        export PYTHONPYCACHEPREFIX=$SCRATCH
        python3 -W error -m py_compile attio_client/*.py first.py
        """,
      deletions: Script(DeletionScript.python),
      visit: Script("python3 visit.py", file: ("visit.py", InstallVisit.python))
    ),
    "ruby": StarterScripts(
      markers: ["Gemfile": ""],
      check: "for file in lib/attio/*.rb first.rb; do ruby -wc $file >$SCRATCH/said; done",
      deletions: Script(DeletionScript.ruby),
      visit: Script("ruby visit.rb", file: ("visit.rb", InstallVisit.ruby))
    ),
    "go": StarterScripts(
      markers: ["go.mod": "module example.com/shop\n\ngo 1.18\n"],
      check: """
        gofmt -d .
        cp -R . $SCRATCH/app && cd $SCRATCH/app
        printf 'module example.com/app\\n\\ngo 1.18\\n' >go.mod
        go vet ./...
        """,
      deletions: Script("go run delete.go", file: ("delete.go", DeletionScript.go)),
      visit: Script(
        "go test -count=1 -v ./internal/attio | grep '^[0-9]'",
        file: ("internal/attio/oauth_test.go", InstallVisit.go)
      )
    ),
    "swift": StarterScripts(
      markers: ["Package.swift": InstallVisit.swiftPackage],
      check: "swift format lint --strict --recursive .",
      deletions: Script(
        "swift run --package-path Attio --scratch-path .build/attio attio-objects",
        file: ("Attio/Sources/attio-objects/main.swift", DeletionScript.swift)
      ),
      visit: Script("swift run --quiet shop", file: ("main.swift", InstallVisit.swift))
    ),
    "elixir": StarterScripts(
      markers: ["mix.exs": mix],
      check: "mix format --check-formatted lib/attio/*.ex first.exs",
      deletions: Script(DeletionScript.elixir),
      visit: Script(
        "elixir -r lib/attio/client.ex -r lib/attio/oauth.ex visit.exs",
        file: ("visit.exs", InstallVisit.elixir)
      )
    ),
    "php": StarterScripts(
      markers: ["composer.json": "{}\n"],
      check: "for file in src/Attio/*.php first.php; do php -l $file >$SCRATCH/said; done",
      deletions: Script(DeletionScript.php),
      visit: Script("sh visit.sh", file: ("visit.sh", InstallVisit.php))
    ),
    "curl": StarterScripts(
      markers: [:],
      check: "shellcheck scripts/attio.sh",
      deletions: Script(DeletionScript.curl),
      visit: nil
    ),
  ]

  /// How strict tsc is to be, and what it may take for granted.
  static let tscOptions =
    "--strict --target es2022 --module es2022 --moduleResolution node --lib es2022,dom,dom.iterable"

  private static let mix = """
    defmodule Shop.MixProject do
      use Mix.Project
      def project, do: [app: :shop, version: "1.0.0"]
      def application, do: [extra_applications: [:logger, :inets, :ssl]]
    end

    """
}
