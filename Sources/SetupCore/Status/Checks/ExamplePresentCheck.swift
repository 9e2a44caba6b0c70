/// Whether the next developer finds out which variable is needed.
enum ExamplePresentCheck {
  static func check(_ findings: StatusFindings) -> Check {
    let variable = findings.exampleVariable
    let remedy = "Add “\(variable)=” to .env.example, or run attio-setup, which does it."
    guard findings.example.isPresent else {
      return Check(.examplePresent, .warn, "There is no .env.example.", remedy: remedy)
    }
    guard findings.example.namesVariable else {
      return Check(
        .examplePresent,
        .warn,
        ".env.example does not name \(variable).",
        remedy: remedy
      )
    }
    return Check(.examplePresent, .pass, ".env.example names \(variable).")
  }
}
