/// What surrounds a check of the connection and makes its explanation concrete.
package struct ConnectionContext: Equatable, Sendable {
  /// The variable that holds the token.
  package var variable: String
  /// The env file, relative to the project.
  package var envFileName: String
  /// The host that was asked, with its port where it has one.
  package var host: String
  /// The file of certificate authorities that was named; nil for the system's.
  package var certificateFile: String?
  /// The scopes that the token is known to lack; empty where that is not known.
  package var missingScopes = ScopeSet()
  /// The scopes that the token has; nil where they are not known.
  package var granted: ScopeSet?
  /// The scopes that the call needs which failed; empty where that is not known.
  package var needed = ScopeSet()
  /// Whether an imitation of Attio is asked.
  package var isSandbox = false
  /// The kind of place that the token came from; nil where that is not known.
  package var origin: CheckedToken.Origin?
  /// What the token's place holds instead of a token; nil where it may be one.
  package var reference: SecretReference?
  /// The workspaces that are connected to the project's OAuth app; nil where it has no app.
  package var workspaces: [String]?
  /// The way through the dashboard of the token's workspace.
  package var guide: DashboardGuide
  /// What was asked, which decides what a failure leaves to do.
  package var question = Question.identity

  /// What Attio was asked.
  package enum Question: Equatable, Sendable {
    /// Whose a token is that stands in a file or variable.
    case identity
    /// To exchange an authorization code for a token.
    case exchange
    /// Whose a token is that was just given out and is stored nowhere yet.
    case confirmation
  }

  /// What to do where the project has no token: the access token's way, or the app's.
  var wayToToken: String {
    guard let workspaces else {
      return "Run attio-setup: it shows where to get a token and puts it into \(envFileName)."
    }
    guard let first = workspaces.first else {
      return "The project has an OAuth app and no connected workspace yet. Run: attio-setup connect"
    }
    return
      "The project has an OAuth app, whose workspaces have tokens of their own. Look at one with: "
      + "attio-setup status --workspace \(first)"
  }

  /// Collects what is known; the question is set afterwards.
  package init(
    variable: String = "ATTIO_API_KEY",
    envFileName: String = ".env",
    host: String = "api.attio.com",
    certificateFile: String? = nil,
    guide: DashboardGuide = DashboardGuide()
  ) {
    self.variable = variable
    self.envFileName = envFileName
    self.host = host
    self.certificateFile = certificateFile
    self.guide = guide
  }
}
