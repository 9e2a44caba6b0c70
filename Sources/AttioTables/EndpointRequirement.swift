/// One operation of Attio's REST API and the scopes that it asks for.
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

  /// Whether only a token that acts for the workspace may make the call, and no member's.
  package var takesWorkspaceTokensOnly = false
  /// `alpha` or `beta` where Attio has not declared the call finished.
  package var stage: String?
  /// How many such calls a second Attio takes, where that is less than for others.
  package var requestsPerSecond: Int?

  /// The path's segments, `v2` included.
  package var segments: [Substring] { path.split(separator: "/") }

  /// The method and the path: `POST /v2/tasks`.
  package var call: String { "\(method.rawValue) \(path)" }

  /// Reads one of the `EndpointRequirements.rows`; nil for anything else.
  init?(row: Substring) {
    let columns = row.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
    let call = columns[0].split(separator: " ")
    guard columns.count == 5, call.count == 2, let method = EndpointMethod(rawValue: "\(call[0])")
    else { return nil }
    self.method = method
    path = String(call[1])
    title = String(columns[1])
    allOf = columns[2].words
    alternatives = columns[3].split(separator: ";").compactMap { ConditionalScopes($0) }
    for remark in columns[4].words {
      switch remark {
      case "workspace": takesWorkspaceTokensOnly = true
      case let rate where rate.hasSuffix("/s"): requestsPerSecond = Int(rate.dropLast(2))
      default: stage = remark
      }
    }
  }
}

extension Substring {
  /// The text without blanks around it.
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    return start.last == " " ? start.dropLast() : start
  }

  fileprivate var words: [String] { split(separator: " ").map(String.init) }
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

  /// Reads a case and its scopes: `target=lists: list_configuration:read`.
  fileprivate init?(_ text: Substring) {
    let halves = text.trimmed.split(separator: ":", maxSplits: 1)
    guard halves.count == 2, let condition = ScopeCondition(rawValue: String(halves[0])) else {
      return nil
    }
    self.condition = condition
    scopes = halves[1].words
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
