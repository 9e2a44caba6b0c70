import Glibc
import SetupCore
import TerminalUI

/// Runs the probe; a test reads its reports at the descriptor that `PROBE_REPORT` names.
@main
enum TerminalProbe {
  static func main() {
    let report = environment("PROBE_REPORT").flatMap { Int32($0) } ?? -1
    let options = TerminalOptions(
      terminalType: environment("TERM") ?? "",
      color: environment("NO_COLOR") == nil ? .whereAvailable : .never,
      mouse: environment("NO_MOUSE") == nil ? .whereKnown : .never,
      multiplexer: environment("TMUX") != nil ? .tmux : environment("STY") != nil ? .screen : .none
    )
    // A second session in one process begins like the first.
    let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1
    var ending: ProbeProgram.Ending?
    for _ in 0..<runs { ending = run(options, report: report) }
    exit(exitCode(ending))
  }

  private static func run(_ options: TerminalOptions, report: Int32) -> ProbeProgram.Ending? {
    do {
      let state = try EventLoop.run(ProbeProgram.program, from: .init(), options: options) {
        effect,
        post in
        perform(effect, report: report, post: post)
      }
      print("ended: \(state.ending.map { "\($0)" } ?? "nothing")")
      return state.ending
    } catch {
      print("no full screen: \(error)")
      exit(3)
    }
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func exitCode(_ ending: ProbeProgram.Ending?) -> Int32 {
    switch ending {
    case .interrupted: 130
    case .signal(let number): 128 + number
    case .finished, nil: 0
    case .endOfInput: 1
    }
  }

  private static func perform(
    _ effect: ProbeProgram.Effect,
    report: Int32,
    post: @escaping @Sendable (ProbeProgram.Event) -> Void
  ) {
    switch effect {
    case .report(let line): writeLine(line, to: report)
    case .crash(let crash): self.crash(crash)
    case .blockLoop: while true { pause() }
    case .hang: Task { @concurrent in while true { pause() } }
    case .post(let count):
      for _ in 0..<count { Task { @concurrent in post(.posted) } }
    case .copy(let text): writeLine("not copied: \(text)", to: report)
    case .stop: kill(getpid(), SIGSTOP)
    case .strayOutput:
      writeLine("stray error", to: STDERR_FILENO)
      writeLine("stray output", to: STDOUT_FILENO)
    }
  }

  private static func writeLine(_ line: String, to descriptor: Int32) {
    let bytes = Array((line + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  private static func crash(_ crash: ProbeProgram.Crash) {
    switch crash {
    case .segmentationFault:
      UnsafeMutableRawPointer(bitPattern: 8)?.storeBytes(of: 1, as: Int.self)
    case .abort: abort()
    case .trap: preconditionFailure("the probe was told to trap")
    case .exit: exit(7)
    case .stackOverflow: writeLine("\(deepen(1))", to: STDERR_FILENO)
    }
  }

  private static func deepen(_ depth: Int) -> Int { depth == 0 ? 0 : 1 + deepen(depth + 1) }
}
