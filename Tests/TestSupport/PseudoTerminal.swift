import Glibc
import Synchronization

/// A terminal without a screen, for running a program as a person's terminal would.
///
/// The program has the terminal as its controlling one and as descriptors 0 to 2. Descriptor 3 is the
/// report: what the program writes there arrives as `reportLines`, and its end is how `waitForExit` learns of
/// the exit without polling. Every wait has a deadline and throws what had arrived by then.
package final class PseudoTerminal {
  /// How a program ended.
  package enum Exit: Equatable, Sendable {
    /// It returned this code.
    case code(Int32)
    /// This signal killed it.
    case signal(Int32)
  }

  /// What a wait did not see in time, and what it saw.
  package struct Timeout: Error, CustomStringConvertible {
    /// What was waited for.
    package let awaited: String
    /// The last output.
    package let output: String
    /// The report so far.
    package let report: [String]

    /// All of it in one text.
    package var description: String {
      "no \(awaited); report \(report), output \(output.debugDescription)"
    }
  }

  /// A call of the system that failed while the terminal was made.
  package struct SystemError: Error {
    /// The name of the call.
    package let call: String
    /// The errno.
    package let reason: Int32
  }

  /// Everything the program wrote to the terminal.
  package private(set) var output: [UInt8] = []
  /// The process, nil before `spawn` and after its end.
  package private(set) var process: Int32?

  private var master: Int32
  private let slave: Int32
  private let path: String
  private var report: Int32 = -1
  private var reportBytes: [UInt8] = []
  private var hasReportEnded = false

  /// Between making a descriptor and marking it private no other test may start a program.
  private static let spawning = Mutex(())

  /// Makes a terminal of a size.
  package init(columns: Int = 80, rows: Int = 24) throws {
    var size = Self.window(columns: columns, rows: rows)
    let (master, slave) = try Self.spawning.withLock { _ in
      var master: Int32 = -1
      var slave: Int32 = -1
      guard openpty(&master, &slave, nil, nil, &size) == 0 else {
        throw SystemError(call: "openpty", reason: errno)
      }
      Self.keepFromChildren(master)
      Self.keepFromChildren(slave)
      return (master, slave)
    }
    self.master = master
    self.slave = slave
    var name = [CChar](repeating: 0, count: 128)
    ttyname_r(slave, &name, name.count)
    path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    _ = fcntl(master, F_SETFL, fcntl(master, F_GETFL, 0) | O_NONBLOCK)
  }

  deinit {
    if let process {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    for descriptor in [master, slave, report] where descriptor >= 0 { close(descriptor) }
  }

  /// The output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// The whole lines that the program has written to descriptor 3.
  package var reportLines: [String] {
    let whole = reportBytes.lastIndex(of: 0x0A).map { reportBytes[..<$0] } ?? []
    return whole.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Starts a program with exactly this environment and every signal at its default.
  package func spawn(
    _ executable: String,
    _ arguments: [String] = [],
    environment: [String: String]
  ) throws {
    try Self.spawning.withLock { _ in
      var pipeEnds: [Int32] = [-1, -1]
      guard pipe(&pipeEnds) == 0 else { throw SystemError(call: "pipe", reason: errno) }
      defer { close(pipeEnds[1]) }
      pipeEnds.forEach(Self.keepFromChildren)
      report = pipeEnds[0]
      process = try spawn(
        [executable] + arguments,
        environment: environment.map { "\($0.key)=\($0.value)" },
        reportEnd: pipeEnds[1]
      )
    }
  }

  private func spawn(
    _ words: [String],
    environment: [String],
    reportEnd: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The pipe's end may be one of 0 to 3 itself, and dup2 onto itself would keep it from the program.
    let spare = fcntl(reportEnd, F_DUPFD, 10)
    defer { close(spare) }
    posix_spawn_file_actions_adddup2(&actions, spare, 3)
    posix_spawn_file_actions_addclose(&actions, spare)
    // The first terminal that a session's leader opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = Self.ownSessionAttributes()
    defer { posix_spawnattr_destroy(&attributes) }
    var child: pid_t = 0
    let result = withCStrings(words) { arguments in
      withCStrings(environment) { environment in
        posix_spawn(&child, words[0], &actions, &attributes, arguments, environment)
      }
    }
    guard result == 0 else { throw SystemError(call: "posix_spawn", reason: result) }
    return child
  }

  private static func ownSessionAttributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID of <spawn.h>, which is shown to GNU sources only.
    let newSession: Int32 = 0x80
    let flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | newSession
    posix_spawnattr_setflags(&attributes, Int16(flags))
    return attributes
  }

  private static func keepFromChildren(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  private static func window(columns: Int, rows: Int) -> winsize {
    winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
  }
}

// MARK: - What a person does

extension PseudoTerminal {
  /// Types or pastes text, in one write where the terminal takes it.
  package func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Sends bytes, in one write where the terminal takes them.
  package func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    try wait(for: "room for \(bytes.count) bytes of input") {
      let count = rest.withUnsafeBytes { Glibc.write(self.master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
      return rest.isEmpty ? .done : .wantsToWrite
    }
  }

  /// Resizes the window; the program is told by SIGWINCH.
  package func resize(columns: Int, rows: Int) {
    var size = Self.window(columns: columns, rows: rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the terminal as closing its window does.
  package func hangUp() {
    close(master)
    master = -1
  }

  /// Sends a signal to the program.
  package func send(signal: Int32) {
    if let process { kill(process, signal) }
  }

  /// What was typed and nobody has read: it would reach the shell.
  package func unreadInput() -> [UInt8] {
    var modes = termios()
    tcgetattr(slave, &modes)
    var raw = modes
    cfmakeraw(&raw)
    // Bytes of a line that has no end yet count as well, and nothing is waited for.
    withUnsafeMutableBytes(of: &raw.c_cc) {
      $0[Int(VMIN)] = 0
      $0[Int(VTIME)] = 0
    }
    tcsetattr(slave, TCSANOW, &raw)
    var block = [UInt8](repeating: 0, count: 4_096)
    let count = read(slave, &block, block.count)
    tcsetattr(slave, TCSANOW, &modes)
    return Array(block.prefix(max(0, count)))
  }

  /// The modes of the terminal as one comparable text, like `stty -g`.
  package func modes() -> String {
    var modes = termios()
    tcgetattr(slave, &modes)
    let characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
    return "\(modes.c_iflag):\(modes.c_oflag):\(modes.c_cflag):\(modes.c_lflag):\(characters)"
  }
}

// MARK: - Waiting

extension PseudoTerminal {
  private enum Progress {
    case done
    case waits
    case wantsToWrite
  }

  /// Waits until the output holds a text; searching starts at an index of `output`.
  package func waitForOutput(_ expected: String, from start: Int = 0) throws {
    let bytes = Array(expected.utf8)
    try wait(for: "output \(expected.debugDescription)") {
      self.output.dropFirst(start).contains(bytes) ? .done : .waits
    }
  }

  /// Waits until the program has reported a line, this many times.
  package func waitForReport(_ line: String, times: Int = 1) throws {
    try wait(for: "report \(line.debugDescription)") {
      self.reportLines.count { $0 == line } >= times ? .done : .waits
    }
  }

  /// Waits until the program has ended and says how; its last output has been read then.
  ///
  /// - Parameters:
  ///   - signal: Sent again and again while the program runs, nil for none.
  ///   - key: Typed again and again while the program runs, nil for none.
  /// - Returns: The code or the signal.
  /// - Throws: `Timeout` after 30 seconds.
  package func waitForExit(sending signal: Int32? = nil, typing key: UInt8? = nil) throws -> Exit {
    try wait(for: "exit") {
      if let signal, !self.hasReportEnded { self.send(signal: signal) }
      if var key, !self.hasReportEnded { _ = Glibc.write(self.master, &key, 1) }
      return self.hasReportEnded ? .done : .waits
    }
    guard let process else { return .code(-1) }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    self.process = nil
    while drain(master, into: \.output) > 0 {}
    let signal = status & 0x7F
    return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }

  private func wait(for awaited: String, until progress: () -> Progress) throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while true {
      let state = progress()
      if case .done = state { return }
      guard ContinuousClock.now < deadline else {
        throw Timeout(
          awaited: awaited,
          output: String(decoding: output.suffix(2_000), as: UTF8.self),
          report: reportLines
        )
      }
      takeWhatComes(alsoForWriting: state == .wantsToWrite)
    }
  }

  private func takeWhatComes(alsoForWriting: Bool) {
    let events = Int16(POLLIN) | (alsoForWriting ? Int16(POLLOUT) : 0)
    var descriptors = [
      pollfd(fd: master, events: events, revents: 0),
      pollfd(fd: hasReportEnded ? -1 : report, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&descriptors, 2, 200) > 0 else { return }
    if descriptors[0].revents & Int16(POLLIN) != 0 { drain(master, into: \.output) }
    if descriptors[1].revents != 0, drain(report, into: \.reportBytes) == 0 {
      hasReportEnded = true
    }
  }

  @discardableResult
  private func drain(
    _ descriptor: Int32,
    into bytes: ReferenceWritableKeyPath<PseudoTerminal, [UInt8]>
  ) -> Int {
    var block = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &block, block.count)
    guard count > 0 else { return count }
    self[keyPath: bytes] += block[..<count]
    return count
  }
}

/// Calls a closure with a C array of C strings.
private func withCStrings<Result>(
  _ strings: [String],
  _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
