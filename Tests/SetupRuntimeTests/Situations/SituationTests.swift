import AttioSandbox
import SetupCore
import TestSupport
import Testing

/// One table of situations: the full screen, the line mode, `apply` and `status` come to the same
/// verdict, the same first line, the same exit code, the same remedy and the same files.
@Suite(.alone) struct SituationTests {
  @Test func `the table is large and names each situation once`() {
    let names = Situation.table.map(\.name)
    #expect(names.count >= 40)
    #expect(Set(names).count == names.count)
  }

  @Test(.timeLimit(.minutes(60)), arguments: Situation.table)
  func `every face says the same`(situation: Situation) async throws {
    let sandbox = try await Sandbox().start()
    do {
      try await compare(SituationStage(situation: situation, sandbox: sandbox))
    } catch {
      await sandbox.stop()
      throw error
    }
    await sandbox.stop()
  }

  private func compare(_ stage: SituationStage) async throws {
    let situation = stage.situation
    let screen = try await stage.wizard(.screen)
    let lines = try await stage.wizard(.lines)
    let (apply, status) = try await stage.apply()
    #expect(lines == screen, "line mode and full screen")
    switch situation.end {
    case .refused(let code):
      #expect(apply.exitCode == code)
      #expect(apply.verdict == nil)
      #expect(screen.verdict == nil)
      #expect(screen.exitCode != ExitStatus.good)
      #expect(status.exitCode != ExitStatus.good || situation.isFineAsItIs)
    case .written(let verdict, let headline):
      #expect(apply.verdict == verdict)
      #expect(apply.headline == headline)
      #expect(apply.exitCode == verdict.exitCode)
      let isPraise = headline.hasPrefix("Connected to") && !headline.contains(", but")
      #expect(isPraise == (verdict == .good))
      #expect(screen.verdict == apply.verdict)
      #expect(screen.exitCode == apply.exitCode)
      #expect(status.verdict == apply.verdict)
      #expect(status.exitCode == apply.exitCode)
      if !situation.isProposed {
        #expect(screen.headline == apply.headline)
        #expect(screen.remedy == apply.remedy)
        #expect(screen.files == apply.files)
      }
      if !situation.isOverridden {
        #expect(status.headline == apply.headline)
        #expect(status.remedy == apply.remedy)
      }
    }
  }
}
