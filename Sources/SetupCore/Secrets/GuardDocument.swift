package import Ground

/// The answer of `guard`.
package struct GuardDocument: Equatable, Sendable {
  /// Where secrets would be committed.
  package var found: [StagedSearch.Found]

  /// Tells what was found.
  package init(_ found: [StagedSearch.Found]) {
    self.found = found
  }

  /// The exit code for scripts and hooks.
  package var exitCode: Int32 { found.isEmpty ? ExitStatus.good : ExitStatus.actionNeeded }

  /// The answer for people; nothing where nothing was found, as a hook should.
  package var lines: [String] {
    guard !found.isEmpty else { return [] }
    return found.map { place in
      "\(SafeText.cleaned("\(place.file):\(place.line)", limit: 300)) holds \(place.what)."
    } + ["Take it out and stage the file again: git restore --staged FILE, then git add FILE."]
  }
}

extension GuardDocument: JSONConvertible {
  /// The document that `guard --json` promises.
  package var json: JSONValue {
    JSONValue(members: [
      "schema": DocumentSchema.version,
      "found": found.map { place in
        JSONValue(members: [
          "file": SafeText.cleaned(place.file, limit: 4096), "line": place.line, "what": place.what,
        ])
      },
    ])
  }
}
