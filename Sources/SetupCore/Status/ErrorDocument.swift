/// An error as the one JSON document on stdout.
package struct ErrorDocument: Encodable, Equatable, Sendable {
  /// What went wrong.
  package struct Failure: Encodable, Equatable, Sendable {
    /// A word for programs, such as `usage`; it does not change from version to version.
    package var kind: String
    /// What happened, in sentences.
    package var message: String
    /// What to do now, in sentences.
    package var remedy: String
  }

  /// The version of the document.
  package let schema = DocumentSchema.version
  /// What went wrong.
  package var error: Failure

  /// Describes an error in words without secrets.
  package init(kind: String, message: String, remedy: String) {
    error = Failure(kind: kind, message: message, remedy: remedy)
  }

  private enum CodingKeys: String, CodingKey {
    case schema
    case error
  }
}
