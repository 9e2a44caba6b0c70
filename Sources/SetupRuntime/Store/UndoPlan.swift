package import Ground
package import SetupCore

/// What an undo will do, worked out from the files as they are now.
package struct UndoPlan: Equatable, Sendable {
  /// What happens to one file.
  package enum Action: Equatable, Sendable {
    /// The old bytes and permission bits come back.
    case restore(FileContent, mode: UInt32)
    /// The file was made by the run and goes away.
    case remove
    /// The file is as it was before the run already.
    case nothing
    /// The file is left alone; why, as a sentence for the user.
    case refuse(String)
  }

  /// One file of the run.
  package struct Step: Equatable, Sendable {
    /// The absolute path.
    package var path: String
    /// What happens to it.
    package var action: Action
    /// The file as it is now.
    package var now: FileSnapshot
    /// What the run wrote it for; nil where this program does not know.
    package var purpose: PlanEntry.ID?
    /// Whether the file could not be looked at, so that nothing is known of it.
    package var isUnread = false

    /// Why the file is left alone; nil where it is not.
    package var refusal: String? {
      if case .refuse(let reason) = action { reason } else { nil }
    }

    /// Whether anything happens to the file.
    package var changesSomething: Bool { refusal == nil && action != .nothing }
  }

  /// The record that it is worked out from.
  let record: UndoRecord
  /// Whether files outside of the project may be written, to which links in it lead.
  let followsLinks: Bool
  /// The files, the last one written first.
  package internal(set) var steps: [Step]
  /// Whether git's index is left as it is, since the env file that it would hold is.
  let keepsIndex: Bool

  /// The run that is undone.
  package var id: String { record.id }
  /// The folder of the project.
  package var directory: String { record.directory }

  /// Whether a file was changed since, so that not all can be as it was before.
  package var isBlocked: Bool { steps.contains { $0.refusal != nil } }

  /// Whether there is anything that can be done without losing a change made since.
  package var hasSafePart: Bool {
    steps.contains(where: \.changesSomething) || indexedName != nil
  }

  /// A file's path as it is told in the project.
  package func name(of step: Step) -> String { ProjectPath.relative(step.path, to: directory) }

  /// Where a link in the project leads to a file outside of it; nil for a file inside.
  package func outside(_ step: Step) -> String? {
    let place = step.now.truePath
    return ProjectPath.isInside(place, of: ProjectPath.folder(directory)) ? nil : place
  }

  /// The env file whose entry in git's index comes back; nil for none.
  package var indexedName: String? { keepsIndex ? nil : record.head.index?.name }
}

extension UndoRecord {
  /// Works out what an undo would do now.
  ///
  /// - Parameter followsLinks: Whether files outside of the project may be written, to which links in
  ///   it lead and led when the run wrote them.
  /// - Returns: The plan.
  package func plan(followingLinks followsLinks: Bool = false) -> UndoPlan {
    var steps = zip(head.files, contents).reversed().map { step(for: $0, $1, followsLinks) }
    let isSecretLeft = steps.contains { $0.purpose?.isSecret == true && $0.refusal != nil }
    for index in steps.indices where isSecretLeft {
      guard steps[index].purpose == .ignoreRules, steps[index].changesSomething else { continue }
      let name = ProjectPath.relative(steps[index].path, to: directory)
      steps[index].action = .refuse(UndoPlan.Step.keepsSecretHidden(name))
    }
    return UndoPlan(
      record: self,
      followsLinks: followsLinks,
      steps: steps,
      keepsIndex: isSecretLeft
    )
  }

  private func step(
    for file: UndoHead.File,
    _ old: FileContent,
    _ followsLinks: Bool
  ) -> UndoPlan.Step {
    let purpose = PlanEntry.ID(rawValue: file.purpose)
    do throws(FileReadError) {
      let now = try FileReader.snapshot(of: file.path)
      let action = action(for: file, old, now: now, followsLinks)
      return UndoPlan.Step(path: file.path, action: action, now: now, purpose: purpose)
    } catch {
      let now = FileSnapshot(path: file.path, kind: .other)
      let action = UndoPlan.Action.refuse(error.message)
      return UndoPlan.Step(
        path: file.path,
        action: action,
        now: now,
        purpose: purpose,
        isUnread: true
      )
    }
  }

  private func action(
    for file: UndoHead.File,
    _ old: FileContent,
    now: FileSnapshot,
    _ followsLinks: Bool
  ) -> UndoPlan.Action {
    let name = ProjectPath.relative(file.path, to: directory)
    guard now.truePath == file.place else {
      return .refuse("\(name) leads to another file than before, so it is left as it is.")
    }
    if !followsLinks, !ProjectPath.isInside(file.place, of: ProjectPath.folder(directory)) {
      return .refuse(
        "\(name) leads out of the project, to \(file.place). Undo this in a terminal, which asks."
      )
    }
    return switch (now.kind, file.mode) {
    case (.missing, nil): .nothing
    case (.file, let mode?) where now.content == old:
      now.mode == mode ? .nothing : .restore(old, mode: mode)
    case (.missing, _): .refuse("\(name) was removed after the run, so it is not put back.")
    case (.file, let mode): changed(file, now, mode.map { .restore(old, mode: $0) } ?? .remove)
    default: .refuse("\(name) is no file any more, so it is left as it is.")
    }
  }

  /// What happens to a file that is not as before the run: `back`, where it is as the run left it.
  private func changed(
    _ file: UndoHead.File,
    _ now: FileSnapshot,
    _ back: UndoPlan.Action
  ) -> UndoPlan.Action {
    let name = ProjectPath.relative(file.path, to: directory)
    do throws(Digest.Missing) {
      if file.written.contains(try ContentMark(of: now.content)) { return back }
      return .refuse("\(name) was changed after the run, so it is left as it is.")
    } catch {
      return .refuse(
        "\(name) is left as it is: without libcrypto (libssl3) a change since the run can't be told."
      )
    }
  }
}

extension PlanEntry.ID {
  /// Whether the entry's file holds a secret.
  var isSecret: Bool { self == .envFile || self == .tightenMode }
}

extension FileSnapshot {
  /// The path of the file itself: every link followed, those of its folders too.
  var truePath: String { place?.path ?? ProjectPath.place(of: resolvedPath) }
}

extension UndoPlan.Step {
  /// Why an ignore file stays where the env file does.
  static func keepsSecretHidden(_ name: String) -> String {
    "\(name) keeps the env file out of git, so it is left as it is."
  }

  /// The change of the file as a difference; empty where its bytes stay.
  ///
  /// - Parameter directory: The project's folder, for the path in the headers.
  /// - Returns: The difference, every value masked in all but the files that can hold none.
  package func diff(in directory: String) -> UnifiedDiff {
    let after: FileContent?
    switch action {
    case .restore(let content, _): after = content
    case .remove: after = nil
    case .nothing, .refuse: return UnifiedDiff(lines: [])
    }
    let masking: UnifiedDiff.Masking =
      purpose == .ignoreRules || purpose?.isOwnFile == true ? .none : .envFile([])
    let name = ProjectPath.relative(path, to: directory)
    return .between(now.content, after, path: name, masking: masking)
  }
}
