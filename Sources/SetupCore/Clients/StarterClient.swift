/// A small client for Attio's API in one language, without dependencies, and how to run it.
package struct StarterClient: Equatable, Sendable {
  /// What decides the texts.
  package struct Request: Equatable, Sendable {
    /// The language.
    package var language: ClientLanguage
    /// The variable that holds the token.
    package var variable: String
    /// The env file that holds the variable, relative to the project.
    package var envFileName: String
    /// The name of the project's Go module; only Go needs it.
    package var goModule: String
    /// Whether a file for installs by OAuth is wanted too.
    package var isWithOAuth: Bool

    /// Collects the request.
    package init(
      language: ClientLanguage,
      variable: String = "ATTIO_API_KEY",
      envFileName: String = ".env",
      goModule: String = GoModule.standardName,
      isWithOAuth: Bool = false
    ) {
      self.language = language
      self.variable = variable
      self.envFileName = envFileName
      self.goModule = goModule
      self.isWithOAuth = isWithOAuth
    }
  }

  /// The language.
  package let language: ClientLanguage
  /// The files, the client first.
  package let files: [ClientFile]
  /// The command for a shell in the project's folder that makes the first call.
  package let run: String
  /// Clients that others keep.
  package let community: [CommunityClient]

  /// Writes the client.
  ///
  /// - Throws: wrong usage for OAuth with curl, where there is no server.
  package init(_ request: Request) throws(SetupError) {
    language = request.language
    let layout = ClientLayout(language)
    var files = [
      ClientFile(
        path: layout.client,
        contents: Self.client(language, request.variable),
        id: .client
      )
    ]
    files += Self.program(language, goModule: request.goModule)
    if request.isWithOAuth {
      guard let path = layout.oauth, let contents = Self.oauth(language) else {
        throw SetupError(
          .usage,
          "A shell script is no server that customers could come back to.",
          remedy: "Choose another language with --language, or leave --oauth out."
        )
      }
      files.append(ClientFile(path: path, contents: contents, id: .oauth))
    }
    self.files = files
    run = "set -a; . \(ShellWord.file(request.envFileName)); set +a; \(layout.run)"
    community = CommunityClient.all(in: language, variable: request.variable)
  }

  /// What a language needs to make the first call, beside the client itself.
  private static func program(_ language: ClientLanguage, goModule: String) -> [ClientFile] {
    switch language {
    case .go:
      [
        ClientFile(
          path: "cmd/attio-objects/main.go",
          contents: ClientTemplate.goProgram(module: goModule),
          id: .firstCall
        )
      ]
    case .swift:
      [
        ClientFile(
          path: "Attio/Package.swift",
          contents: ClientTemplate.swiftPackage,
          id: .clientPackage
        ),
        ClientFile(
          path: "Attio/Sources/attio-objects/main.swift",
          contents: ClientTemplate.swiftProgram,
          id: .firstCall
        ),
      ]
    case .typescript, .javascript, .python, .ruby, .elixir, .php, .curl: []
    }
  }

  private static func client(_ language: ClientLanguage, _ variable: String) -> String {
    switch language {
    case .typescript: ClientTemplate.typescript(variable)
    case .javascript: ClientTemplate.javascript(variable)
    case .python: ClientTemplate.python(variable)
    case .ruby: ClientTemplate.ruby(variable)
    case .go: ClientTemplate.go(variable)
    case .swift: ClientTemplate.swift(variable)
    case .elixir: ClientTemplate.elixir(variable)
    case .php: ClientTemplate.php(variable)
    case .curl: ClientTemplate.curl(variable)
    }
  }

  private static func oauth(_ language: ClientLanguage) -> String? {
    switch language {
    case .typescript: ClientTemplate.typescriptOAuth
    case .javascript: ClientTemplate.javascriptOAuth
    case .python: ClientTemplate.pythonOAuth
    case .ruby: ClientTemplate.rubyOAuth
    case .go: ClientTemplate.goOAuth
    case .swift: ClientTemplate.swiftOAuth
    case .elixir: ClientTemplate.elixirOAuth
    case .php: ClientTemplate.phpOAuth
    case .curl: nil
    }
  }
}
