import Ground

/// Whether the value can be a token at all.
enum TokenShapeCheck {
  static func check(_ findings: StatusFindings) -> Check {
    guard let value = findings.checked?.value ?? findings.sources.first?.value else {
      return Check(.tokenShape, .skipped, "There is no token to look at.")
    }
    let shape = TokenShape.of(value.reveal())
    if case .reference(let reference) = shape, !findings.isStored {
      return Check(
        .tokenShape,
        .fail,
        "\(findings.variable) holds \(reference.noun), not a token.",
        remedy: reference.way(file: ShellWord.quoted(findings.envFileName))
      )
    }
    guard let explanation = shape.explanation else {
      return Check(.tokenShape, .pass, "The token has \(TokenShape.usualLength) characters.")
    }
    return Check(
      .tokenShape,
      shape.isSendable ? .warn : .fail,
      "\(findings.isStored ? "The stored token" : "The value of \(findings.variable)") is unusual.",
      remedy: explanation
    )
  }
}
