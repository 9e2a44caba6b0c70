import Ground
import SetupCore
import SetupRuntime
import Synchronization
import SystemPackage
import TestSupport
import Testing

/// Fails and stops a whole run, from the first look to the last file, at each of its system calls.
@Suite(.alone) struct InterruptedApplyTests {
  /// What an undisturbed run makes of the files, and the calls that it makes.
  private func undisturbed() async throws -> (new: [String: String], calls: [FileCall]) {
    let project = try FaultProject.make()
    let counter = CallCounter()
    let path = project.folder.path
    _ = try await counter.run { try await FaultProject.run(path) }
    #expect(try project.changed() == FaultProject.names)
    var new: [String: String] = [:]
    for name in FaultProject.names { new[name] = try project.text(name) }
    return (new, counter.calls)
  }

  @Test(arguments: [Errno.ioError, .noSpace, .permissionDenied, .notPermitted], [false, true])
  func `an error at any call leaves whole files, and what is said of them is true`(
    reason: Errno,
    goesOn: Bool
  ) async throws {
    let (new, calls) = try await undisturbed()
    #expect(calls.count > 100)
    for position in 1...calls.count {
      // One error is tried at every call, the others where a run can differ by them.
      if reason != .ioError || goesOn, Self.looking.contains(calls[position - 1]) { continue }
      let project = try FaultProject.make()
      let path = project.folder.path
      let counter = CallCounter(at: position, goesOn ? .errors(reason) : .error(reason))
      let place = Comment(rawValue: "call \(position), \(calls[position - 1])")
      var report = ApplyReport()
      do {
        report = try await counter.run { try await FaultProject.run(path) }
        #expect(try project.changed() == FaultProject.names, place)
      } catch let failure as ApplyFailure {
        report = failure.report
        #expect(!failure.message.isEmpty && !failure.remedy.isEmpty)
      } catch {
        #expect(error is ProjectError || error is PlanError, place)
      }
      #expect(try Set(report.written) == Set(project.changed()), place)
      try project.confirmWhole(new, place)
      if let id = report.undo {
        try await project.confirmUndone(id, place)
      } else if !report.written.isEmpty {
        #expect(!report.remarks.isEmpty, place)
      }
    }
  }

  /// Calls that change nothing: to be stopped before one is to be stopped before the next change.
  private static let looking: [FileCall] = [
    .read, .status, .readLink, .realPath, .access, .list, .close, .open,
  ]

  @Test func `SIGKILL at any call leaves whole files, and the next run cleans up`() async throws {
    let (new, calls) = try await undisturbed()
    for position in 1...calls.count where !Self.looking.contains(calls[position - 1]) {
      let project = try FaultProject.make()
      await #expect(processExitsWith: .signal(9)) {
        [position = position as Int, path = project.folder.path as String] in
        let counter = CallCounter(at: position, .kill)
        _ = try await counter.run { try await FaultProject.run(path) }
      }
      for name in try project.folder.leftovers(in: "project") {
        let text = try project.text(name)
        guard text.contains(FaultProject.token.reveal()) else { continue }
        #expect(try Disk.mode(project.folder["project/\(name)"]) & 0o077 == 0)
      }
      let changed = try project.changed()
      let place = Comment(rawValue: "call \(position), \(calls[position - 1])")
      try project.confirmWhole(new, place)
      if !changed.isEmpty {
        // What was going to change was written down before.
        let journal = FaultProject.journal(project.folder.path)
        try await project.confirmUndone(try #require(try journal.identifiers().first), place)
      }
    }
  }

  @Test(arguments: [FileFault.error(.interrupted), .short])
  func `signals and short counts change nothing about a run`(fault: FileFault) async throws {
    let (new, _) = try await undisturbed()
    let project = try FaultProject.make()
    let path = project.folder.path
    let count = Mutex(0)
    let calls = FileCalls { _ -> FileFault? in
      count.withLock {
        $0 += 1
        return $0.isMultiple(of: 2) ? fault : nil
      }
    }
    _ = try await FileCalls.$current.withValue(calls) { try await FaultProject.run(path) }
    for name in FaultProject.names { #expect(try project.text(name) == new[name]) }
  }
}
