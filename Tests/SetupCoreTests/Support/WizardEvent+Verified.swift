import Ground

@testable import SetupCore

extension WizardEvent {
  /// What Attio said with the value that was read back, in a project that is in order otherwise.
  static func verified(_ id: EffectID, _ verification: Verification) -> WizardEvent {
    .verified(id, .written(verification))
  }
}

extension StatusFindings {
  /// What is found after the wizard has written, in a project that is in order.
  static func written(
    _ verification: Verification,
    but change: (inout StatusFindings) -> Void = { _ in }
  ) -> StatusFindings {
    var findings = StatusFindings.healthy
    findings.directory = "/home/ada/code/shop"
    findings.verification = verification
    findings.sources = [TokenSource(place: .envFile(".env"), value: Sample.token)]
    findings.checked = CheckedToken(origin: .envFile, value: Sample.token)
    if verification.connection.state == .tokenMissing {
      findings.sources = []
      findings.checked = nil
    }
    change(&findings)
    return findings
  }
}
