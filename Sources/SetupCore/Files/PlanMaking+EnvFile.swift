import Ground

extension PlanMaker {
  /// Why the secret may not be written: git would commit it, or might; nil where it may.
  private var reasonToHoldBack: String? {
    if inputs.gitRefusal != nil { return unknownNote }
    return inputs.git.isEnvFileTracked && !inputs.untrack ? trackedNote : nil
  }

  private var secret: String { inputs.purpose.secretNoun }

  /// Takes a tracked env file out of git's index; nil where git does not track it.
  func untrack() -> PlanEntry? {
    guard inputs.git.isEnvFileTracked else { return nil }
    return PlanEntry(
      id: .untrack,
      path: inputs.envFileName,
      action: .change,
      mode: inputs.envFile.mode,
      before: inputs.envFile,
      after: inputs.envFile.content,
      notes: [
        "Does what \(untrackCommand) does: the file stays on disk, the next commit removes it from the "
          + "repository.",
        "What was committed before stays in the history: make a new \(secret) "
          + "where one ever stood there.",
      ],
      isOn: inputs.untrack,
      isSwitchable: false
    )
  }

  /// Sets the variables.
  func envFile() throws(PlanError) -> PlanEntry {
    let document = try document(inputs.envFile, path: inputs.envFileName)
    let edited = try edit(document)
    var entry = entry(
      .envFile,
      of: inputs.envFile,
      FileChange(
        path: inputs.envFileName,
        after: edited.content,
        modeWhenNew: 0o600,
        masking: masking,
        documents: [document, edited],
        notes: envFileNotes(document)
      )
    )
    if let reason = reasonToHoldBack {
      entry.isOn = false
      entry.isSwitchable = false
      entry.notes.append(reason)
    }
    return entry
  }

  /// Offers to shut out other users; nil where the file is private or new.
  func tightenMode(after content: FileContent) -> PlanEntry? {
    guard inputs.envFile.kind == .file, inputs.envFile.mode & 0o077 != 0 else { return nil }
    let mode = PermissionBits.octal(inputs.envFile.mode)
    // Through a link that leads outside the mode is not changed either.
    let risks = risks(.tightenMode, path: inputs.envFileName, inputs.envFile)
    var entry = PlanEntry(
      id: .tightenMode,
      path: inputs.envFileName,
      action: .change,
      mode: 0o600,
      before: inputs.envFile,
      after: content,
      notes: ["Other users of this machine may open the file (mode \(mode)); 0600 shuts them out."],
      isOn: inputs.consent.tightens && risks.isEmpty,
      isSwitchable: !inputs.consent.tightens && risks.isEmpty
    )
    entry.risks = risks
    return entry
  }

  /// Says why the secret is not written to a file that git may track.
  private var unknownNote: String {
    let name = DisplayText.visible(inputs.envFileName.utf8)
    return "Git did not say whether it tracks \(name), so the \(secret) is not written into it."
  }

  /// Says why the secret is not written to a file that git tracks.
  var trackedNote: String {
    let rule = TrackedFile.fact(inputs.envFileName, holding: "the \(secret)")
    return inputs.untrack
      ? "\(rule) It is taken out of git's index before the \(secret) is written."
      : "\(rule) The \(secret) is not written until \(untrackCommand) has taken it out of git's "
        + "index."
  }

  /// Reads a file as a document.
  func document(_ file: FileSnapshot, path: String) throws(PlanError) -> DotenvDocument {
    do {
      return try DotenvDocument(parsing: file.content)
    } catch {
      throw .envFile(path: path, error)
    }
  }

  private var untrackCommand: String { TrackedFile.command(inputs.envFileName) }

  private func edit(_ document: DotenvDocument) throws(PlanError) -> DotenvDocument {
    var edited = document
    for setting in inputs.settings {
      edited = try edit(edited, setting)
    }
    return edited
  }

  private func edit(
    _ document: DotenvDocument,
    _ setting: EnvSetting
  ) throws(PlanError) -> DotenvDocument {
    guard let value = setting.value else {
      guard document.value(of: setting.variable)?.isEmpty == false else {
        throw .tokenMissing(
          path: inputs.envFileName,
          variable: setting.variable,
          kind: setting.kind
        )
      }
      return document
    }
    let values = document.assignments(of: setting.variable).compactMap(\.value)
    let kept = values.lazy.filter { $0 != value }
      .compactMap { SecretReference.of($0.reveal()) }.first(where: \.isKept)
    if let kept, !inputs.replacesReference {
      throw .reference(path: inputs.envFileName, variable: setting.variable, kept)
    }
    do {
      return try document.setting(setting.variable, to: value)
    } catch {
      throw .envFile(path: inputs.envFileName, error, of: setting.kind)
    }
  }

  private func envFileNotes(_ document: DotenvDocument) -> [String] {
    inputs.settings.compactMap { setting in
      let lines = document.assignments(of: setting.variable).map(\.line)
      guard lines.count > 1, setting.value != nil else { return nil }
      let places = lines.map(String.init).joined(separator: ", ")
      return "\(setting.variable) stands in lines \(places). Each gets the value, because some "
        + "programs take the first and some the last."
    }
  }
}
