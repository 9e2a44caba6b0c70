package import Ground

/// The token that stood in the env file before a run wrote another one over it.
package struct OldToken: Equatable, Sendable {
  /// What is known of its life.
  package enum Life: Equatable, Sendable {
    /// Attio says that it is active.
    case works
    /// Attio refuses it, or it never was a token.
    case dead
    /// Attio was not asked, or did not say.
    case unclear
  }

  /// The token.
  package var secret: Secret
  /// What Attio said of it; nil where it was not asked, or has not answered yet.
  package var verification: Verification?

  /// Names the token.
  package init(_ secret: Secret, verification: Verification? = nil) {
    self.secret = secret
    self.verification = verification
  }

  /// Whose token it is; nil where Attio does not know it or was not asked.
  package var identity: Identity? { verification?.identity }

  /// What is known of its life.
  package var life: Life {
    guard let verification else { return .unclear }
    if verification.identity != nil { return .works }
    return switch verification.connection.state {
    case .tokenMissing, .tokenMalformed, .tokenInactive, .unauthorized: .dead
    // Attio knows the token, the server is another one, or there was no answer.
    default: .unclear
    }
  }

  /// That it goes on working, as far as that is known; nil for a dead one, which is nobody's care.
  package var sentence: String? {
    let name = secret.masked ?? "the one before"
    return switch life {
    case .works: "\(name) works until it is deleted"
    case .unclear: "\(name) may still work until it is deleted"
    case .dead: nil
    }
  }
}
