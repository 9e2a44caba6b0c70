package import Ground

/// Why a call to Attio did not give what was asked for.
package struct AttioFailure: Error, Equatable, Sendable {
  /// The cause, as the state that the connection is in.
  package var kind: ConnectionState
  /// The status of the answer, nil where there was none.
  package var httpStatus: Int?
  /// Attio's `code`; hostile until cleaned.
  package var code: String?
  /// Attio's `message`, or a sentence of our own; hostile until cleaned.
  package var message: String?
  /// The wait that the server named, in seconds.
  package var retryAfterSeconds: Double?
  /// Attio's identifier of the request, to quote to its support; hostile until cleaned.
  package var requestID: String?
  /// What the network said, where the network is the cause.
  package var transport: TransportFailure?

  /// Names a cause; the rest can be set afterwards.
  package init(
    _ kind: ConnectionState,
    httpStatus: Int? = nil,
    code: String? = nil,
    message: String? = nil
  ) {
    self.kind = kind
    self.httpStatus = httpStatus
    self.code = code
    self.message = message
  }
}
