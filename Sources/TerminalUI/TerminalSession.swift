import CNcurses
import Glibc
package import SetupCore

/// Owns the terminal from entering the full screen to leaving it; there is one at a time.
///
/// Entering saves the modes, the end puts exactly those back: on return, on throw, on a signal, in a crash
/// (the handlers are in C, see `CNcursesGuard.h`). The program never switches the keypad, the mouse or any
/// query on, so that bracketed paste and focus reports are all there is to switch off.
package struct TerminalSession: ~Copyable {
  /// What to do with typing that nobody has read when the session ends.
  enum UnreadInput {
    case keep
    case discard
  }

  private enum Phase {
    case open
    case suspended
  }

  private static let fallbackTypes = ["xterm-256color", "xterm"]
  // Bracketed paste and focus reports (xterm control sequences, "DEC private mode set").
  private static let reportsOn = "\u{1B}[?1004h\u{1B}[?2004h"
  private static let reportsOff = "\u{1B}[?1004l\u{1B}[?2004l"

  /// How many colours may be used, 0 for none.
  let colors: Int
  /// The characters that the terminal can show.
  let symbols: SymbolSet
  /// Decided before the session ends; a rest of a paste must not reach the shell.
  var unreadInput = UnreadInput.keep
  private var phase = Phase.open

  /// Whether a person sits at both ends.
  package static var isInteractive: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  /// The size that the terminal at standard input reports, nil where it knows none.
  package static func reportedSize() -> Size? {
    var window = winsize()
    guard ioctl(STDIN_FILENO, UInt(TIOCGWINSZ), &window) == 0,
      window.ws_col > 0, window.ws_row > 0
    else { return nil }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Enters the full screen; signals are reported as bytes to `wake`.
  ///
  /// - Throws: What line mode is the answer to; the terminal is as it was.
  init(options: TerminalOptions, wake: Int32) throws(TerminalError) {
    guard Self.isInteractive else { throw .notInteractive }
    let isUTF8 = cnc_adopt_locale()
    let reason = cnc_guard_open(STDIN_FILENO)
    guard reason == 0 else { throw .system(call: "tcgetattr", reason: reason) }
    let type: String
    do {
      type = try Self.usableType(options.terminalType)
      try Self.open(type, wake: wake)
    } catch {
      cnc_guard_close()
      throw error
    }
    colors = options.color == .never ? 0 : Int(cnc_start_colors())
    symbols = isUTF8 ? SymbolSet(terminalType: type) : .ascii
    Self.write(Self.reportsOn)
  }

  deinit {
    if phase == .open {
      Self.write(Self.reportsOff)
      cnc_close()
      cnc_guard_restore_modes(
        unreadInput == .keep ? cnc_keep_unread_input : cnc_discard_unread_input
      )
    } else {
      cnc_close()
    }
    cnc_guard_close()
  }

  /// The size of the screen now.
  func size() -> Size {
    if let size = Self.reportedSize() { return size }
    var rows: Int32 = 0
    var columns: Int32 = 0
    cnc_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Whether the shell lets this program use the terminal.
  var isInForeground: Bool { cnc_guard_is_foreground() }

  /// Gives the terminal back for as long as the program is stopped.
  mutating func suspend() {
    guard phase == .open else { return }
    phase = .suspended
    Self.write(Self.reportsOff)
    cnc_suspend()
    cnc_guard_restore_modes(cnc_keep_unread_input)
    cnc_guard_set_active(false)
  }

  /// Takes the terminal again.
  mutating func resume() {
    guard phase == .suspended else { return }
    phase = .open
    cnc_guard_set_active(true)
    cnc_resume()
    Self.write(Self.reportsOn)
  }
}

extension TerminalSession {
  /// The named type, else one that nearly every terminal of today understands.
  private static func usableType(_ name: String) throws(TerminalError) -> String {
    // Known to terminfo and to ncurses, and still no place for a screen.
    if name == "dumb" { throw .noCursorMovement(type: name) }
    for type in [name] + fallbackTypes {
      switch cnc_describe(type, STDOUT_FILENO) {
      case cnc_type_usable: return type
      case cnc_type_without_cursor_movement: throw .noCursorMovement(type: type)
      default: continue
      }
    }
    throw .unknownType(name)
  }

  private static func open(_ type: String, wake: Int32) throws(TerminalError) {
    cnc_guard_arm(wake)
    guard cnc_open(type, STDOUT_FILENO) else { throw .unknownType(type) }
    let reason = cnc_guard_hold_output()
    guard reason == 0 else {
      cnc_close()
      throw .system(call: "memfd_create", reason: reason)
    }
  }

  private static func write(_ text: String) {
    cnc_guard_write(text, text.utf8.count)
  }
}
