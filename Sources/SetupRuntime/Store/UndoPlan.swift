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
  }

  /// The run that is undone.
  package var id: String
  /// The files, the last one written first.
  package var steps: [Step]
  var index: UndoRecord.Index?
}

extension UndoRecord {
  /// Works out what an undo would do now.
  package func plan() -> UndoPlan {
    UndoPlan(id: id, steps: files.reversed().map(Self.step), index: index)
  }

  private static func step(for file: File) -> UndoPlan.Step {
    do throws(FileReadError) {
      let now = try FileReader.snapshot(of: file.path)
      return UndoPlan.Step(path: file.path, action: action(for: file, now: now), now: now)
    } catch {
      let now = FileSnapshot(path: file.path, kind: .other)
      return UndoPlan.Step(path: file.path, action: .refuse(error.message), now: now)
    }
  }

  private static func action(for file: File, now: FileSnapshot) -> UndoPlan.Action {
    switch (now.kind, file.mode) {
    case (.missing, nil):
      return .nothing
    case (.file, let mode?) where now.content == file.oldContent:
      return now.mode == mode ? .nothing : .restore(file.oldContent, mode: mode)
    case (.file, let mode) where file.written == ContentMark(of: now.content):
      return mode.map { .restore(file.oldContent, mode: $0) } ?? .remove
    case (.missing, _):
      return .refuse("\(file.path) was removed after the run, so it is not put back.")
    default:
      return .refuse("\(file.path) was changed after the run, so it is left as it is.")
    }
  }
}
