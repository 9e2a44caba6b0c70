package import AttioTables

/// What a project's source says about Attio.
package struct ScanResult: Sendable {
  /// A call of Attio's API.
  package struct Call: Equatable, Sendable {
    /// Method and path as the table has them.
    package var operation: String
    /// The file, relative to the project.
    package var file: String
    /// The line where the path begins.
    package var line: Int
    /// Whether nothing about it is guessed.
    package var isCertain: Bool
    /// The row of the table.
    package var requirement: EndpointRequirement
    /// `objects` or `lists`, where the row leaves it open and the source tells.
    package var target: String?
  }

  /// A place that sends something to Attio of which the source does not say what.
  package struct Unresolved: Equatable, Sendable {
    /// The file, relative to the project.
    package var file: String
    /// The line.
    package var line: Int
    /// The expression, or what is wrong with it.
    package var text: String
  }

  /// A read of a variable that holds the token.
  package struct Variable: Equatable, Sendable {
    /// Its name.
    package var name: String
    /// The file, relative to the project.
    package var file: String
    /// The line.
    package var line: Int
  }

  /// Where the variable is put for development.
  package struct EnvFile: Equatable, Sendable {
    /// Relative to the project; nil where no env file is read.
    package var path: String?
    /// Why this one.
    package var reason: String
  }

  /// The calls of the project, by file and line.
  package var calls: [Call] = []
  /// Those of its tests.
  package var testCalls: [Call] = []
  /// What could not be told.
  package var unresolved: [Unresolved] = []
  /// The variables that hold the token.
  package var variables: [Variable] = []
  /// The file that they come from; nil where none is read.
  package var envFile: EnvFile?
  /// Languages of the files with calls, the commonest first.
  package var languages: [String] = []
  /// The framework that loads variables; nil where none was recognised.
  package var framework: String?
  /// Remarks, such as files that were too large.
  package var remarks: [String] = []

  /// A result with nothing in it.
  package init() {}
}
