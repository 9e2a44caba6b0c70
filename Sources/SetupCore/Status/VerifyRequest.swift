/// What to verify after the files are written.
package struct VerifyRequest: Equatable, Sendable {
  /// The folder's absolute path.
  package var directory: String
  /// The env file relative to the folder.
  package var envFileName: String
  /// The variable that holds the token.
  package var variable: String
  /// The scopes that the project wants; they decide whether `/v2/objects` is asked.
  package var wantedScopes: [String]

  /// Collects the request.
  package init(directory: String, envFileName: String, variable: String, wantedScopes: [String]) {
    self.directory = directory
    self.envFileName = envFileName
    self.variable = variable
    self.wantedScopes = wantedScopes
  }
}
