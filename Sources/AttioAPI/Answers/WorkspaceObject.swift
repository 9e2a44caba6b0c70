/// One row of `GET /objects`; every text is hostile until cleaned.
package struct WorkspaceObject: Equatable, Sendable, Decodable {
  /// The slug, such as `people`.
  package var slug: String?

  private enum Key: String, CodingKey {
    case slug = "api_slug"
  }

  /// Takes what is there; only something that is no JSON object is refused.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    slug = container.lenient(String.self, .slug)
  }
}

/// The body of `GET /objects`.
struct ObjectsBody: Decodable {
  var data: [WorkspaceObject]
}
