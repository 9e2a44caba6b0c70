internal import AttioTables
package import Ground

/// Tokens of the imitation of Attio, which no other API may be sent.
package enum SandboxToken {
  /// Whether a value is one of them, by a form that no token of Attio has.
  package static func isOne(_ token: Secret) -> Bool {
    SandboxTokenForm.fits(token.reveal())
  }
}
