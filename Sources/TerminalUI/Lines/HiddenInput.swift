import CNcurses
import Glibc
package import Ground

/// Asks for a secret at a terminal without showing what is typed.
package enum HiddenInput {
  /// How the asking ended.
  package enum Ending: Equatable, Sendable {
    /// A line with something in it, or nothing at the end of input; it may be a secret.
    case read(FileContent)
    /// This signal asked the program to end; the terminal is as it was.
    case signal(Int32)
  }

  /// Reads until a line holds something, or to the end of input; blocks its thread.
  ///
  /// - Parameters:
  ///   - type: The value of `TERM`.
  ///   - ask: Asks, once what is typed is hidden.
  /// - Returns: What was typed or pasted, or the signal that ended it.
  /// - Throws: Why nobody can be asked here; nothing has been asked then.
  package static func read(
    type: String,
    asking ask: () -> Void
  ) throws(TerminalError) -> Ending {
    let mailbox = try Mailbox<Void>()
    defer { mailbox.close() }
    var terminal = try LineTerminal.opened(type: type, wake: mailbox.writeDescriptor)
    ask()
    var reader = LineReader()
    var timers = LoopTimers(now: .now)
    while true {
      switch reader.next().outcome {
      case .line(let line) where line.content.bytes.contains { $0 > 0x20 }:
        terminal.write("\n")
        return .read(line.content)
      case .end:
        terminal.write("\n")
        return .read(FileContent())
      case .line, .lostPaste: continue
      case .typing: break
      }
      if let signal = wait(mailbox, &reader, &timers) {
        // Half a secret must not reach the shell, which would show it.
        terminal.unreadInput = .discard
        return .signal(signal)
      }
      if reader.isAtEnd { return .read(FileContent()) }
    }
  }

  /// Waits for bytes or their absence; gives the signal that ends the program.
  private static func wait(
    _ mailbox: Mailbox<Void>,
    _ reader: inout LineReader,
    _ timers: inout LoopTimers
  ) -> Int32? {
    timers.silence = reader.silence
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mailbox.readDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&descriptors, 2, timers.timeoutMilliseconds(at: .now)) >= 0 else { return nil }
    if let signal = mailbox.takeSignals().first(where: isEnding) { return signal }
    cnc_guard_acknowledge()
    if descriptors[0].revents != 0 {
      let pause = ContinuousClock.now - timers.lastInput
      timers.noteInput(at: .now)
      _ = reader.read(from: STDIN_FILENO, after: pause, isSecret: true)
    } else if timers.isSilenceDue(at: .now) {
      reader.settle()
    }
    return nil
  }

  /// Window changes, and Ctrl-Z, which would leave a shell behind a question, end nothing.
  private static func isEnding(_ number: Int32) -> Bool {
    [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(number)
  }
}
