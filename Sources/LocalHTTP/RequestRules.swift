import NIOHTTP1

/// Which requests are refused before anybody sees them, and how answers are framed.
enum RequestRules {
  static let bodyTooLarge = refusal(413, "The request's body is larger than 1 MiB.")

  static func refusal(of head: HTTPRequestHead) -> LocalResponse? {
    let hosts = head.headers["host"]
    guard hosts.count == 1, let host = hosts.first, LoopbackName.matches(host: host) else {
      return refusal(421, "This server answers only under the names of this machine.")
    }
    guard head.uri.hasPrefix("/") else {
      return refusal(400, "The request's target is not a path.")
    }
    let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    return length > LocalServer.bodyLimit ? bodyTooLarge : nil
  }

  static func expectsContinue(_ head: HTTPRequestHead) -> Bool {
    head.headers.first(name: "expect")?.lowercased() == "100-continue"
  }

  static func head(of response: LocalResponse, connection: String) -> HTTPResponseHead {
    var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
    if response.status != 204, response.status != 304 {
      headers.replaceOrAdd(name: "Content-Length", value: "\(response.body.count)")
    }
    headers.replaceOrAdd(name: "Connection", value: connection)
    let status = HTTPResponseStatus(statusCode: response.status)
    return HTTPResponseHead(version: .http1_1, status: status, headers: headers)
  }

  static func deliveredBody(of response: LocalResponse) -> [UInt8] {
    switch response.delivery {
    case .whole: response.body
    case .cut(let count): Array(response.body.prefix(count))
    case .nothing: []
    }
  }

  private static func refusal(_ status: Int, _ message: String) -> LocalResponse {
    LocalResponse(status: status, contentType: "text/plain; charset=utf-8", text: message + "\n")
  }
}
