package import Ground
internal import Synchronization
internal import SystemPackage

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Another program in the place of this one: signals, terminal and exit code are its own.
package struct ProcessReplacement: Sendable {
  /// The program and its arguments; the program is looked up in `PATH`.
  package var command: [String]
  /// A variable that only this program gets; nil for none.
  package var variable: (name: String, value: Secret)?
  /// What it reads on standard input, without a line end; nil to leave standard input as it is.
  package var input: Secret?

  /// Why the program could not be started.
  package struct Failure: Error, Equatable, Sendable {
    /// What a shell would end with: 127 for a program that is not there, 126 for one that cannot be
    /// run.
    package var exitCode: Int32
    /// What happened, in a sentence.
    package var message: String
  }

  /// Names the program.
  package init(_ command: [String]) {
    self.command = command
  }

  /// Replaces this process; returns only where that failed.
  package func run() -> Failure {
    guard let program = command.first, !program.isEmpty else {
      return Failure(exitCode: 127, message: "There is no command to run.")
    }
    if let input, let failure = provide(input) { return failure }
    if let variable { setenv(variable.name, variable.value.reveal(), 1) }
    InheritedSignals.restore()
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { withSystemText($0, strdup) }
    arguments.append(nil)
    MemoryProtection.restoreLimit()
    withSystemText(program) { _ = execvp($0, arguments) }
    let reason = errno
    MemoryProtection.begin()
    for argument in arguments { free(argument) }
    return Self.failure(program, reason)
  }

  /// Fills a pipe and puts it in the place of standard input: nothing is left to be written later.
  private func provide(_ input: Secret) -> Failure? {
    do throws(Errno) {
      guard let end = try InputPipe.make(holding: Array(input.reveal().utf8)) else {
        return Failure(exitCode: 126, message: "The token does not fit into a pipe.")
      }
      // The copy has no FD_CLOEXEC, so it outlives the replacement.
      guard dup2(end.rawValue, 0) == 0 else { throw Errno(rawValue: errno) }
      if end.rawValue != 0 { close(end.rawValue) }
      return nil
    } catch {
      return Failure(exitCode: 126, message: "A pipe could not be made: \(error).")
    }
  }

  private static func failure(_ program: String, _ reason: Int32) -> Failure {
    let name = SafeText.cleaned(program, limit: 80)
    guard reason != ENOENT else {
      return Failure(
        exitCode: 127,
        message: program.contains("/")
          ? "There is no program \(name), or the one that its first line names is missing."
          : "There is no program “\(name)” in the PATH."
      )
    }
    return Failure(
      exitCode: 126,
      message: "\(name) cannot be run: \(String(cString: strerror(reason)))."
    )
  }
}

/// The signals as this process was started with them.
package enum InheritedSignals {
  private struct State {
    var mask = sigset_t()
    var brokenPipe = sigaction()

    init() {
      sigemptyset(&mask)
      pthread_sigmask(SIG_SETMASK, nil, &mask)
      sigaction(SIGPIPE, nil, &brokenPipe)
    }
  }

  private static let state = Mutex(State())

  /// Takes note of them; called before anything else runs.
  package static func remember() {
    state.withLock { _ in }
  }

  /// Puts them back: the threads of the pool block every signal, a library may ignore SIGPIPE, and
  /// `exec` hands both on.
  static func restore() {
    state.withLock { former in
      sigaction(SIGPIPE, &former.brokenPipe, nil)
      pthread_sigmask(SIG_SETMASK, &former.mask, nil)
    }
  }
}
