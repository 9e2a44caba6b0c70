import SetupCore
import TestSupport
import Testing

/// What keeps a plan from being carried out, by one rule for every face.
struct PlanObstacleTests {
  @Test func `a file that cannot be written stops every face`() {
    let blocked = Sample.report(writability: [WriteTarget(name: ".env", problem: "It is locked.")])
    #expect(PlanObstacle.unwritable(blocked)?.name == ".env")
    #expect(throws: SetupError.self) { try PlanObstacle.confirmWritable(blocked) }
    #expect(PlanObstacle.unwritable(Sample.report()) == nil)
  }

  @Test func `an env file that cannot be edited stops every face`() {
    let report = Sample.report(
      envFiles: [EnvFileReport(name: ".env", assignments: 0, problem: "It is a folder.")]
    )
    #expect(PlanObstacle.unwritable(report)?.problem == "It is a folder.")
  }

  @Test func `a tracked env file stops until somebody allows to take it out`() throws {
    #expect(PlanObstacle.tracked(Sample.trackedPlan)?.path == ".env")
    let failure = #expect(throws: SetupError.self) {
      try PlanObstacle.confirmUntracked(Sample.trackedPlan)
    }
    #expect(failure?.name == "tracked_env_file" && failure?.exitCode == ExitStatus.actionNeeded)
    var allowed = Sample.trackedPlan
    allowed.entries[0].isOn = true
    #expect(PlanObstacle.tracked(allowed) == nil)
    try PlanObstacle.confirmUntracked(allowed)
    #expect(PlanObstacle.tracked(nil) == nil)
  }
}
