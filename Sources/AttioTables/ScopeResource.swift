/// A resource that an Attio token can be allowed to read or to write.
package struct ScopeResource: Equatable, Sendable {
  /// How sure it is that a token made today can hold the resource's scopes.
  package enum Status: Equatable, Sendable {
    /// A live token was seen with it: the wizard offers it.
    case offered
    /// Named by clients newer than the saved specification, never seen in a token.
    case recent
    /// In the specification, but no call of the API asks for it any more.
    case legacy
    /// In older specifications and gone from newer ones.
    case uncertain
  }

  /// The first half of the scope's name: `record_permission`.
  package var resource: String
  /// What Attio's dashboard calls it, or a guess: see `isLabelConfirmed`.
  package var label: String
  /// Whether the label was seen in a message of Attio's; the others are guesses to be shown beside
  /// the resource's own name, never instead of it.
  package var isLabelConfirmed: Bool
  /// What `:read` allows, for a table: at most 45 columns; nil where there is no such level.
  package var readGrants: String?
  /// What `:read-write` allows, for a table: at most 45 columns; nil where there is no such level.
  package var readWriteGrants: String?
  /// Whether it is offered.
  package var status: Status

  /// The scope that allows reading; nil where there is no such level.
  package var readScope: String? {
    readGrants == nil ? nil : "\(resource):read"
  }

  /// The scope that allows reading and writing; nil where there is no such level.
  package var readWriteScope: String? {
    readWriteGrants == nil ? nil : "\(resource):read-write"
  }
}
