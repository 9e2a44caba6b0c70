import Ground
import TestSupport
import Testing

/// One way in which asking Attio can go, and what is to be said of it.
struct ConnectionCase: Sendable, CustomTestStringConvertible {
  /// What stands at the other end.
  enum Scene: Sendable {
    /// A server in plain text; a connection after the last answer gets the last one again.
    case answers([RawHTTPServer.Step])
    /// A server that does these steps after each request.
    case steps([RawHTTPServer.Step])
    /// A server that sends this before it has read anything.
    case greeting(String)
    /// A redirect to a second server, which must hear nothing.
    case redirect
    /// A server with a certificate of this flaw, and which authority is trusted.
    case encrypted(TestAuthority.Flaw, trusting: Trust)
    /// A server in plain text where TLS is spoken.
    case unencrypted
    /// A proxy with a password, which tunnels to a server with such a certificate.
    case tunnel(TestAuthority.Flaw)
    /// A proxy that does this after CONNECT.
    case proxy(RawHTTPServer.Step?)
    /// A SOCKS proxy that hangs up.
    case socksProxy
    /// A proxy at a port where nobody listens.
    case noProxy
    /// A variable that names no proxy.
    case senselessProxy
    case nobodyListens
    case nameWithoutAddress
    case noLibrary
    /// A value that is no token.
    case value(String)
  }

  enum Trust: Sendable {
    case itsAuthority
    case anotherAuthority
    case noAuthority
  }

  var name: String
  var state: ConnectionState
  var scene: Scene
  var status: Int?
  var code: String?
  var retryAfter: Double?
  var retries = 0
  /// Words that stand in the explanation; `HOST` is the host that was asked.
  var says: [String] = []

  init(
    _ name: String,
    _ state: ConnectionState,
    _ scene: Scene,
    says: [String],
    _ more: (inout ConnectionCase) -> Void = { _ in }
  ) {
    self.name = name
    self.state = state
    self.scene = scene
    self.says = says
    more(&self)
  }

  /// An answer of a server in plain text.
  static func answer(
    _ state: ConnectionState,
    _ status: Int,
    _ body: String,
    headers: [String] = [],
    says: [String],
    _ more: (inout ConnectionCase) -> Void = { _ in }
  ) -> ConnectionCase {
    let scene = Scene.answers([.answer(status, body, headers: headers)])
    var result = ConnectionCase(
      "\(status) \(headers) \(body.prefix(120))",
      state,
      scene,
      says: says
    )
    result.status = status
    more(&result)
    return result
  }

  /// An error with Attio's structure.
  static func error(
    _ state: ConnectionState,
    _ status: Int,
    _ code: String,
    _ message: String,
    says: [String]
  ) -> ConnectionCase {
    let body =
      #"{"status_code":\#(status),"type":"auth_error","code":"\#(code)","message":"\#(message)"}"#
    return answer(state, status, body, says: ["HTTP \(status)", message] + says) { $0.code = code }
  }

  var testDescription: String { "\(state.rawValue): \(name)" }
}
