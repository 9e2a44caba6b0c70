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

    /// Why the file is left alone; nil where it is not.
    package var refusal: String? {
      if case .refuse(let reason) = action { reason } else { nil }
    }

    /// Whether anything happens to the file.
    package var changesSomething: Bool { refusal == nil && action != .nothing }
  }

  /// The run that is undone.
  package var id: String
  /// The folder of the project.
  package var directory: String
  /// The files, the last one written first.
  package var steps: [Step]
  var index: UndoRecord.Index?
  var folders: [String]

  /// Whether a file was changed since, so that not all can be as it was before.
  package var isBlocked: Bool { steps.contains { $0.refusal != nil } }

  /// Whether there is anything that can be done without losing a change made since.
  package var hasSafePart: Bool { steps.contains(where: \.changesSomething) || index != nil }

  /// A file's path as it is told in the project.
  package func name(of step: Step) -> String { ProjectPath.relative(step.path, to: directory) }

  /// The env file whose entry in git's index comes back; nil for none.
  package var indexedName: String? { index?.name }
}

extension UndoRecord {
  /// Works out what an undo would do now.
  package func plan() -> UndoPlan {
    UndoPlan(
      id: id,
      directory: directory,
      steps: files.reversed().map(step),
      index: index,
      folders: folders
    )
  }

  private func step(for file: File) -> UndoPlan.Step {
    let purpose = PlanEntry.ID(rawValue: file.purpose)
    do throws(FileReadError) {
      let now = try FileReader.snapshot(of: file.path)
      let action = action(for: file, now: now)
      return UndoPlan.Step(path: file.path, action: action, now: now, purpose: purpose)
    } catch {
      let now = FileSnapshot(path: file.path, kind: .other)
      let action = UndoPlan.Action.refuse(error.message)
      return UndoPlan.Step(path: file.path, action: action, now: now, purpose: purpose)
    }
  }

  private func action(for file: File, now: FileSnapshot) -> UndoPlan.Action {
    let name = ProjectPath.relative(file.path, to: directory)
    return switch (now.kind, file.mode) {
    case (.missing, nil): .nothing
    case (.file, let mode?) where now.content == file.oldContent:
      now.mode == mode ? .nothing : .restore(file.oldContent, mode: mode)
    case (.file, let mode) where file.written.contains(ContentMark(of: now.content)):
      mode.map { .restore(file.oldContent, mode: $0) } ?? .remove
    case (.missing, _): .refuse("\(name) was removed after the run, so it is not put back.")
    default: .refuse("\(name) was changed after the run, so it is left as it is.")
    }
  }
}

extension UndoPlan.Step {
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
      purpose == .ignoreRules || purpose?.isStarterClient == true ? .none : .envFile([])
    let name = ProjectPath.relative(path, to: directory)
    return .between(now.content, after, path: name, masking: masking)
  }
}
