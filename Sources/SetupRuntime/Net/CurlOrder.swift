/// One transfer as libcurl is told of it.
struct CurlOrder: Sendable {
  /// Whether a request is sent or only the server's certificate is looked at.
  enum Purpose: Sendable {
    case request
    case inspection
  }

  var purpose: Purpose
  var url: String
  var method: String
  var userAgent: String
  /// Header lines without line breaks, the Authorization header among them.
  var headerLines: [String]
  var body: [UInt8]
  /// The proxy's URL, nil for a direct connection.
  var proxy: String?
  var caBundle: String?
  /// A library to load instead of the system's libcurl.
  var library: String?
  var limitSeconds: Double
  var bodyLimit: Int

  /// The limit in milliseconds, between nothing and an hour.
  var limitMilliseconds: Int64 {
    Int64((min(max(limitSeconds, 0), 3600) * 1000).rounded(.up))
  }
}
