/// One HTTP answer, with the misbehaviour that tests of clients ask for.
package struct LocalResponse: Equatable, Sendable {
  /// How much of the answer reaches the client.
  package enum Delivery: Equatable, Sendable {
    /// All of it.
    case whole
    /// The head, which promises the whole body, and that many bytes of it; then the connection ends.
    case cut(afterBodyBytes: Int)
    /// Not one byte: the connection ends instead.
    case nothing
  }

  /// The HTTP status, 200 to 599.
  package var status: Int
  /// The header lines; `Content-Length` and `Connection` are the server's business.
  package var headers: [LocalHeader]
  /// The body.
  package var body: [UInt8]
  /// How long to wait before the first byte; the wait ends early when the client leaves.
  package var delay: Duration?
  /// How much of the answer is sent.
  package var delivery: Delivery

  /// Builds an answer from bytes.
  package init(
    status: Int,
    headers: [LocalHeader] = [],
    body: [UInt8] = []
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.delivery = .whole
  }

  /// Builds an answer from text of the named content type.
  package init(status: Int, contentType: String, text: String) {
    self.init(
      status: status,
      headers: [LocalHeader("Content-Type", contentType)],
      body: Array(text.utf8)
    )
  }
}
