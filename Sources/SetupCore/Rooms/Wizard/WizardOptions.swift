package import Ground

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
  /// The app that the sandbox offers; nil where the real Attio is asked.
  package var sandboxApp: AppSettings?
  /// What the wizard was started for.
  package var entry: WizardEntry

  /// Collects the options.
  package init(
    directory: String,
    envFileName: String? = nil,
    variable: String = "ATTIO_API_KEY",
    apiHost: String = "api.attio.com",
    baseURL: String = "https://api.attio.com/v2",
    certificateFile: String? = nil,
    sandboxToken: Secret? = nil,
    sandboxApp: AppSettings? = nil,
    entry: WizardEntry = .setup
  ) {
    self.directory = directory
    self.envFileName = envFileName
    self.variable = variable
    self.apiHost = apiHost
    self.baseURL = baseURL
    self.certificateFile = certificateFile
    self.sandboxToken = sandboxToken
    self.sandboxApp = sandboxApp
    self.entry = entry
  }

  /// What the command line fixed about connecting a workspace, the usual values in a setup.
  package var connect: ConnectOptions {
    switch entry {
    case .setup: ConnectOptions()
    case .connect(let options): options
    }
  }

  /// Whether the wizard was started to connect a workspace and for nothing else.
  package var isConnecting: Bool { entry != .setup }

  /// Whether a sandbox answers instead of Attio, and ends with the program.
  package var isSandbox: Bool { sandboxToken != nil || sandboxApp != nil }
}
