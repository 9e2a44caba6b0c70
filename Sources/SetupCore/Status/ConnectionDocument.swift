package import Ground

/// A connection as JSON, for `status` and for each workspace of `workspaces check`.
package struct ConnectionDocument: JSONConvertible, Sendable {
  private let connection: Connection
  private let remedy: String?

  /// Ties a connection, its texts cleaned already, to what to do about it.
  package init(_ connection: Connection, remedy: String?) {
    self.connection = connection
    self.remedy = remedy
  }

  /// The part of the document.
  package var json: JSONValue {
    JSONValue(members: [
      "state": connection.state.rawValue,
      "http_status": connection.httpStatus,
      "code": connection.code,
      "message": connection.message,
      "remedy": remedy,
      "retry_after_seconds": connection.retryAfterSeconds,
      "milliseconds": connection.milliseconds.map(Milliseconds.rounded),
      "timings": connection.timings,
    ])
  }
}
