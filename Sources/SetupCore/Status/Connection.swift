package import Ground

/// The result of asking Attio, as `status --json` prints it under `connection`.
package struct Connection: Equatable, Sendable {
  /// The state that the first failing call names, or `connected`.
  package var state: ConnectionState
  /// The HTTP status of the call that names the state, nil where there was no answer.
  package var httpStatus: Int?
  /// Attio's `code`, cleaned of control characters.
  package var code: String?
  /// Attio's `message`, or the system's own reason, cleaned of control characters.
  package var message: String?
  /// The wait that Attio named, in seconds.
  package var retryAfterSeconds: Double?
  /// How long the calls took, in milliseconds.
  package var milliseconds: Double?
  /// How long the phases of the first call took.
  package var timings = ConnectionTimings()

  /// The code of a token that was not sent, because another API gave it.
  package static let otherAPI = "other_api"

  /// The code of a check that was made without a question to Attio.
  package static let offlineCode = "offline"

  /// The code of a sandbox's token that was not sent to another API.
  package static let sandboxTokenCode = "sandbox_token"

  /// The result where nobody was to be asked.
  package static let offline = Connection(
    state: .notChecked,
    code: offlineCode,
    message: "Only the local checks were made. Attio was not asked."
  )

  /// Collects the result; the timings are set afterwards.
  package init(
    state: ConnectionState,
    httpStatus: Int? = nil,
    code: String? = nil,
    message: String? = nil,
    retryAfterSeconds: Double? = nil,
    milliseconds: Double? = nil
  ) {
    self.state = state
    self.httpStatus = httpStatus
    self.code = code
    self.message = message
    self.retryAfterSeconds = retryAfterSeconds
    self.milliseconds = milliseconds
  }
}

/// Who a token belongs to, as `/v2/self` says it; texts cleaned of control characters.
package struct Identity: Equatable, Sendable {
  /// The workspace's identifier.
  package var workspaceID: String
  /// The workspace's name, empty where Attio left it out.
  package var workspaceName: String
  /// The workspace's slug, nil where Attio left it out.
  package var workspaceSlug: String?
  /// The scopes as Attio listed them, unknown ones included.
  package var scopes: [String]
  /// The member who authorised the token.
  package var authorizedBy: String?
  /// When the token expires, in seconds since 1970; nil for never.
  package var expiresAt: Double?
  /// When the token was issued, in seconds since 1970.
  package var issuedAt: Double?
  /// For whom the token acts: `workspace` or `user`; nil where Attio did not say.
  package var level: String?

  /// Collects the answer.
  package init(
    workspaceID: String,
    workspaceName: String,
    workspaceSlug: String?,
    scopes: [String],
    authorizedBy: String? = nil,
    expiresAt: Double? = nil,
    issuedAt: Double? = nil,
    level: String? = nil
  ) {
    self.workspaceID = workspaceID
    self.workspaceName = workspaceName
    self.workspaceSlug = workspaceSlug
    self.scopes = scopes
    self.authorizedBy = authorizedBy
    self.expiresAt = expiresAt
    self.issuedAt = issuedAt
    self.level = level
  }
}

extension Identity {
  /// The workspace as texts name it: "Acme Inc (acme)".
  package var workspace: String {
    let name = workspaceName.isEmpty ? workspaceID : workspaceName
    return workspaceSlug.map { "\(name) (\($0))" } ?? name
  }
}

/// All that one check of the connection brought to light.
package struct Verification: Equatable, Sendable {
  /// The state and how it came about.
  package var connection: Connection
  /// Who the token belongs to, nil where Attio did not say.
  package var identity: Identity?
  /// The slugs of the workspace's objects; nil where they were not asked for or not told.
  package var objects: [String]?
  /// The time here and at Attio when it answered; nil where no answer came.
  package var clock: ClockReading?

  /// Collects the findings; the clock is set afterwards.
  package init(connection: Connection, identity: Identity? = nil, objects: [String]? = nil) {
    self.connection = connection
    self.identity = identity
    self.objects = objects
  }
}
