import AttioTables
import Ground
import LocalHTTP

/// One line of the log of requests: a JSON object.
enum RequestLog {
  /// The line of a request and its answer.
  ///
  /// - Parameters:
  ///   - request: The request; nothing of it but method and path is written down.
  ///   - status: The status of the answer.
  ///   - route: The operation; nil for an unknown one.
  ///   - needs: The scopes that the request needed.
  /// - Returns: The line with its end.
  static func line(
    _ request: LocalRequest,
    status: Int,
    route: EndpointRoute?,
    needs: [String]
  ) -> String {
    let line: JSONValue = [
      "method": .text(request.method),
      "path": .text(request.path),
      "status": .integer(Int64(status)),
      "operation": .optional(route?.endpoint.call),
      "needs": .list(needs.map(JSONValue.text)),
    ]
    return line.compact + "\n"
  }
}
