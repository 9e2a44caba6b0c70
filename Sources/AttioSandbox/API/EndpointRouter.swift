import AttioTables
import Ground
import LocalHTTP

/// A documented endpoint that a request's path fits, with the values of its parameters.
struct EndpointRoute: Equatable, Sendable {
  var endpoint: EndpointRequirement
  var parameters: [String: String]
}

/// Finds the documented endpoint that a method and a path mean.
struct EndpointRouter: Sendable {
  func route(method: String, path: String) -> EndpointRoute? {
    let segments = Self.segments(path)
    // Of two templates that fit, the one with more fixed segments is meant.
    return EndpointRequirements.all.lazy
      .filter { $0.method.rawValue == method }
      .compactMap { endpoint in
        Self.parameters(of: segments, in: Self.segments(endpoint.path)).map {
          EndpointRoute(endpoint: endpoint, parameters: $0)
        }
      }
      .min { $0.parameters.count < $1.parameters.count }
  }

  private static func segments(_ path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: false)
  }

  private static func parameters(
    of segments: [Substring],
    in template: [Substring]
  ) -> [String: String]? {
    guard segments.count == template.count else { return nil }
    var parameters: [String: String] = [:]
    for (segment, pattern) in zip(segments, template) {
      if pattern.hasPrefix("{") {
        guard !segment.isEmpty else { return nil }
        parameters[String(pattern.dropFirst().dropLast())] = PercentCoding.decoded(segment)
      } else if segment != pattern {
        return nil
      }
    }
    if let target = parameters["target"], target != "objects", target != "lists" { return nil }
    return parameters
  }
}
