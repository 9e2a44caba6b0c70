import Ground

extension StatusReport: Encodable {
  private enum Key: String, CodingKey {
    case schema
    case verdict
    case headline
    case sandbox
    case project
    case token
    case connection
    case workspace
    case scopes
    case objects
    case checks
    case probe
    case calls
  }

  /// Writes the document that `status --json` promises; what is unknown is an explicit null.
  ///
  /// `probe` and `calls` stand only where they were asked for, `sandbox` only where one answered.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(DocumentSchema.version, forKey: .schema)
    try container.encode(verdict.rawValue, forKey: .verdict)
    try container.encode(headline, forKey: .headline)
    if isSandbox { try container.encode(true, forKey: .sandbox) }
    try container.encode(project, forKey: .project)
    try container.encode(token, forKey: .token)
    try container.encode(ConnectionDocument(connection, remedy: remedy), forKey: .connection)
    try container.encode(workspace, forKey: .workspace)
    try container.encode(scopes, forKey: .scopes)
    try container.encode(objects, forKey: .objects)
    try container.encode(checks, forKey: .checks)
    try container.encodeIfPresent(probe, forKey: .probe)
    try container.encodeIfPresent(calls, forKey: .calls)
  }
}

extension StatusReport.Project: Encodable {
  private enum Key: String, CodingKey {
    case directory
    case repository
    case envFile = "env_file"
    case variable
  }

  /// Writes the part of the document; a missing repository is an explicit null.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(directory, forKey: .directory)
    try container.encode(repository, forKey: .repository)
    try container.encode(envFile, forKey: .envFile)
    try container.encode(variable, forKey: .variable)
  }
}

extension StatusReport.Token: Encodable {
  private enum Key: String, CodingKey {
    case source
    case masked
    case level
  }

  /// Writes the part of the document, never the token.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(origin?.rawValue ?? "none", forKey: .source)
    try container.encode(masked, forKey: .masked)
    try container.encode(level, forKey: .level)
  }
}

extension StatusReport.Workspace: Encodable {
  private enum Key: String, CodingKey {
    case id
    case name
    case slug
  }

  /// Writes the part of the document; a missing slug is an explicit null.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(slug, forKey: .slug)
  }
}

extension Check: Encodable {
  private enum Key: String, CodingKey {
    case id
    case state
    case summary
    case remedy
  }

  /// Writes one row of `checks`; a missing remedy is an explicit null.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id.rawValue, forKey: .id)
    try container.encode(state.rawValue, forKey: .state)
    try container.encode(summary, forKey: .summary)
    try container.encode(remedy, forKey: .remedy)
  }
}
