import AttioTables

/// What a token of the sandbox stands for; the raw value is its name on the command line.
package enum SandboxScenario: String, CaseIterable, Sendable {
  /// Every scope that a token can hold today.
  case full
  /// The same, for one member: a few calls take the workspace's tokens alone.
  case userLevel = "user_level"
  /// The same, in the second workspace.
  case otherWorkspace = "other_workspace"
  /// Every resource, to read only.
  case readOnly = "read_only"
  /// A living token without a single scope, as a new one is.
  case noScopes = "no_scopes"
  /// Records to read and write, but not `object_configuration`, without which they are useless.
  case recordsOnly = "records_only"
  /// Revoked or deleted: 200 with `active: false`.
  case inactive
  /// Not recognised as a token: 400 from `/v2/self`, 401 elsewhere.
  case malformed
  /// 401 everywhere.
  case unauthorized
  /// 403 that names a scope, everywhere.
  case missingScope = "missing_scope"
  /// 403 `billing_error`, everywhere.
  case planLimit = "plan_limit"
  /// 404, everywhere.
  case notFound = "not_found"
  /// 429 with the wait as a date.
  case rateLimitedDate = "rate_limited_date"
  /// 429 with the wait in seconds.
  case rateLimitedSeconds = "rate_limited_seconds"
  /// Everything is granted, but every answer takes long.
  case slow
  /// 503 from something in front of Attio, in HTML.
  case serverError = "server_error"
  /// 200 with a captive portal's page.
  case htmlError = "html_error"
  /// 200 with JSON that ends in the middle.
  case badJSON = "bad_json"
  /// Everything is granted, and names hold control and bidirectional characters.
  case hostileText = "hostile_text"
  /// The onboarding guide's 403 `insufficient_scopes`.
  case guideInsufficientScopes = "guide_insufficient_scopes"
  /// The onboarding guide's 400 `invalid_request`.
  case guideInvalidRequest = "guide_invalid_request"
  /// The onboarding guide's 404 `not_found`.
  case guideNotFound = "guide_not_found"
  /// The onboarding guide's 400 `invalid_grant`.
  case guideInvalidGrant = "guide_invalid_grant"

  /// The scenario's token: 64 letters and digits, the same on every run, known by their form.
  package var token: String {
    SandboxTokenForm.token(of: SHA256.hexadecimal("attio-setup sandbox token \(rawValue)"))
  }

  /// The workspace that the token belongs to.
  package var workspace: SandboxWorkspace {
    self == .otherWorkspace ? .second : .first
  }

  /// The scopes that the token holds, in alphabetical order, the higher level only.
  package var scopes: [String] {
    switch self {
    case .readOnly: ScopeResources.offered.compactMap(\.readScope).sorted()
    case .noScopes: []
    case .recordsOnly: ["record_permission:read-write"]
    default: Self.allScopes
    }
  }

  /// The scopes of all operations, the higher level only: every call works with them.
  static let allScopes: [String] = {
    let needed = EndpointRequirements.all.flatMap { $0.allOf + $0.alternatives.flatMap(\.scopes) }
    let all = Set(needed + ScopeResources.offered.compactMap(\.readWriteScope))
    return all.filter { scope in
      !(scope.hasSuffix(":read") && all.contains(scope + "-write"))
    }.sorted()
  }()
}
