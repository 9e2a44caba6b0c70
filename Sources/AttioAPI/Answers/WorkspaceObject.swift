/// One row of `GET /objects`; every text is hostile until cleaned.
package struct WorkspaceObject: Equatable, Sendable, Decodable {
  /// The slug, such as `people`.
  package var slug: String?
  /// What one of them is called.
  package var singularNoun: String?
  /// What several of them are called.
  package var pluralNoun: String?
  /// When it was made, as Attio wrote it: nine fractional digits, which date parsers refuse.
  package var createdAt: String?

  private enum Key: String, CodingKey {
    case slug = "api_slug"
    case singularNoun = "singular_noun"
    case pluralNoun = "plural_noun"
    case createdAt = "created_at"
  }

  /// Takes what is there; only something that is no JSON object is refused.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    slug = container.lenient(String.self, .slug)
    singularNoun = container.lenient(String.self, .singularNoun)
    pluralNoun = container.lenient(String.self, .pluralNoun)
    createdAt = container.lenient(String.self, .createdAt)
  }
}

/// The body of `GET /objects`.
struct ObjectsBody: Decodable {
  var data: [WorkspaceObject]
}
