import Ground

/// The errors that are about what a request says, with Attio's codes.
extension AttioError {
  /// A value that is wrong, with its place.
  static func invalid(_ message: String, at place: String) -> AttioError {
    body([ShapeProblem(path: [place], code: "custom", message: message)], message)
  }

  /// Something in the body that is not there, such as an option or a member.
  static func valueNotFound(_ message: String, at place: String) -> AttioError {
    AttioError(
      status: 400,
      type: "invalid_request_error",
      code: "value_not_found",
      message: message,
      details: [.init("path", [.text(place)])]
    )
  }

  /// Something that Attio alone changes.
  static func systemEdit(_ message: String) -> AttioError {
    AttioError(
      status: 400,
      type: "invalid_request_error",
      code: "system_edit_unauthorized",
      message: message
    )
  }

  /// A body that does not have the shape of the call.
  static func body(
    _ problems: [ShapeProblem],
    _ message: String = "Body payload validation error."
  ) -> AttioError {
    validation(message, problems)
  }

  /// A query that does not have the shape of the call.
  static func query(_ problems: [ShapeProblem]) -> AttioError {
    validation("Query params validation error.", problems)
  }

  private static func validation(_ message: String, _ problems: [ShapeProblem]) -> AttioError {
    let errors = problems.map { problem -> JSONValue in
      [
        "code": .text(problem.code),
        "path": .list(problem.path.map { Int64($0).map(JSONValue.integer) ?? .text($0) }),
        "message": .text(problem.message),
      ]
    }
    return AttioError(
      status: 400,
      type: "invalid_request_error",
      code: "validation_type",
      message: message,
      details: [.init("validation_errors", .list(errors))]
    )
  }

  /// Too many requests.
  static let rateLimited = AttioError(
    status: 429,
    type: "rate_limit_error",
    code: "rate_limit_exceeded",
    message: "Rate limit exceeded, please try again later"
  )
}
