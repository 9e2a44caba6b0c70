import CNcurses
import Glibc

/// Asks for a secret at a terminal without showing what is typed.
package enum HiddenInput {
  /// How the asking ended.
  package enum Ending: Equatable, Sendable {
    /// A line with something in it, or the end of input; the bytes may be a secret.
    case read([UInt8])
    /// This signal asked the program to end; the terminal is as it was.
    case signal(Int32)
  }

  /// Reads until a line holds something, or to the end of input; blocks its thread.
  ///
  /// - Parameter limit: The most bytes that are read, give or take what comes with them.
  /// - Returns: What was typed, its line end included, or the signal that ended it.
  /// - Throws: Why nobody can be asked here.
  package static func read(limit: Int) throws(TerminalError) -> Ending {
    let mailbox = try Mailbox<Void>()
    defer { mailbox.close() }
    var terminal = try LineTerminal(wake: mailbox.writeDescriptor)
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      var descriptors = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: mailbox.readDescriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&descriptors, 2, -1) >= 0 else { continue }
      if let signal = mailbox.takeSignals().first(where: isEnding) {
        // Half a secret must not reach the shell, which would show it.
        terminal.unreadInput = .discard
        return .signal(signal)
      }
      cnc_guard_acknowledge()
      guard descriptors[0].revents != 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      let isLineDone = bytes.contains { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: " ") }
      // A read without a line end was ended by Ctrl-D.
      if isLineDone, buffer[count - 1] == UInt8(ascii: "\n") || count < buffer.count { break }
    }
    terminal.write("\n")
    return .read(bytes)
  }

  /// Window changes, and Ctrl-Z, which would leave a shell behind a question, end nothing.
  private static func isEnding(_ number: Int32) -> Bool {
    [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(number)
  }
}
