import AttioTables
import Ground
import LocalHTTP

/// A documented endpoint that a request's path fits, with the values of its parameters.
struct EndpointRoute: Equatable, Sendable {
  var endpoint: EndpointRequirement
  var parameters: [String: String]
}

/// Finds the documented endpoint that a method and a path mean.
enum EndpointRouter {
  static func route(method: String, path: String) -> EndpointRoute? {
    guard let method = EndpointMethod(rawValue: method), path.first == "/" else { return nil }
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let words = segments.map { PathSegment.word(String($0)) }
    return EndpointRequirements.matches(method, words).first.map { match in
      let pairs = zip(match.requirement.segments, segments).filter { $0.0.hasPrefix("{") }
      return EndpointRoute(
        endpoint: match.requirement,
        parameters: Dictionary(
          uniqueKeysWithValues: pairs.map { name, value in
            (String(name.dropFirst().dropLast()), PercentCoding.decoded(value))
          }
        )
      )
    }
  }
}
