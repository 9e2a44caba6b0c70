package import Ground

/// An error as the one JSON document on stdout.
package struct ErrorDocument: JSONConvertible, Equatable, Sendable {
  /// A word for programs, such as `usage`; it does not change from version to version.
  let kind: String
  /// What happened, in sentences.
  let message: String
  /// What to do now, in sentences.
  let remedy: String

  /// Describes an error in words without secrets.
  package init(kind: String, message: String, remedy: String) {
    (self.kind, self.message, self.remedy) = (kind, message, remedy)
  }

  /// The document.
  package var json: JSONValue {
    let error = JSONValue(members: ["kind": kind, "message": message, "remedy": remedy])
    return JSONValue(members: ["schema": DocumentSchema.version, "error": error])
  }
}
