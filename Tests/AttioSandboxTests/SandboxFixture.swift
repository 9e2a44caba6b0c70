import AttioSandbox
import FoundationEssentials
import TestSupport
import Testing

/// Runs a sandbox on a free port for the length of `body`.
func withSandbox(
  _ options: Sandbox.Options = .init(),
  _ body: (SandboxClient) async throws -> Void
) async throws {
  let sandbox = try await Sandbox(options: options).start()
  do {
    try await body(SandboxClient(raw: RawHTTPClient(port: sandbox.port)))
  } catch {
    await sandbox.stop()
    throw error
  }
  await sandbox.stop()
}

/// Asks a sandbox over TCP.
struct SandboxClient {
  var raw: RawHTTPClient

  func call(
    _ method: String,
    _ target: String,
    token: String,
    body: String = ""
  ) async throws -> RawHTTPResponse {
    try await raw.request(
      method,
      target,
      headers: [("Authorization", "Bearer \(token)")],
      body: body
    )
  }

  func get(_ target: String, as scenario: SandboxScenario) async throws -> RawHTTPResponse {
    try await call("GET", target, token: Sandbox.tokens[scenario, default: ""])
  }

  func postForm(_ target: String, _ fields: [String: String]) async throws -> RawHTTPResponse {
    let body = fields.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
    return try await raw.request(
      "POST",
      target,
      headers: [("Content-Type", "application/x-www-form-urlencoded")],
      body: body
    )
  }
}

/// Attio's error structure, decoded apart from the sandbox's own types.
struct ErrorBody: Decodable, Equatable {
  var statusCode: Int
  var type: String
  var code: String
  var message: String
}

/// The answer of `/v2/self`, every member optional so that its absence shows.
struct SelfAnswer: Decodable {
  var active: Bool
  var scope: String?
  var clientId: String?
  var tokenType: String?
  var iat: Int?
  var sub: String?
  var aud: String?
  var iss: String?
  var authorizedByWorkspaceMemberId: String?
  var workspaceId: String?
  var workspaceName: String?
  var workspaceSlug: String?
}

/// An OAuth error.
struct OAuthErrorBody: Decodable {
  var error: String
  var errorDescription: String
}

/// A list of things with the members that tests look at.
struct ThingList: Decodable {
  struct Identifiers: Decodable {
    var workspaceId: String
    var objectId: String?
    var recordId: String?
    var threadId: String?
    var commentId: String?
  }

  struct Thing: Decodable {
    var id: Identifiers
    var apiSlug: String?
    var singularNoun: String?
    var createdAt: String
  }

  var data: [Thing]
}

extension RawHTTPResponse {
  func decoded<Body: Decodable>(_ type: Body.Type) throws -> Body {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(body))
  }
}
