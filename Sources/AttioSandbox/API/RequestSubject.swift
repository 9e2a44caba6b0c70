import AttioTables
import Ground
import LocalHTTP

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a request is about, where its scopes depend on that.
struct RequestSubject {
  let request: LocalRequest
  let route: EndpointRoute
  let data: SandboxData

  /// The scopes that the request needs.
  var neededScopes: [String] {
    let cases = conditions
    return route.endpoint.allOf
      + route.endpoint.alternatives.filter { cases.contains($0.condition) }.flatMap(\.scopes)
  }

  private var conditions: Set<ScopeCondition> {
    switch route.endpoint.path {
    case let path where path.hasPrefix("/v2/{target}/"):
      [route.parameters["target"] == "lists" ? .targetLists : .targetObjects]
    case "/v2/threads":
      listConditions
    case "/v2/comments":
      bodyConditions
    default:
      [placeOfThread(route.parameters["thread_id"] ?? route.parameters["comment_id"])]
    }
  }

  private var listConditions: Set<ScopeCondition> {
    let fields = request.parameters
    var result: Set<ScopeCondition> = []
    if fields["record_id"] != nil || fields["object"] != nil { result.insert(.onRecords) }
    if fields["entry_id"] != nil || fields["list"] != nil { result.insert(.onListEntries) }
    return result
  }

  private var bodyConditions: Set<ScopeCondition> {
    guard let body = try? JSONDecoder().decode(JSONValue.self, from: Data(request.body)),
      let comment = body["data"]
    else { return [] }
    if comment["entry"] != nil { return [.onListEntries] }
    if comment["record"] != nil { return [.onRecords] }
    return comment["thread_id"]?.text.map { [placeOfThread($0)] } ?? []
  }

  /// What is not known counts as standing on a record.
  private func placeOfThread(_ identifier: String?) -> ScopeCondition {
    let comments = data.all(.comment)
    let comment = comments.first { $0.id == identifier || $0.owner == identifier }
    return comment?.json["entry"].map { $0 == .null ? .onRecords : .onListEntries } ?? .onRecords
  }
}
