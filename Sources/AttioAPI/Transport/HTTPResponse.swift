/// A whole answer, of whatever status.
package struct HTTPResponse: Equatable, Sendable {
  /// The status of the status line.
  package var status: Int
  /// The header fields in their order; names in lower case, values as they came.
  package var headers: [(name: String, value: String)]
  /// The body without transfer coding, never longer than the request allowed.
  package var body: [UInt8]
  /// How long the phases took.
  package var timings: HTTPTimings

  /// Collects an answer.
  package init(
    status: Int,
    headers: [(name: String, value: String)] = [],
    body: [UInt8] = [],
    timings: HTTPTimings = HTTPTimings()
  ) {
    self.status = status
    self.headers = headers.map { (name: $0.name.lowercased(), value: $0.value) }
    self.body = body
    self.timings = timings
  }

  /// The first value of a header, whose name is given in lower case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }

  /// Compares all but the order of nothing: every part has to be the same.
  package static func == (one: HTTPResponse, other: HTTPResponse) -> Bool {
    one.status == other.status && one.body == other.body && one.timings == other.timings
      && one.headers.elementsEqual(other.headers) { $0.name == $1.name && $0.value == $1.value }
  }
}

/// Milliseconds from the start of a request until each phase was over; nil where it was not reached.
package struct HTTPTimings: Equatable, Sendable {
  /// The server's (or the proxy's) name was resolved.
  package var nameLookup: Double?
  /// The connection stood.
  package var connect: Double?
  /// TLS was agreed on.
  package var tls: Double?
  /// The first byte of the answer came.
  package var firstByte: Double?
  /// All of it was over.
  package var total: Double?

  /// Collects the phases.
  package init(
    nameLookup: Double? = nil,
    connect: Double? = nil,
    tls: Double? = nil,
    firstByte: Double? = nil,
    total: Double? = nil
  ) {
    self.nameLookup = nameLookup
    self.connect = connect
    self.tls = tls
    self.firstByte = firstByte
    self.total = total
  }
}
