/// The one way to the network: a request in, an answer or a reason out.
package struct Transport: Sendable {
  /// Performs one request within its limit and ends at once when its task is cancelled.
  package var send: @Sendable (HTTPRequest) async -> Result<HTTPResponse, TransportFailure>

  /// Wraps what performs a request.
  package init(
    send: @escaping @Sendable (HTTPRequest) async -> Result<HTTPResponse, TransportFailure>
  ) {
    self.send = send
  }
}
