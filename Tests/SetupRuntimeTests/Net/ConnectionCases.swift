import AttioAPI
import Ground
import SetupCore
import TestSupport

/// Every state of a connection, each with its causes.
extension ConnectionCase {
  static let all =
    token + answers + guide + rates + service + broken + network + encryption + proxies

  private static let keep = "This says nothing about the token: keep it."
  private static let cure = "--ca-bundle FILE or SSL_CERT_FILE"
  private static let issuer = "CN = \(TestAuthority.name)"
  private static let page = "<!doctype html><title>Sign in to Hotel Wi-Fi</title>"
  private static let once: @Sendable (inout ConnectionCase) -> Void = { $0.retries = 1 }

  private static let token: [ConnectionCase] = [
    ConnectionCase("an empty value", .tokenMissing, .value(""), says: ["ATTIO_API_KEY", ".env"]),
    ConnectionCase(
      "a reference",
      .tokenMalformed,
      .value("op://vault/attio/token"),
      says: ["was not sent", "op://…"]
    ),
    ConnectionCase("two lines", .tokenMalformed, .value("a\nb"), says: ["was not sent"]),
    .answer(.tokenInactive, 200, #"{"active":false}"#, says: ["“active: false”", "a new token"]),
    .answer(.connected, 200, ConnectionStage.identity, says: ["active"]),
  ]

  private static let answers: [ConnectionCase] = [
    .error(
      .tokenMalformed,
      400,
      "validation_type",
      "Token was not recognised",
      says: ["Authorization: Bearer <token>", "64 characters"]
    ),
    .error(
      .unauthorized,
      401,
      "unauthorized",
      "API Keys should be 64 characters long",
      says: ["Compare the token"]
    ),
    .answer(.unauthorized, 401, "", says: ["HTTP 401", "A missing scope would be HTTP 403"]),
    // The code is the same as with 401: the status decides.
    .error(
      .missingScope,
      403,
      "unauthorized",
      "The API Key provided is not authorized to perform the requested action. This request "
        + "requires scopes: Read-Write access to the Records scope, Read access to the Tasks "
        + "scope. Admins can change this in Workspace settings -> Developers -> API keys",
      says: ["record_permission:read-write", "task:read", "The token stays the same"]
    ),
    .answer(.missingScope, 403, "", says: ["HTTP 403", "Tick what your app needs"]),
    .error(.planLimit, 403, "billing_error", "Not in your plan", says: ["would not help"]),
    .error(.planLimit, 403, "quota_exceeded", "Too many seats", says: ["quota"]),
    .answer(.planLimit, 402, "", says: ["HTTP 402"]),
    .error(.notFound, 404, "not_found", "Gone", says: ["--base-url", "the workspace was deleted"]),
    .answer(
      .unauthorized,
      401,
      #"{"code":"a\u0007b","message":"no\u001b[31m\u202e \#(ConnectionStage.token)\r\n\u2066way"}"#,
      says: ["“no[31m cana…6789 way”"]
    ) { $0.code = "ab" },
  ]

  private static let guide: [ConnectionCase] = [
    .error(
      .tokenMalformed,
      400,
      "invalid_grant",
      "The authorization code has expired",
      says: ["Authorize again", "authorization code that is wrong"]
    ),
    .error(
      .missingScope,
      403,
      "insufficient_scopes",
      "The access token lacks the scope object_configuration:read",
      says: ["object_configuration:read for this token"]
    ),
    .error(
      .tokenMalformed,
      400,
      "invalid_request",
      "The Authorization header is malformed",
      says: ["“Authorization: Bearer <token>”"]
    ),
    .error(
      .notFound,
      404,
      "not_found",
      "The token was revoked or the workspace was deleted",
      says: ["create a new token"]
    ),
  ]

  private static let rates: [ConnectionCase] = [
    limited("9", 9, says: "Wait 9 seconds"),
    limited("Fri, 01 Jan 2100 00:00:00 GMT", RetryAfter.longest, says: "Wait 60 minutes"),
    limited("Sat, 01 Jan 2000 00:00:00 GMT", 0, says: "Check again now"),
    limited("99999999999999999999", RetryAfter.longest, says: "Wait 60 minutes"),
    limited("soon", nil, says: "Wait a minute"),
    limited("-1", nil, says: "Wait a minute"),
    limited("", nil, says: "Wait a minute"),
    .answer(.rateLimited, 429, page, says: ["named no time", keep]),
  ]

  private static let service: [ConnectionCase] = [
    .answer(.serverError, 500, "{}", says: ["status.attio.com", keep]),
    .answer(.serverError, 502, page, says: ["HTTP 502", keep], once),
    .answer(.serverError, 503, "upstream connect error", says: ["HTTP 503", keep], once),
    .answer(.serverError, 504, "", says: ["HTTP 504", keep], once),
    .answer(.serverError, 503, "", headers: ["Retry-After: 60"], says: ["HTTP 503"]) {
      $0.retryAfter = 60
    },
    .answer(.timeout, 408, "", says: ["HTTP 408", keep]),
    ConnectionCase(
      "502, then Attio",
      .connected,
      .answers([.answer(502, page), .answer(200, ConnectionStage.identity)]),
      says: ["Attio knows the token"]
    ) {
      $0.status = 200
      $0.retries = 1
    },
  ]

  private static let broken: [ConnectionCase] = [
    .answer(.badResponse, 200, page, says: ["A web page came back", "sign in", keep]),
    .answer(.badResponse, 403, page, says: ["A web page came back", keep]),
    .answer(.badResponse, 200, #"{"data":[]}"#, says: ["not what Attio's API answers", keep]),
    .answer(.badResponse, 200, #"{"active":true}"#, says: ["names no workspace"]),
    .answer(.badResponse, 200, #"{"active":true,"works"#, says: ["not what Attio's API answers"]),
    .answer(.badResponse, 204, "", says: ["status 204"]),
    ConnectionCase(
      "cut in the middle",
      .badResponse,
      .steps([.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"active\"")]),
      says: ["in the middle of the answer", "HTTP 200"]
    ) {
      $0.status = 200
      $0.retries = 1
    },
    ConnectionCase("closed", .badResponse, .steps([]), says: ["before any answer", keep], once),
    ConnectionCase(
      "a body over the cap",
      .badResponse,
      .steps([
        .send("HTTP/1.1 200 OK\r\n\r\n"),
        .send([UInt8](repeating: 0x20, count: HTTPRequest.usualBodyLimit + 1)), .hold,
      ]),
      says: ["longer than 1048576 bytes"]
    ) { $0.status = 200 },
    ConnectionCase(
      "another protocol",
      .badResponse,
      .greeting("SSH-2.0-OpenSSH_9.2\r\n"),
      says: ["does not speak HTTP", "another program at this address"]
    ),
    ConnectionCase(
      "a redirect",
      .redirected,
      .redirect,
      says: ["redirect to http://127.0.0.1:", "/v2/self, which was not followed", "HTTP 307", keep]
    ) { $0.status = 307 },
  ]

  private static let network: [ConnectionCase] = [
    ConnectionCase("no such name", .dnsFailure, .nameWithoutAddress, says: ["HOST", keep], once),
    ConnectionCase(
      "a port where nobody listens",
      .connectionRefused,
      .nobodyListens,
      says: ["HOST", "Connection refused", keep],
      once
    ),
    ConnectionCase(
      "silence",
      .timeout,
      .steps([.hold]),
      says: ["waiting for the first byte", "--timeout", keep]
    ),
    ConnectionCase(
      "a body without an end",
      .timeout,
      .steps([.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"), .hold]),
      says: ["the answer was still coming"]
    ),
    ConnectionCase("no libcurl", .notChecked, .noLibrary, says: ["libcurl4", keep]),
  ]

  private static let encryption: [ConnectionCase] = [
    connected("the right certificate", .encrypted(.none, trusting: .itsAuthority)),
    refused(.none, .anotherAuthority, "an authority that is not trusted here", issuer),
    refused(.expired, .itsAuthority, "has expired", issuer),
    refused(.notYetValid, .itsAuthority, "not valid yet", issuer),
    refused(.selfSigned, .itsAuthority, "self-signed", "CN = Server"),
    refused(.wrongHost, .itsAuthority, "for another host name", issuer),
    ConnectionCase(
      "a file without authorities",
      .tlsFailure,
      .encrypted(.none, trusting: .noAuthority),
      says: ["The file of certificate authorities could not be used", "ConnectionStage.swift"]
    ),
    ConnectionCase(
      "no encryption",
      .tlsFailure,
      .unencrypted,
      says: ["could not be agreed on", "the token was not sent", keep]
    ),
  ]

  private static let proxies: [ConnectionCase] = [
    connected("a proxy that tunnels", .tunnel(.none)),
    ConnectionCase(
      "a bad certificate behind a proxy",
      .tlsFailure,
      .tunnel(.expired),
      says: ["has expired", issuer, cure]
    ),
    proxy("asks for a password", 407, says: ["http://USER:PASSWORD@HOST:PORT", "HTTP 407"]),
    proxy("refuses", 403, says: ["answered 403 instead of connecting", "NO_PROXY"]),
    proxy("has nobody behind it", 502, says: ["answered 502 instead of connecting", "NO_PROXY"]),
    proxy("answers 2xx but not 200", 204, says: ["answered 204 instead of connecting"]),
    ConnectionCase(
      "a proxy that hangs up",
      .proxyFailure,
      .proxy(nil),
      says: ["The proxy 127.0.0.1:", keep],
      once
    ),
    ConnectionCase(
      "a proxy that says nothing",
      .timeout,
      .proxy(.hold),
      says: ["while the connection through the proxy was being made", keep]
    ),
    ConnectionCase(
      "a SOCKS proxy that hangs up",
      .proxyFailure,
      .socksProxy,
      says: ["The proxy 127.0.0.1:", " in HTTPS_PROXY could not be used", keep],
      once
    ),
    ConnectionCase(
      "a proxy that is not there",
      .proxyFailure,
      .noProxy,
      says: [
        "The proxy 127.0.0.1:", " in HTTPS_PROXY could not be used: Connection refused", keep,
      ],
      once
    ),
    ConnectionCase(
      "a variable without a proxy",
      .proxyFailure,
      .senselessProxy,
      says: ["The value of HTTPS_PROXY is not a usable proxy address", keep]
    ),
  ]

  private static func limited(_ value: String, _ seconds: Double?, says: String) -> ConnectionCase {
    .answer(.rateLimited, 429, "{}", headers: ["Retry-After: \(value)"], says: [says, keep]) {
      $0.retryAfter = seconds
    }
  }

  private static func connected(_ name: String, _ scene: Scene) -> ConnectionCase {
    ConnectionCase(name, .connected, scene, says: ["Attio knows the token"]) { $0.status = 200 }
  }

  private static func refused(
    _ flaw: TestAuthority.Flaw,
    _ trust: Trust,
    _ problem: String,
    _ issuer: String
  ) -> ConnectionCase {
    ConnectionCase(
      "a certificate that is \(flaw), trusting \(trust)",
      .tlsFailure,
      .encrypted(flaw, trusting: trust),
      says: ["HOST", problem, "issued by", issuer, cure, "the token was not sent", keep]
    )
  }

  private static func proxy(_ name: String, _ status: Int, says: [String]) -> ConnectionCase {
    let answer = RawHTTPServer.Step.answer(status, headers: ["Proxy-Authenticate: Basic"])
    return ConnectionCase(
      "a proxy that \(name)",
      .proxyFailure,
      .proxy(answer),
      says: ["The proxy 127.0.0.1:", "in HTTPS_PROXY", "Attio was not reached", keep] + says
    ) { $0.status = status }
  }
}
