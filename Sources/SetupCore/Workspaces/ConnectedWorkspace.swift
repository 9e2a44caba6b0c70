/// Where the tokens of workspaces are kept.
package enum TokenStoreKind: String, CaseIterable, Codable, Sendable {
  /// The system's keyring.
  case keyring
  /// A file that only the user can read.
  case file
}

/// A workspace whose token is in the store; the token itself is not part of the value.
package struct ConnectedWorkspace: Equatable, Sendable {
  /// By what an entry is known: two apps may each have a token of one workspace.
  package struct Key: Equatable, Hashable, Sendable {
    /// The workspace's identifier.
    package var workspaceID: String
    /// The app.
    package var clientID: String
    /// The API that gave the token, without a slash at its end.
    package var api: String

    /// Collects the parts.
    package init(workspaceID: String, clientID: String, api: String) {
      self.workspaceID = workspaceID
      self.clientID = clientID
      self.api = api
    }

    /// Whether a server on this machine gave the token.
    package var isOfThisMachine: Bool { api.hasPrefix("http://") }
  }

  /// By what the entry is known.
  package var key: Key
  /// The workspace's slug; empty where Attio named none.
  package var slug: String
  /// The workspace's name; empty where Attio named none.
  package var name: String
  /// The scopes that the token had when it was last verified.
  package var scopes: [String]
  /// For whom the token acts, as Attio last said it; nil where it did not.
  package var level: String?
  /// Where the token is.
  package var store: TokenStoreKind
  /// When Attio last confirmed the token, in seconds since 1970; nil for never.
  package var verifiedAt: Double?

  /// Collects the parts.
  package init(
    key: Key,
    slug: String,
    name: String,
    scopes: [String],
    level: String? = nil,
    store: TokenStoreKind,
    verifiedAt: Double?
  ) {
    self.key = key
    self.slug = slug
    self.name = name
    self.scopes = scopes
    self.level = level
    self.store = store
    self.verifiedAt = verifiedAt
  }

  /// Whether a server on this machine gave the token, such as a sandbox: nothing else is asked without
  /// TLS.
  package var isOfThisMachine: Bool { key.isOfThisMachine }

  /// What the user types to mean it: the slug, or the identifier where there is no slug.
  package var handle: String { slug.isEmpty ? key.workspaceID : slug }

  /// The same as an argument in a command to copy: the name comes from the network, and a shell must
  /// not read more than a word in it.
  package var argument: String {
    [slug, key.workspaceID].first(where: Self.isWord) ?? "WORKSPACE"
  }

  private static func isWord(_ text: String) -> Bool {
    guard let first = text.first, first != "-" else { return false }
    return text.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
    }
  }

  /// The workspace as texts name it: "Acme Inc (acme)".
  package var title: String {
    let called = name.isEmpty ? key.workspaceID : name
    return slug.isEmpty ? called : "\(called) (\(slug))"
  }
}
