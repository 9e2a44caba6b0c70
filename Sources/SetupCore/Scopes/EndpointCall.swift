package import AttioTables

/// A call of Attio's API as a user names it: a method and a path in any spelling.
///
/// Accepted are whole addresses, paths with and without `/v2`, parameters as `{id}`, `:id`, `<id>`
/// or a real value, and a query string, which is ignored.
package struct EndpointCall: Equatable, Sendable {
  /// The HTTP method.
  package var method: EndpointMethod
  /// The path's segments, `v2` included.
  package var segments: [String]

  /// Reads a method, white space and a path; nil for anything else.
  package init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let method = EndpointMethod(rawValue: words[0].uppercased()) else {
      return nil
    }
    self.method = method
    segments = Self.segments(ofPath: words[1])
  }

  /// The path as it is understood: `/v2/tasks`.
  package var path: String {
    "/" + segments.joined(separator: "/")
  }

  static func segments(ofPath text: some StringProtocol) -> [String] {
    let address = String(text.prefix { $0 != "?" && $0 != "#" })
    let parts = address.split { $0 == "/" }.map(String.init)
    let isWhole = address.contains("://")
    let path = isWhole ? Array(parts.dropFirst(2)) : parts
    return path.first == "v2" ? path : ["v2"] + path
  }

  /// The segments as the table of operations is asked.
  var pathSegments: [PathSegment] {
    segments.map { Self.isPlaceholder($0) ? .unknown : .word($0) }
  }

  /// Whether a segment stands for a value that is not named.
  static func isPlaceholder(_ segment: String) -> Bool {
    segment.hasPrefix(":") || segment.hasPrefix("{") || segment.hasPrefix("<")
  }
}
