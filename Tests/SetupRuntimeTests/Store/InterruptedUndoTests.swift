import Ground
import SetupCore
import SetupRuntime
import SystemPackage
import TestSupport
import Testing

/// Fails and stops an undo at each of its system calls, from the search for the record on.
@Suite(.alone) struct InterruptedUndoTests {
  /// A project after a run that wrote the token and a client, and how to come back to that.
  private struct Applied: ~Copyable {
    let project: FaultProject
    private let tree: FileTree
    let new: [String: String]

    static func make() async throws -> Applied {
      let project = try FaultProject.make()
      let path = project.folder.path
      let run = try await FaultProject.run(path)
      _ = try await FaultProject.writeClient(path, after: run.undo)
      #expect(try FaultProject.journal(path).identifiers().count == 1)
      var new: [String: String] = [:]
      for name in FaultProject.names + [FaultProject.client] { new[name] = try project.text(name) }
      return Applied(project: project, tree: try FileTree(of: path), new: new)
    }

    func restore() throws { try tree.restore(project.folder.path) }

    /// The files that are no longer as the run left them.
    func undone() throws -> Set<String> {
      let now = try FileTree(of: project.folder.path)
      return Set(new.keys.filter { !now.has("project/\($0)", as: tree) })
    }
  }

  private func sweep(_ applied: borrowing Applied) async throws -> FaultSweep {
    let counter = CallCounter()
    let path = applied.project.folder.path
    let report = try await counter.run { try await FaultProject.undo(path) }
    #expect(report.isComplete && report.changed.count == 4)
    #expect(try applied.project.changed() == [])
    #expect(try FaultProject.journal(path).identifiers() == [])
    #expect(counter.calls.count > 100)
    return FaultSweep(calls: counter.calls)
  }

  @Test(arguments: FaultSweep.faults)
  func `an error at any call leaves whole files, true words and a second undo`(
    fault: FaultSweep.Fault
  ) async throws {
    let applied = try await Applied.make()
    let path = applied.project.folder.path
    let sweep = try await sweep(applied)
    for position in sweep.positions(of: fault) {
      try applied.restore()
      let place = sweep.place(position)
      let counter = CallCounter(at: position, fault.event)
      do {
        let report = try await counter.run { try await FaultProject.undo(path) }
        let said = Set(report.changed.map { String($0.dropFirst("\(path)/project/".count)) })
        #expect(try said == applied.undone(), place)
        #expect(report.isComplete || !report.remarks.isEmpty, place)
        if report.isComplete { #expect(try applied.project.changed() == [], place) }
        // What could only not be looked at again is not called unlike before.
        if try applied.project.changed() == [] {
          #expect(!report.remarks.contains { $0.contains("is not as it was") }, place)
        }
      } catch let error as UndoError {
        #expect(try applied.undone() == [], place)
        #expect(error.message.contains(Errno(rawValue: fault.code).description), place)
      }
      try applied.project.confirmWhole(applied.new, place)
      try await confirmFinished(applied, place)
    }
  }

  @Test func `after SIGKILL at any call a second undo finishes`() async throws {
    let applied = try await Applied.make()
    let sweep = try await sweep(applied)
    for position in sweep.changes {
      try applied.restore()
      await #expect(processExitsWith: .signal(9)) {
        [position = position as Int, path = applied.project.folder.path as String] in
        let counter = CallCounter(at: position, .kill)
        _ = try await counter.run { try await FaultProject.undo(path) }
      }
      try applied.project.confirmWhole(applied.new, sweep.place(position))
      try await confirmFinished(applied, sweep.place(position))
    }
  }

  @Test(arguments: FaultSweep.disturbances)
  func `signals and short counts change nothing about an undo`(fault: FileFault) async throws {
    let applied = try await Applied.make()
    let path = applied.project.folder.path
    let report = try await FaultSweep.disturbing(by: fault) { try await FaultProject.undo(path) }
    #expect(report.isComplete && report.remarks.isEmpty)
    #expect(try applied.project.changed() == [])
    #expect(try FaultProject.journal(path).identifiers() == [])
  }

  /// Undoes what is left to be undone; then nothing of the run is there any more.
  private func confirmFinished(_ applied: borrowing Applied, _ place: Comment) async throws {
    let path = applied.project.folder.path
    if try FaultProject.journal(path).identifiers() != [] {
      let report = try await FaultProject.undo(path)
      #expect(report.isComplete, place)
    }
    #expect(try applied.project.changed() == [], place)
    #expect(!Disk.exists("\(path)/project/src"), place)
    #expect(try FaultProject.journal(path).identifiers() == [], place)
  }
}
