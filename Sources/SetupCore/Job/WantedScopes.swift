/// Which scopes a project wants: by whoever said so, in one order for every face.
package enum WantedScopes {
  /// What was named for this run, else what the example notes, else what the token has.
  ///
  /// - Parameters:
  ///   - named: The scopes that an option or a person named; nil for none.
  ///   - noted: Those of the `attio-scopes` comment; nil without one.
  ///   - granted: Those of the token; nil where they are not known.
  /// - Returns: Nil where nobody said anything, and a token without scopes says nothing.
  package static func of(
    named: [String]? = nil,
    noted: [String]?,
    granted: [String]? = nil
  ) -> ScopeSet? {
    if let said = named ?? noted { return ScopeSet(names: said) }
    let own = ScopeSet(names: granted ?? [])
    return own.isEmpty ? nil : own
  }

  /// What a table begins with where nobody said anything.
  package static let proposal = ScopePreset.readOnly
}
