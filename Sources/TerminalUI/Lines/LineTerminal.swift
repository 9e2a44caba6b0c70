import CNcurses
import Glibc

/// The terminal in line mode: no cursor movement, and no echo but where a text may be seen.
struct LineTerminal: ~Copyable {
  /// Whether what is typed shows.
  private(set) var hasEcho = true
  /// Decided before the end; half a secret must not reach the shell, which would show it.
  var unreadInput = TerminalSession.UnreadInput.keep
  /// Set when the terminal was closed; its SIGHUP comes after the end of its input.
  var isGone = false
  private var isSuspended = false

  /// Remembers the modes of the terminal at standard input; signals are reported as bytes to `wake`.
  init(wake: Int32) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notInteractive }
    let reason = cnc_guard_open(STDIN_FILENO)
    guard reason == 0 else { throw .system(call: "tcgetattr", reason: reason) }
    cnc_guard_arm(wake)
    setEcho(false)
  }

  deinit {
    if isGone { cnc_guard_ignore_hang_up() }
    // A program behind the shell would be stopped for it, and has nothing to put back.
    if !isSuspended {
      cnc_guard_restore_modes(
        unreadInput == .keep ? cnc_keep_unread_input : cnc_discard_unread_input
      )
    }
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

  /// Whether the shell lets this program use the terminal.
  var isInForeground: Bool { cnc_guard_is_foreground() }

  /// Gives the terminal back for as long as the program is stopped.
  mutating func suspend() {
    guard !isSuspended else { return }
    isSuspended = true
    cnc_guard_restore_modes(cnc_keep_unread_input)
    cnc_guard_set_active(false)
  }

  /// Takes the modes again that the shell may have changed.
  mutating func resume() {
    isSuspended = false
    cnc_guard_set_active(true)
    setEcho(hasEcho)
  }

  /// Prints a text as it is.
  func write(_ text: String) {
    cnc_guard_write(text, text.utf8.count)
  }
}
