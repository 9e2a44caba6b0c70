/// What surrounds an attempt to connect a workspace and makes its failures concrete.
package struct ConnectContext: Equatable, Sendable {
  /// The redirect URI that was sent, as it has to be registered.
  package var redirectURI: String
  /// The env file with the app's id and secret, relative to the project.
  package var envFileName: String
  /// The authorization server's host, with its port where it has one.
  package var appHost: String
  /// The API's host, with its port where it has one.
  package var apiHost: String
  /// The file of certificate authorities that was named; nil for the system's.
  package var certificateFile: String?

  /// Collects what is known.
  package init(
    redirectURI: String = RedirectURI.standardText,
    envFileName: String = ".env",
    appHost: String = "app.attio.com",
    apiHost: String = "api.attio.com",
    certificateFile: String? = nil
  ) {
    self.redirectURI = redirectURI
    self.envFileName = envFileName
    self.appHost = appHost
    self.apiHost = apiHost
    self.certificateFile = certificateFile
  }

  /// The same for the explanation of one question to Attio.
  func connection(_ question: ConnectionContext.Question) -> ConnectionContext {
    var context = ConnectionContext(
      envFileName: envFileName,
      host: question == .exchange ? appHost : apiHost,
      certificateFile: certificateFile
    )
    context.question = question
    return context
  }
}
