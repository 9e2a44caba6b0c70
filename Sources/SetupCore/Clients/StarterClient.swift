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
    var templates = [(id: PlanEntry.ID.client, file: language.client)]
    templates += language.program.map { ($0, $1) }
    if request.isWithOAuth {
      guard let oauth = language.oauth else {
        throw SetupError(
          .usage,
          "A shell script is no server that customers could come back to.",
          remedy: "Choose another language with --language, or leave --oauth out."
        )
      }
      templates.append((.oauth, oauth))
    }
    let replacements = [
      (ClientTemplate.variable, request.variable), (GoModule.standardName, request.goModule),
    ]
    files = templates.map { id, file in
      ClientFile(path: file.path, contents: file.text(replacements), id: id)
    }
    run = "set -a; . \(ShellWord.file(request.envFileName)); set +a; \(language.run)"
    community = language.community.map { client in
      CommunityClient(
        name: client.name,
        start: client.start.replacing(ClientTemplate.variable, with: request.variable)
      )
    }
  }
}
