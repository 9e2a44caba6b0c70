package import Ground

/// The result of `client` as JSON.
package struct ClientDocument: JSONConvertible {
  private let client: StarterClient
  private let result: ApplyResult?

  /// Describes a client; the result is nil where the files were not written.
  package init(_ client: StarterClient, result: ApplyResult?) {
    (self.client, self.result) = (client, result)
  }

  /// The document.
  package var json: JSONValue {
    JSONValue(members: [
      "schema": DocumentSchema.version,
      "language": client.language.id,
      "files": client.files,
      "run": client.run,
      "community": client.community,
      "written": result != nil,
      "undo": result?.undo,
    ])
  }
}
