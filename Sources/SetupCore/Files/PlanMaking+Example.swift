import Ground

extension PlanMaker {
  /// Puts the variables without a value, and the wanted scopes, in the example that is shared.
  func example() throws(PlanError) -> PlanEntry {
    var edited = try document(inputs.example, path: Self.exampleName)
    var notes: [String] = []
    do {
      for setting in inputs.settings {
        edited = try edited.ensuringEmptyAssignment(of: setting.variable)
      }
      for secret in settingsAfterwards where secret.isSecret {
        let clean = try without(secret, edited)
        if clean != edited { notes.append(Self.note(secret.kind)) }
        edited = clean
      }
      edited = try withScopes(edited)
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
        masking: masking,
        notes: notes
      )
    )
  }

  /// What may be seen of the env file and of the example.
  var masking: UnifiedDiff.Masking { .envFile(settingsAfterwards) }

  private static func note(_ kind: EnvSetting.Kind) -> String {
    "The \(kind.noun) stood in \(exampleName), which is meant to be shared. It is taken out; if the "
      + "file ever left this machine, make a new \(kind.noun)."
  }

  /// The settings with the values that will stand in the env file; one that cannot be read there is
  /// in no example either.
  private var settingsAfterwards: [EnvSetting] {
    guard inputs.settings.contains(where: { $0.value == nil }) else { return inputs.settings }
    let document = try? DotenvDocument(parsing: inputs.envFile.content)
    return inputs.settings.map { setting in
      var setting = setting
      setting.value = setting.value ?? document?.value(of: setting.variable)
      return setting
    }
  }

  /// Takes a secret out wherever it stands, in comments too.
  private func without(
    _ secret: EnvSetting,
    _ document: DotenvDocument
  ) throws(DotenvError) -> DotenvDocument {
    guard let value = secret.value, !value.isEmpty else { return document }
    let holds = document.assignments(of: secret.variable).contains { $0.value == value }
    let emptied = holds ? try document.setting(secret.variable, to: Secret("")) : document
    // Shorter values may be part of an ordinary word.
    guard value.length >= 16 else { return emptied }
    return try emptied.removing(Array(value.reveal().utf8))
  }

  private func withScopes(_ document: DotenvDocument) throws(DotenvError) -> DotenvDocument {
    let old = document.directive(Self.directiveName)?.split { " \t,".contains($0) }
    let isSame = Set(old ?? []) == Set(inputs.wantedScopes.map { $0[...] })
    guard !isSame || (old == nil && !inputs.wantedScopes.isEmpty) else { return document }
    let variables = inputs.settings.map(\.variable)
    return try document.settingDirective(
      Self.directiveName,
      to: inputs.wantedScopes.joined(separator: " "),
      above: document.names.first { variables.contains($0) } ?? variables.first ?? ""
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
