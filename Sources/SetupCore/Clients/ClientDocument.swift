/// The result of `client` as JSON.
package struct ClientDocument: Encodable, Equatable, Sendable {
  /// The version of the document.
  package let schema = DocumentSchema.version
  /// The language, as `--language` takes it.
  package let language: String
  /// The files, the client first.
  package let files: [ClientFile]
  /// The command that makes the first call.
  package let run: String
  /// Clients that others keep.
  package let community: [CommunityClient]
  /// Whether the files were written.
  package let isWritten: Bool
  /// The run's name in the undo journal; nil where nothing was written.
  package let undo: String?

  /// Describes a client.
  package init(_ client: StarterClient, result: ApplyResult?) {
    language = client.language.id
    files = client.files
    run = client.run
    community = client.community
    isWritten = result != nil
    undo = result?.undo
  }

  private enum CodingKeys: String, CodingKey {
    case schema, language, files, run, community
    case isWritten = "written"
    case undo
  }

  /// Writes the document; what is not there is an explicit null.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(language, forKey: .language)
    try container.encode(files, forKey: .files)
    try container.encode(run, forKey: .run)
    try container.encode(community, forKey: .community)
    try container.encode(isWritten, forKey: .isWritten)
    try container.encode(undo, forKey: .undo)
  }
}
