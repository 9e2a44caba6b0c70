import SetupRuntime
import TestSupport
import Testing

/// What measures is itself tested, without a figure: whether it sees a frame, a key's bytes, a missed goal.
@Suite(.alone) struct BenchmarkHarnessTests {
  @Test func `the harness of the benchmarks sees what it should`() async throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let answer = try await ToolRunner().run(
      ToolRequest(
        "python3",
        ["-B", "-m", "unittest"],
        directory: "\(root)/Benchmarks",
        environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"],
        timeLimit: .seconds(60)
      )
    )
    #expect(answer.status == .exited(0), "\(answer.errorText)")
    #expect(answer.errorText.hasSuffix("OK"))
  }
}
