extension PlanMaker {
  /// Puts the variable without a value, and the wanted scopes, in the example that is shared.
  func example() throws(PlanError) -> PlanEntry {
    let before = try document(inputs.example, path: Self.exampleName)
    let edited: DotenvDocument
    let hadToken: Bool
    do {
      let complete = try before.ensuringEmptyAssignment(of: inputs.variable)
      let clean = try withoutToken(complete)
      edited = try withScopes(clean)
      hadToken = clean != complete
    } catch {
      throw .envFile(path: Self.exampleName, error)
    }
    return entry(
      .example,
      of: inputs.example,
      FileChange(
        path: Self.exampleName,
        after: edited.content,
        modeWhenNew: 0o644,
        masking: .envFile(token: token),
        notes: hadToken ? [Self.tokenNote] : []
      )
    )
  }

  private static let tokenNote =
    "The token stood in \(exampleName), which is meant to be shared. It is taken out; if the file "
    + "ever left this machine, make a new token."

  /// The token that will stand in the env file; one that cannot be read is in no example either.
  private var token: Secret? {
    if let token = inputs.token { return token }
    let document = try? DotenvDocument(parsing: inputs.envFile.content)
    return document?.value(of: inputs.variable)
  }

  /// Takes the token out wherever it stands, in comments too.
  private func withoutToken(_ document: DotenvDocument) throws(DotenvError) -> DotenvDocument {
    guard let token, !token.isEmpty else { return document }
    let holds = document.assignments(of: inputs.variable).contains { $0.value == token }
    let emptied = holds ? try document.setting(inputs.variable, to: Secret("")) : document
    // Shorter values may be part of an ordinary word.
    guard token.length >= 16 else { return emptied }
    return try emptied.removing(Array(token.reveal().utf8))
  }

  private func withScopes(_ document: DotenvDocument) throws(DotenvError) -> DotenvDocument {
    let old = document.directive(Self.directiveName)?.split { " \t,".contains($0) }
    let isSame = Set(old ?? []) == Set(inputs.wantedScopes.map { $0[...] })
    guard !isSame || (old == nil && !inputs.wantedScopes.isEmpty) else { return document }
    return try document.settingDirective(
      Self.directiveName,
      to: inputs.wantedScopes.joined(separator: " "),
      above: inputs.variable
    )
  }
}

extension DotenvDocument {
  /// Gives the document without these bytes.
  fileprivate func removing(_ secret: [UInt8]) throws(DotenvError) -> DotenvDocument {
    var edits: [Edit] = []
    var position = 0
    while position + secret.count <= bytes.count {
      if bytes[position...].starts(with: secret) {
        edits.append(Edit(range: position..<(position + secret.count), replacement: []))
        position += secret.count
      } else {
        position += 1
      }
    }
    return edits.isEmpty ? self : try applying(edits)
  }
}
