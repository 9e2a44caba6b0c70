import CNcurses
import Glibc
import Ground
import SetupCore

/// The terminal in line mode: no cursor movement, and nothing of what is typed shows by itself.
struct LineTerminal: ~Copyable {
  /// The columns that text may fill (the measure of a page), where the terminal is not narrower.
  private static let measure = TextMeasure.columns
  private static let pasteMarksOn = "\u{1B}[?2004h"
  private static let pasteMarksOff = "\u{1B}[?2004l"

  /// Decided before the end; half a secret must not reach the shell, which would show it.
  var unreadInput = TerminalSession.UnreadInput.keep
  /// Set when the terminal was closed; its SIGHUP comes after the end of its input.
  var isGone = false
  private var isSuspended = false
  private let marksPastes: Bool

  /// Remembers the modes of the terminal at standard input and hides what is typed; signals are reported as bytes
  /// to `wake`.
  ///
  /// - Throws: Why nobody can be asked here; what is typed would show, for one.
  static func opened(type: String, wake: Int32) throws(TerminalError) -> LineTerminal {
    guard isatty(STDIN_FILENO) == 1 else { throw .notInteractive }
    let reason = cnc_guard_open(STDIN_FILENO)
    guard reason == 0 else { throw .system(call: "tcgetattr", reason: reason) }
    cnc_guard_arm(wake)
    let problem = cnc_guard_hide_input()
    guard problem == 0 else {
      cnc_guard_restore_modes(cnc_discard_unread_input)
      cnc_guard_close()
      throw .inputShows(reason: problem)
    }
    return LineTerminal(marksPastes: Self.knowsPasteMarks(type))
  }

  private init(marksPastes: Bool) {
    self.marksPastes = marksPastes
    guard marksPastes else { return }
    let reset = Self.pasteMarksOff
    cnc_guard_set_reset(reset, reset.utf8.count)
    send(Self.pasteMarksOn)
  }

  deinit {
    if isGone { cnc_guard_ignore_hang_up() }
    // A program behind the shell would be stopped for it, and has nothing to put back.
    if !isSuspended {
      if marksPastes { send(Self.pasteMarksOff) }
      cnc_guard_restore_modes(
        unreadInput == .keep ? cnc_keep_unread_input : cnc_discard_unread_input
      )
    }
    cnc_guard_close()
  }

  /// Whether the shell lets this program use the terminal.
  var isInForeground: Bool { cnc_guard_is_foreground() }

  /// Gives the terminal back for as long as the program is stopped.
  mutating func suspend() {
    guard !isSuspended else { return }
    isSuspended = true
    if marksPastes { send(Self.pasteMarksOff) }
    cnc_guard_restore_modes(cnc_keep_unread_input)
    cnc_guard_set_active(false)
  }

  /// Takes the modes again that the shell may have changed; false where what is typed would show.
  mutating func resume() -> Bool {
    isSuspended = false
    cnc_guard_set_active(true)
    guard cnc_guard_hide_input() == 0 else { return false }
    if marksPastes { send(Self.pasteMarksOn) }
    return true
  }

  /// Prints a text as it is, in the terminal's characters.
  func write(_ text: String) {
    send(TerminalSession.isUTF8 ? text : ASCIIForm.of(text))
  }

  /// Prints lines, broken between words.
  func write(lines: [String]) {
    write(lines.map { fitted($0) + "\n" }.joined())
  }

  /// A line broken between words, as many rows as it needs.
  func fitted(_ line: String) -> String {
    let columns = TerminalSession.reportedSize()?.columns ?? Self.measure
    return line.reflowed(to: min(columns, Self.measure)).joined(separator: "\n")
  }

  private func send(_ text: String) {
    cnc_guard_write(text, text.utf8.count)
  }

  /// Whether a terminal of this name is known to take "DEC private mode set" 2004, or to swallow it.
  private static func knowsPasteMarks(_ type: String) -> Bool {
    [
      "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "wezterm", "ghostty",
      "konsole",
      "vte", "gnome", "st-", "iterm", "contour", "mintty",
    ].contains(where: type.hasPrefix)
  }
}
