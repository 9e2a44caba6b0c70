/// One request to an address that was validated before.
package struct HTTPRequest: Equatable, Sendable {
  /// What is asked: to read, or to exchange something.
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  /// The verb of the request line.
  package var method: Method
  /// The server and the path in front of `path`.
  package var base: BaseURL
  /// The rest of the address, beginning with a slash, already percent-encoded.
  package var path: String
  /// Header fields; the token is not among them.
  package var headers: [HTTPHeader]
  /// The token that goes into the Authorization header.
  package var bearer: BearerToken?
  /// What is sent with a POST.
  package var body: [UInt8]
  /// The limit for all of it in seconds, name lookup included.
  package var limitSeconds: Double
  /// The most bytes of an answer that are read.
  package var bodyLimit: Int

  /// The most bytes of an answer, unless told otherwise: 1 MiB.
  package static let usualBodyLimit = 1_048_576

  /// Describes a request without a body; `headers`, `body` and `bodyLimit` can be set afterwards.
  package init(
    _ method: Method,
    _ base: BaseURL,
    path: String,
    limitSeconds: Double
  ) {
    self.method = method
    self.base = base
    self.path = path
    self.headers = []
    self.bearer = nil
    self.body = []
    self.limitSeconds = limitSeconds
    self.bodyLimit = Self.usualBodyLimit
  }

  /// The whole address as text.
  package var url: String { base.text + path }
}
