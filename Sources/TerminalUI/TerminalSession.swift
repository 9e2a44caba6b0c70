import CNcurses
import Glibc
package import SetupCore

/// Owns the terminal from entering the full screen to leaving it; there is one at a time.
///
/// Entering saves the modes, the end puts exactly those back: on return, on throw, on a signal, in a crash
/// (the handlers are in C, see `CNcursesGuard.h`). The program never switches the keypad on and never asks the
/// terminal anything; what it does switch on is in `cnc_set_modes`.
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

  /// How many colours may be used, 0 for none.
  let colors: Int
  /// The characters that the terminal can show.
  let symbols: SymbolSet
  /// Whether the terminal was told to report the mouse.
  let hasMouse: Bool
  private let multiplexer: Multiplexer
  /// Decided before the session ends; a rest of a paste must not reach the shell.
  var unreadInput = UnreadInput.keep
  /// Set when the input ended: a terminal that goes away tells so first, and sends SIGHUP after.
  var isGone = false
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

  /// The columns of the terminal at a descriptor; nil where there is none, or it knows none.
  package static func columns(of descriptor: Int32) -> Int? {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
    return Int(window.ws_col)
  }

  /// Enters the full screen; signals are reported as bytes to `wake`.
  ///
  /// - Throws: What line mode is the answer to; the terminal is as it was.
  init(options: TerminalOptions, wake: Int32) throws(TerminalError) {
    guard Self.isInteractive else { throw .notInteractive }
    let reason = cnc_guard_open(STDIN_FILENO)
    guard reason == 0 else { throw .system(call: "tcgetattr", reason: reason) }
    let type: String
    do {
      type = try Self.openUsableType(options, wake: wake)
    } catch {
      cnc_guard_close()
      throw error
    }
    colors = options.color == .never ? 0 : Int(cnc_start_colors())
    symbols =
      Self.isUTF8 ? SymbolSet(terminalType: type, isEastAsian: cnc_locale_is_east_asian()) : .ascii
    hasMouse = cnc_has_mouse()
    multiplexer = options.multiplexer
    cnc_set_modes(true)
  }

  deinit {
    if isGone { cnc_guard_ignore_hang_up() }
    if phase == .open {
      cnc_set_modes(false)
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

  /// Hands a text to the terminal's clipboard; whether it has one cannot be known.
  func copy(_ text: String) {
    guard let bytes = ClipboardSequence.bytes(text, through: multiplexer) else { return }
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { cnc_guard_write($0.baseAddress, $0.count) }
    }
  }

  /// Whether the shell lets this program use the terminal.
  var isInForeground: Bool { cnc_guard_is_foreground() }

  /// Whether nothing of what is typed shows by itself.
  var hidesInput: Bool { cnc_guard_hides_input() }

  /// Whether the characters of the environment are UTF-8; elsewhere text is ASCII.
  package static let isUTF8 = cnc_adopt_locale()

  /// Gives the terminal back for as long as the program is stopped.
  mutating func suspend() {
    guard phase == .open else { return }
    phase = .suspended
    cnc_set_modes(false)
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
    cnc_set_modes(true)
  }
}

extension TerminalSession {
  /// Opens the named type, else one that nearly every terminal of today understands.
  private static func openUsableType(
    _ options: TerminalOptions,
    wake: Int32
  ) throws(TerminalError) -> String {
    let name = options.terminalType
    // Known to terminfo and to ncurses, and still no place for a screen.
    if name == "dumb" { throw .noCursorMovement(type: name) }
    cnc_guard_arm(wake)
    let mouse = options.mouse == .never ? cnc_mouse_never : cnc_mouse_where_known
    for type in [name] + fallbackTypes {
      switch cnc_describe(type, STDOUT_FILENO, mouse) {
      case cnc_type_usable:
        if try open(type) { return type }
      case cnc_type_without_cursor_movement: throw .noCursorMovement(type: type)
      default: continue
      }
    }
    throw .unknownType(name)
  }

  /// False where ncurses does not take the type.
  private static func open(_ type: String) throws(TerminalError) -> Bool {
    guard cnc_open(type, STDOUT_FILENO) else { return false }
    // A token that is pasted would show; what counts is what the terminal does, not what a call said.
    guard cnc_guard_hides_input() else {
      cnc_close()
      throw .inputShows(reason: EIO)
    }
    let reason = cnc_guard_hold_output()
    guard reason == 0 else {
      cnc_close()
      throw .system(call: "memfd_create", reason: reason)
    }
    return true
  }
}

extension TerminalSession {
  /// Whether standard input is a terminal no more, as after a hang-up.
  static var isTerminalGone: Bool {
    var modes = termios()
    return tcgetattr(STDIN_FILENO, &modes) != 0
  }
}
