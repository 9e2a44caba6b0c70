import Ground
import LocalHTTP

/// An error body of Attio's: `status_code`, `type`, `code`, `message`.
struct AttioError: Error, Equatable {
  var status: Int
  var type: String
  var code: String
  var message: String
  /// Members beside the four, such as `validation_errors`.
  var details: [JSONValue.Member] = []

  var response: LocalResponse {
    var members: [JSONValue.Member] = [
      .init("status_code", .integer(Int64(status))),
      .init("type", .text(type)),
      .init("code", .text(code)),
      .init("message", .text(message)),
    ]
    members += details
    return .json(status, .object(members))
  }
}

extension LocalResponse {
  /// An answer of JSON, as Attio labels it.
  static func json(_ status: Int, _ body: JSONValue) -> LocalResponse {
    LocalResponse(
      status: status,
      contentType: "application/json; charset=utf-8",
      text: body.compact
    )
  }
}

/// The bodies that were recorded of the live API, word for word where the words are known.
extension AttioError {
  static let noHeader = unauthorized("The Authorization header was not provided.")

  static let unreadableHeader = unauthorized(
    "The Authorization header was not recognised. Use the form \"Bearer <access_token>\"."
  )

  static let wrongLength = unauthorized("API Keys should be 64 characters long")

  /// For a token that was revoked, or never given out; the words are Attio's in part.
  static let deadToken = unauthorized(
    "The API Key could not be found. Most commonly, this is because it was revoked."
  )

  static let notRecognised = AttioError(
    status: 400,
    type: "invalid_request_error",
    code: "missing_value",
    message: "Token was not recognised"
  )

  static func unknownEndpoint(method: String, path: String) -> AttioError {
    notFound("Could not find endpoint \"\(method) \(path)\".")
  }

  static func notFound(_ message: String) -> AttioError {
    AttioError(status: 404, type: "invalid_request_error", code: "not_found", message: message)
  }

  static func missing(scopes: [String]) -> AttioError {
    let names = scopes.map(ScopeRules.dashboardName).joined(separator: ", ")
    return AttioError(
      status: 403,
      type: "auth_error",
      code: "unauthorized",
      message: "The API Key provided is not authorized to perform the requested action. "
        + "This request requires scopes: \(names). Admins can change the scopes of the key in "
        + "Workspace settings -> Developers."
    )
  }

  /// Attio's own words for it are not known; the status is that of a call that is not allowed.
  static let wrongLevel = AttioError(
    status: 403,
    type: "auth_error",
    code: "unauthorized",
    message: "This request requires a workspace-level access token."
  )

  private static func unauthorized(_ message: String) -> AttioError {
    AttioError(status: 401, type: "auth_error", code: "unauthorized", message: message)
  }
}
