package import Ground

/// A file of a starter client.
package struct ClientFile: JSONConvertible, Equatable, Sendable {
  /// The path relative to the project, in the layout that is usual in the language.
  package var path: String
  /// The whole text, which holds no secret: the token is read from the variable.
  package var contents: String
  /// What the file is for.
  package var id: PlanEntry.ID

  /// One element of `files`.
  package var json: JSONValue { JSONValue(members: ["path": path, "contents": contents]) }
}
