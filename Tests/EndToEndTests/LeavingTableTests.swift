import Glibc
import TestSupport
import Testing

/// Every way out from every place: the terminal as it was, the exit code as promised, and a last line
/// that is true about the files.
@Suite(.alone) struct LeavingTableTests {
  /// What makes a person's program end.
  enum WayOut: String, CaseIterable {
    case ctrlC = "Ctrl-C"
    case ctrlBackslash = "Ctrl-Backslash"
    case interrupt = "SIGINT"
    case terminate = "SIGTERM"
    case hangUp = "SIGHUP"
    case quit = "SIGQUIT"
    case closed = "the terminal closed"

    var signal: Int32? {
      switch self {
      case .interrupt: SIGINT
      case .terminate: SIGTERM
      case .hangUp: SIGHUP
      case .quit: SIGQUIT
      case .ctrlC, .ctrlBackslash, .closed: nil
      }
    }

    func code(at stage: LeavingStage) -> Int32 {
      switch self {
      case .ctrlC, .interrupt: stage.interruptCode
      case .ctrlBackslash, .quit: 128 + SIGQUIT
      case .terminate: 128 + SIGTERM
      case .hangUp, .closed: 128 + SIGHUP
      }
    }
  }

  @Test(arguments: LeavingStage.all)
  func `every way out leaves no mess and says the truth`(stage: LeavingStage) async throws {
    try await ScratchProject.with(git: false) { scratch in
      let runs = try WayOut.allCases.map { way in
        (way, try LeavingRun(stage, "\(way)", in: scratch))
      }
      // Side by side they get ready while the first one is looked at.
      for (_, run) in runs { try run.start() }
      for (way, run) in runs {
        let name = "\(stage.testDescription), \(way.rawValue)"
        try run.walk()
        switch way {
        case .ctrlC: try run.terminal.write("\u{3}")
        case .ctrlBackslash: try run.terminal.write("\u{1C}")
        case .closed: run.terminal.hangUp()
        case .interrupt, .terminate, .hangUp, .quit:
          if let signal = way.signal { run.terminal.send(signal: signal) }
        }
        let end = try run.terminal.waitForExit()
        #expect(end == .code(way.code(at: stage)), "\(name)")
        way == .closed ? try run.expectFiles(name) : try run.expectClean(name)
      }
    }
  }

  @Test(arguments: LeavingStage.all)
  func `Ctrl-Z lends the terminal to the shell, and fg goes on at the same place`(
    stage: LeavingStage
  ) async throws {
    try await ScratchProject.with(git: false) { scratch in
      let run = try LeavingRun(stage, "job", in: scratch)
      let modes = try run.startInShell()
      try run.walk()
      try run.after({ try run.terminal.write("\u{1A}") }, expect: "Stopped")
      try run.terminal.waitForOutput("ready> ")
      #expect(run.terminal.modes() == modes)
      #expect(run.screenProblem == nil)
      let place = try #require(stage.way.last?.seen)
      try run.after({ try run.terminal.write("fg\n") }, expect: place)
      try run.after({ try run.terminal.write("\u{3}") }, expect: "\(stage.lastLine)\r\n")
      try run.after(
        { try run.terminal.write("echo code $?\n") },
        expect: "code \(stage.interruptCode)\r\n"
      )
      #expect(run.terminal.modes() == modes)
      try run.expectFiles(stage.testDescription)
      try run.terminal.write("exit\n")
      #expect(try run.terminal.waitForExit() == .code(0))
    }
  }

  @Test(arguments: LeavingStage.all.filter { $0.isLines || $0.testDescription == "project" })
  func `kill ends it while it is stopped`(stage: LeavingStage) async throws {
    try await ScratchProject.with(git: false) { scratch in
      let run = try LeavingRun(stage, "job", in: scratch)
      let modes = try run.startInShell()
      try run.walk()
      try run.after({ try run.terminal.write("\u{1A}") }, expect: "Stopped")
      let waiting = "while [ -n \"$(jobs -s)$(jobs -r)\" ]; do :; done; wait %1; echo code $?"
      try run.after({ try run.terminal.write("kill %1; \(waiting)\n") }, expect: "code 143\r\n")
      #expect(run.terminal.text.contains("\(stage.lastLine)\r\n"))
      #expect(run.terminal.modes() == modes)
      try run.expectFiles(stage.testDescription)
    }
  }
}
