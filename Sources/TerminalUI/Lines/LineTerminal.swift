import CNcurses
import Glibc

/// The terminal in line mode: no cursor movement, and no echo but where a text may be seen.
struct LineTerminal: ~Copyable {
  /// Whether what is typed shows.
  private(set) var hasEcho = true

  /// Remembers the modes; signals are reported as bytes to `wake`.
  init(wake: Int32) throws(TerminalError) {
    guard TerminalSession.isInteractive else { throw .notInteractive }
    let reason = cnc_guard_open(STDIN_FILENO)
    guard reason == 0 else { throw .system(call: "tcgetattr", reason: reason) }
    cnc_guard_arm(wake)
    setEcho(false)
  }

  deinit {
    cnc_guard_restore_modes(cnc_keep_unread_input)
    cnc_guard_close()
  }

  /// Shows or hides what is typed from now on; a secret that is pasted early is hidden too, because
  /// the echo is off wherever nothing is asked for.
  mutating func setEcho(_ isOn: Bool) {
    hasEcho = isOn
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
    modes.c_lflag |= tcflag_t(ICANON | ISIG)
    modes.c_iflag |= tcflag_t(ICRNL)
    if isOn { modes.c_lflag |= tcflag_t(ECHO) } else { modes.c_lflag &= ~tcflag_t(ECHO) }
    _ = tcsetattr(STDIN_FILENO, TCSANOW, &modes)
  }

  /// Stops until the shell continues the program, with the terminal as the shell wants it.
  mutating func suspend() {
    cnc_guard_restore_modes(cnc_keep_unread_input)
    cnc_guard_stop(false)
    setEcho(hasEcho)
  }

  /// Takes the modes again that the shell may have changed.
  mutating func resume() {
    setEcho(hasEcho)
  }

  /// Prints a text as it is.
  func write(_ text: String) {
    cnc_guard_write(text, text.utf8.count)
  }
}
