/// Which project to look at.
package struct ProjectRequest: Equatable, Sendable {
  /// The folder's absolute path.
  package var directory: String
  /// The env file that the user named, relative to the folder.
  package var envFileName: String?
  /// The variable that holds the token.
  package var variable: String
  /// What will be put into the env file; decides which one is chosen where several hold something.
  package var purpose: PlanPurpose

  /// Collects the request.
  package init(
    directory: String,
    envFileName: String?,
    variable: String,
    purpose: PlanPurpose = .token
  ) {
    self.directory = directory
    self.envFileName = envFileName
    self.variable = variable
    self.purpose = purpose
  }
}
