import Ground

/// A connection as JSON, for `status` and for each workspace of `workspaces check`.
package struct ConnectionDocument: Encodable, Sendable {
  private let connection: Connection
  private let remedy: String?

  /// Ties a connection, its texts cleaned already, to what to do about it.
  package init(_ connection: Connection, remedy: String?) {
    self.connection = connection
    self.remedy = remedy
  }

  private enum Key: String, CodingKey {
    case state
    case httpStatus = "http_status"
    case code
    case message
    case remedy
    case retryAfterSeconds = "retry_after_seconds"
    case milliseconds
    case timings
  }

  /// Writes every key; what is unknown is an explicit null.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(connection.state.rawValue, forKey: .state)
    try container.encode(connection.httpStatus, forKey: .httpStatus)
    try container.encode(connection.code, forKey: .code)
    try container.encode(connection.message, forKey: .message)
    try container.encode(remedy, forKey: .remedy)
    try container.encode(connection.retryAfterSeconds, forKey: .retryAfterSeconds)
    let milliseconds = connection.milliseconds.map(Milliseconds.rounded)
    try container.encode(milliseconds, forKey: .milliseconds)
    try container.encode(connection.timings, forKey: .timings)
  }
}
