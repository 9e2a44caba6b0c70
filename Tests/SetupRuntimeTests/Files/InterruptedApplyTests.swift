import Ground
import SetupCore
import SetupRuntime
import SystemPackage
import TestSupport
import Testing

/// Fails and stops a whole run, from the first look to the last file, at each of its system calls.
@Suite(.alone) struct InterruptedApplyTests {
  /// What an undisturbed run makes of the files, and the calls that it makes.
  private func undisturbed() async throws -> (new: [String: String], sweep: FaultSweep) {
    let project = try FaultProject.make()
    let counter = CallCounter()
    let path = project.folder.path
    _ = try await counter.run { try await FaultProject.run(path) }
    #expect(try project.changed() == FaultProject.names)
    var new: [String: String] = [:]
    for name in FaultProject.names { new[name] = try project.text(name) }
    #expect(counter.calls.count > 100)
    return (new, FaultSweep(calls: counter.calls))
  }

  @Test(arguments: FaultSweep.faults)
  func `an error at any call leaves whole files, and what is said of them is true`(
    fault: FaultSweep.Fault
  ) async throws {
    let (new, sweep) = try await undisturbed()
    for position in sweep.positions(of: fault) {
      let project = try FaultProject.make()
      let path = project.folder.path
      let counter = CallCounter(at: position, fault.event)
      let place = sweep.place(position)
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

  @Test func `SIGKILL at any call leaves whole files, and the next run cleans up`() async throws {
    let (new, sweep) = try await undisturbed()
    for position in sweep.changes {
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
      let place = sweep.place(position)
      try project.confirmWhole(new, place)
      if !changed.isEmpty {
        // What was going to change was written down before.
        let journal = FaultProject.journal(project.folder.path)
        try await project.confirmUndone(try #require(try journal.identifiers().first), place)
      }
    }
  }

  @Test(arguments: FaultSweep.disturbances)
  func `signals and short counts change nothing about a run`(fault: FileFault) async throws {
    let (new, _) = try await undisturbed()
    let project = try FaultProject.make()
    let path = project.folder.path
    _ = try await FaultSweep.disturbing(by: fault) { try await FaultProject.run(path) }
    for name in FaultProject.names { #expect(try project.text(name) == new[name]) }
  }
}
