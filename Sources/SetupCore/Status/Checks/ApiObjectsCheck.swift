import Ground

/// Whether a call that programs make works too, not only the question who the token is.
enum ApiObjectsCheck {
  static func check(_ findings: StatusFindings) -> Check {
    if let objects = findings.verification.objects {
      let count = Words.count(objects.count, "object")
      let names = objects.isEmpty ? "" : ": \(objects.joined(separator: ", "))"
      return Check(.apiObjects, .pass, "The workspace has \(count)\(names).")
    }
    let connection = findings.verification.connection
    guard findings.verification.identity != nil else {
      return Check(.apiObjects, .skipped, "Not asked for, because the connection comes first.")
    }
    guard connection.state != .connected else {
      return Check(
        .apiObjects,
        .skipped,
        "Not asked for, because nobody wants object_configuration:read."
      )
    }
    let explanation = ConnectionExplanation(connection, context: findings.context)
    return Check(
      .apiObjects,
      AuthActiveCheck.state(for: connection.state, findings),
      "GET /v2/objects: \(explanation.happening)",
      remedy: explanation.remedy
    )
  }
}
