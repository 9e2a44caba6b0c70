/// What the command line fixed before the first screen.
package struct WizardOptions: Equatable, Sendable {
  /// The project's folder, absolute.
  package var directory: String
  /// The env file that was named, relative to the folder.
  package var envFileName: String?
  /// The variable that holds the token.
  package var variable: String
  /// The host that is asked, as the screens name it.
  package var apiHost: String
  /// The base URL, for the line that shows how to call.
  package var baseURL: String
  /// The file of certificate authorities that was named; nil for the system's.
  package var certificateFile: String?
  /// The token that the sandbox offers; nil where the real Attio is asked.
  package var sandboxToken: Secret?

  /// Collects the options.
  package init(
    directory: String,
    envFileName: String? = nil,
    variable: String = "ATTIO_API_KEY",
    apiHost: String = "api.attio.com",
    baseURL: String = "https://api.attio.com/v2",
    certificateFile: String? = nil,
    sandboxToken: Secret? = nil
  ) {
    self.directory = directory
    self.envFileName = envFileName
    self.variable = variable
    self.apiHost = apiHost
    self.baseURL = baseURL
    self.certificateFile = certificateFile
    self.sandboxToken = sandboxToken
  }
}
