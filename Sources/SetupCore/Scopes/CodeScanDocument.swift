internal import AttioTables
package import Ground

/// The answer of `scopes --scan`: what the source calls, and how that compares with the token.
package struct CodeScanDocument: Equatable, Sendable {
  /// What was found.
  package var scan: CodeScan
  /// The token's scopes; nil where they are not known.
  package var granted: ScopeSet?
  /// Why they are not known although Attio was asked; nil where nothing went wrong.
  package var problem: String?

  /// Compares what was found with what is granted.
  package init(_ scan: CodeScan, granted: ScopeSet? = nil, problem: String? = nil) {
    self.scan = scan
    self.granted = granted
    self.problem = problem
  }

  /// What the calls need and the token lacks; empty where that is not known.
  package var missing: ScopeSet { granted.map { scan.scopes.missing(from: $0) } ?? ScopeSet() }

  /// What the token has and no call needs; empty where that is not known.
  package var unused: ScopeSet { granted.map { $0.unused(by: scan.scopes) } ?? ScopeSet() }

  /// The exit code for scripts.
  package var exitCode: Int32 {
    if !missing.isEmpty { return ExitStatus.actionNeeded }
    return problem == nil ? ExitStatus.good : ExitStatus.unknown
  }
}

extension CodeScanDocument: JSONConvertible {
  /// The document that `scopes --scan --json` promises.
  package var json: JSONValue {
    JSONValue(members: [
      "schema": DocumentSchema.version,
      "calls": scan.calls,
      "test_calls": scan.testCalls,
      "unresolved": scan.unresolved.map {
        JSONValue(members: ["file": cleaned($0.file), "line": $0.line, "text": $0.text])
      },
      "scopes": scan.scopes.names,
      "granted": granted?.names,
      "missing": missing.names,
      "unused": unused.names,
      "variables": scan.variables.map {
        JSONValue(members: ["name": $0.text, "file": cleaned($0.file), "line": $0.line])
      },
      "env_file": scan.envFile.map { file in
        JSONValue(members: ["path": file.path.map(cleaned), "reason": cleaned(file.reason)])
      },
    ])
  }

  private func cleaned(_ text: String) -> String { SafeText.cleaned(text, limit: 4096) }
}

extension CodeScan.Call: JSONConvertible {
  /// One element of `calls`.
  package var json: JSONValue {
    JSONValue(members: [
      "operation": requirement.call, "file": SafeText.cleaned(file, limit: 4096), "line": line,
      "scopes": scopes.names, "certain": isCertain,
    ])
  }
}
