import SetupCore

/// What an env file says about the variable.
struct EnvFileFindings: Equatable, Sendable {
  /// The variable's value as a reader of the file gets it; nil where it does not stand there.
  var value: Secret?
  /// How often the variable is live.
  var assignments: Int
  /// The text of the `attio-scopes` comment.
  var scopes: String?

  /// Looks for a variable in the bytes of an env file.
  init(in content: FileContent, variable: String) throws(DotenvError) {
    let document = try DotenvDocument(parsing: content)
    value = document.value(of: variable)
    assignments = document.assignments(of: variable).count
    scopes = document.directive("attio-scopes")
  }
}
