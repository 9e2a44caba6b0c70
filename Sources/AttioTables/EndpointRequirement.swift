/// One call of Attio's REST API and the scopes that it asks for.
package struct EndpointRequirement: Equatable, Sendable {
  /// The HTTP method.
  package var method: EndpointMethod
  /// The path as Attio documents it, parameters in braces: `/v2/objects/{object}`.
  package var path: String
  /// What the call does, in Attio's own words.
  package var title: String
  /// The scopes that every such call needs, all of them.
  package var allOf: [String]
  /// Scopes that are needed besides, depending on what the call is about; empty for most calls.
  package var alternatives: [ConditionalScopes]

  /// Describes one row of the table.
  package init(
    _ method: EndpointMethod,
    _ path: String,
    _ title: String,
    allOf: [String],
    when alternatives: [ConditionalScopes] = []
  ) {
    self.method = method
    self.path = path
    self.title = title
    self.allOf = allOf
    self.alternatives = alternatives
  }
}

/// The HTTP methods that Attio's API uses.
package enum EndpointMethod: String, CaseIterable, Sendable {
  /// Reads something.
  case get = "GET"
  /// Creates or queries something.
  case post = "POST"
  /// Upserts or overwrites something.
  case put = "PUT"
  /// Changes parts of something.
  case patch = "PATCH"
  /// Deletes something.
  case delete = "DELETE"
}

/// Scopes that a call needs in one of its cases.
package struct ConditionalScopes: Equatable, Sendable {
  /// The case.
  package var condition: ScopeCondition
  /// The scopes that are needed then, all of them, besides the unconditional ones.
  package var scopes: [String]

  /// Ties scopes to a case.
  package init(_ condition: ScopeCondition, _ scopes: [String]) {
    self.condition = condition
    self.scopes = scopes
  }
}

/// What a call is about, where its scopes depend on that; the raw value reads as Attio's documents.
package enum ScopeCondition: String, CaseIterable, Sendable {
  /// The `{target}` of the path is `objects`.
  case targetObjects = "target=objects"
  /// The `{target}` of the path is `lists`.
  case targetLists = "target=lists"
  /// The thread or comment stands on a record.
  case onRecords = "on records"
  /// The thread or comment stands on an entry of a list.
  case onListEntries = "on list entries"
}
