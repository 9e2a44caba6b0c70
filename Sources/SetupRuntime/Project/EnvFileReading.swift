package import SetupCore

/// How the bytes of an env file are understood.
package struct EnvFileReading: Sendable {
  /// What an env file says.
  package struct Findings: Equatable, Sendable {
    /// The variable's value as a reader of the file gets it; nil where it does not stand there.
    package var value: Secret?
    /// How often the variable is live.
    package var assignments: Int
    /// The text of the `attio-scopes` comment.
    package var scopes: String?

    /// Collects the findings.
    package init(value: Secret? = nil, assignments: Int = 0, scopes: String? = nil) {
      self.value = value
      self.assignments = assignments
      self.scopes = scopes
    }
  }

  /// Why an env file cannot be understood, as a sentence for the user.
  package struct Problem: Error, Equatable, Sendable {
    /// The sentence.
    package var message: String

    /// Wraps the sentence.
    package init(_ message: String) {
      self.message = message
    }
  }

  private let reading: @Sendable (FileContent, String) -> Result<Findings, Problem>

  /// Wraps a reading of content and variable.
  package init(
    _ reading: @escaping @Sendable (FileContent, String) -> Result<Findings, Problem>
  ) {
    self.reading = reading
  }

  /// Looks for a variable in the bytes of an env file.
  package func findings(
    in content: FileContent,
    variable: String
  ) throws(Problem) -> Findings {
    try reading(content, variable).get()
  }
}
