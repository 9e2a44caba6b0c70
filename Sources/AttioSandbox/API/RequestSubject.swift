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
  let workspace: SandboxWorkspace

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
    let decoded = try? JSONDecoder().decode(CommentBody.self, from: Data(request.body))
    guard let comment = decoded?.data else { return [] }
    if comment.entry != nil { return [.onListEntries] }
    if comment.record != nil { return [.onRecords] }
    return comment.threadID.map { [placeOfThread($0)] } ?? []
  }

  /// The sandbox has one thread on an entry; every other one counts as standing on a record.
  private func placeOfThread(_ identifier: String?) -> ScopeCondition {
    let onEntry = ["thread on entry", "comment on entry"].map(workspace.identifier)
    return identifier.map(onEntry.contains) == true ? .onListEntries : .onRecords
  }
}

/// The members of a new comment that say where it goes.
private struct CommentBody: Decodable {
  struct Place: Decodable {}

  struct Comment: Decodable {
    var record: Place?
    var entry: Place?
    var threadID: String?

    enum CodingKeys: String, CodingKey {
      case record
      case entry
      case threadID = "thread_id"
    }
  }

  var data: Comment
}
