import AttioTables
import Ground
import LocalHTTP

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Plausible answers of the documented shape; the sandbox stores nothing that is written to it.
struct EndpointBodies {
  let request: LocalRequest
  let route: EndpointRoute
  let token: SandboxToken

  var response: LocalResponse {
    switch (route.endpoint.method, route.endpoint.path) {
    case (.delete, let path):
      path.contains("call_recordings") ? LocalResponse(status: 204) : .json(200, [:])
    case (_, "/v2/files/{file_id}/download"):
      LocalResponse(status: 200, contentType: "text/plain", text: "A file of the sandbox.\n")
    case (_, "/v2/objects/records/search") where !bodyHasMember("request_as"):
      AttioError.invalidBody(field: "request_as").response
    default: unknownThing?.response ?? .json(200, body)
    }
  }

  /// The error for an object or a list that the workspace does not have.
  private var unknownThing: AttioError? {
    if let object = object, !things.knowsObject(object) {
      return .notFound("Object with slug/ID \"\(object)\" was not found.")
    }
    if let list = list, !things.knowsList(list) {
      return .notFound("List with slug/ID \"\(list)\" was not found.")
    }
    return nil
  }

  private var object: String? {
    let isTarget = route.parameters["target"] == "objects"
    return route.parameters["object"] ?? (isTarget ? route.parameters["identifier"] : nil)
  }

  private var list: String? {
    let isTarget = route.parameters["target"] == "lists"
    return route.parameters["list"] ?? (isTarget ? route.parameters["identifier"] : nil)
  }

  private var things: SandboxThings {
    SandboxThings(
      workspace: token.workspace,
      names: token.scenario == .hostileText ? .hostile : .plain
    )
  }

  private var body: JSONValue {
    let all = things.all(noun, parameters: route.parameters, query: request.parameters)
    if isList {
      let members: [JSONValue.Member] = [.init("data", .list(all))]
      let isPaged = ["meetings", "call_recordings", "files", "emails"].contains(noun)
      let page: JSONValue = ["next_cursor": nil]
      return .object(members + (isPaged ? [.init("pagination", page)] : []))
    }
    return ["data": chosen(of: all)]
  }

  /// The thing that the path names, or the first one.
  private func chosen(of all: [JSONValue]) -> JSONValue {
    let names = Set(route.parameters.values)
    return all.first { $0.isNamed(byOneOf: names) } ?? all.first ?? [:]
  }

  /// The last fixed word of the path that names a thing.
  private var noun: String {
    let verbs = ["query", "search", "merge", "upload"]
    let words = route.endpoint.path.split(separator: "/").map(String.init)
    return words.last { !$0.hasPrefix("{") && !verbs.contains($0) } ?? ""
  }

  private var isList: Bool {
    let path = route.endpoint.path
    let isReadOfMany =
      route.endpoint.method == .get && !path.hasSuffix("}") && noun != "transcript"
    return isReadOfMany || path.hasSuffix("/query") || path.hasSuffix("/search")
      || path == "/v2/sql"
  }

  private func bodyHasMember(_ name: String) -> Bool {
    let members = try? JSONDecoder().decode([String: IgnoredValue].self, from: Data(request.body))
    return members?[name] != nil
  }
}

/// A JSON value of any kind whose content does not matter.
private struct IgnoredValue: Decodable {
  init(from decoder: any Decoder) {}
}

extension JSONValue {
  /// Whether the thing's identifier or slug is one of the names.
  fileprivate func isNamed(byOneOf names: Set<String>) -> Bool {
    guard case .object(let members) = self else { return false }
    return members.contains { member in
      switch (member.name, member.value) {
      case ("api_slug", .text(let slug)): names.contains(slug)
      case ("id", .object(let parts)):
        parts.contains { part in
          guard case .text(let text) = part.value else { return false }
          return part.name != "workspace_id" && names.contains(text)
        }
      default: false
      }
    }
  }
}
