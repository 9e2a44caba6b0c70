import Ground

/// The texts that the command `sandbox` prints.
package enum SandboxCommandSupport {
  /// The one line that says that the sandbox listens.
  package static func readyLine(_ sandbox: RunningSandbox) -> String {
    "sandbox ready api=\(sandbox.apiURL) app=\(sandbox.appURL)"
  }

  /// A JSON object from each scenario's name to its token, one per line, without a final newline.
  package static func tokenList() -> String {
    let lines = SandboxScenario.allCases.map { scenario in
      "  \(JSONValue.text(scenario.rawValue).compact): \(JSONValue.text(scenario.token).compact)"
    }
    return "{\n\(lines.joined(separator: ",\n"))\n}"
  }
}
