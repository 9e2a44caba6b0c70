import SetupRuntime
import SystemPackage
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@Suite(.alone, .timeLimit(.minutes(60)))
struct ToolRunnerTests {
  private let environment = ["PATH": String(cString: getenv("PATH")), "ONLY": "this"]

  private func shell(_ script: String) -> ToolRequest {
    ToolRequest("sh", ["-c", script], environment: environment)
  }

  private func error(of request: ToolRequest) async -> ToolError? {
    do throws(ToolError) {
      _ = try await ToolRunner().run(request)
      return nil
    } catch {
      return error
    }
  }

  @Test func `passes input, folder and only the named variables`() async throws {
    let folder = try TemporaryFolder()
    var request = shell("cat; pwd; echo $ONLY$HOME; echo words >&2; exit 3")
    request.input = Array("in\n".utf8)
    request.directory = folder.path
    let answer = try await ToolRunner().run(request)
    #expect(answer.status == .exited(3))
    #expect(answer.text == "in\n\(folder.path)\nthis")
    #expect(answer.errorText == "words")
  }

  @Test func `survives a program that does not read its input`() async throws {
    var request = shell("exec true")
    request.input = [UInt8](repeating: 65, count: 60_000)
    for _ in 0..<20 { #expect(try await ToolRunner().run(request).isSuccess) }
  }

  @Test func `refuses more input than fits`() async throws {
    var request = shell("cat")
    request.input = [UInt8](repeating: 65, count: 2_000_000)
    #expect(await error(of: request) == ToolError.tooMuchInput(program: "sh"))
  }

  @Test func `names a missing program and a missing folder`() async throws {
    let missing = ToolRequest("attio-setup-no-such-program", environment: environment)
    #expect(await error(of: missing) == ToolError.missing(program: missing.program))
    var request = shell("true")
    request.directory = "/nowhere/at/all"
    #expect(await error(of: request) == ToolError.noFolder("/nowhere/at/all"))
  }

  @Test func `ends a program that takes too long or writes too much`() async throws {
    var slow = shell("exec sleep 60")
    slow.timeLimit = .milliseconds(50)
    #expect(await error(of: slow) == ToolError.timedOut(program: "sh"))
    var loud = shell("while :; do echo yyyyyyyyyyyyyyyy; done")
    loud.outputLimit = 10_000
    #expect(await error(of: loud) == ToolError.tooMuchOutput(program: "sh", limit: 10_000))
  }

  @Test func `ends the program when the task is cancelled`() async throws {
    let request = shell("exec sleep 60")
    let task = Task { try await ToolRunner().run(request) }
    task.cancel()
    await #expect(throws: ToolError.cancelled) { try await task.value }
  }

  @Test(arguments: [true, false])
  func `ends what the program started only where that is asked for`(all: Bool) async throws {
    let folder = try TemporaryFolder()
    try Disk.check(mkfifo(folder["child"], 0o600))
    // The child holds the pipe open for as long as it runs, and its end is the end of the pipe.
    let reader = open(folder["child"], O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    try Disk.check(reader)
    defer { close(reader) }
    var request = shell("sleep 30 >'\(folder["child"])' & echo $! >'\(folder["pid"])'; wait")
    request.timeLimit = .seconds(1)
    request.endsWithChildren = all
    #expect(await error(of: request) == ToolError.timedOut(program: "sh"))
    let child = try #require(pid_t(folder.text("pid").filter(\.isNumber)))
    var state = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
    let hasEnded = poll(&state, 1, all ? 10_000 : 0) > 0
    #expect(hasEnded == all)
    if !hasEnded { kill(child, SIGKILL) }
  }

  @Test func `stops reading when enough is known`() async throws {
    let request = shell("echo first; exec sleep 60")
    let result = try await ToolRunner().run(request, into: "") { text, piece in
      text += String(decoding: piece, as: UTF8.self)
      return .enough
    }
    #expect(result.state == "first\n")
    #expect(result.answer.status == .stopped)
  }
}
