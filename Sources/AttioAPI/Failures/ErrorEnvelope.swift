import FoundationEssentials

/// The body of an error, as far as it is one.
///
/// Attio's is `{status_code, type, code, message}`; OAuth's `{error, error_description}` and the
/// plain `{error, message}` are read too. Any field may be absent.
package struct ErrorEnvelope: Equatable, Sendable {
  /// The kind of error, such as `auth_error`.
  package var type: String?
  /// The code, such as `unauthorized`; the same one comes with several statuses.
  package var code: String?
  /// The error as OAuth names it (RFC 6749 section 5.2), such as `invalid_grant`.
  package var error: String?
  /// The sentence for people.
  package var message: String?

  /// Reads a body; nil where it is not a JSON object.
  package init?(_ body: [UInt8]) {
    guard let fields = try? TolerantJSON.decode(Fields.self, from: body) else { return nil }
    type = fields.text("type")
    error = fields.text("error")
    code = fields.text("code") ?? error
    message = fields.text("message") ?? fields.text("error_description")
  }

  /// Whether it has what every error of Attio's has, and other servers' have not.
  var isAttios: Bool { type != nil && code != nil && code != error }

  /// Whether the code speaks of what the workspace has paid for.
  var isAboutThePlan: Bool {
    code == "billing_error" || code == "quota_exceeded"
  }

  /// Whether a 400 speaks of the token itself and not of the request.
  var isAboutTheToken: Bool {
    if code == "invalid_request" || code == "invalid_grant" { return true }
    if type == "auth_error" || type == "authorization_error" { return true }
    return message?.lowercased().contains("token was not recogni") == true
  }
}

/// The members of a JSON object that are texts.
private struct Fields: Decodable {
  private var values: [String: LenientText]

  init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: LenientText].self)
  }

  func text(_ name: String) -> String? {
    values[name]?.text
  }
}

/// A text, or nothing where something else stands.
private struct LenientText: Decodable {
  var text: String?

  init(from decoder: any Decoder) throws {
    text = try? decoder.singleValueContainer().decode(String.self)
  }
}
