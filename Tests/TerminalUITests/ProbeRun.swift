import Glibc
import TestSupport

/// The probe in a terminal of its own.
struct ProbeRun {
  let terminal: PseudoTerminal
  /// The modes before the probe ran.
  let modesBefore: String

  /// Starts the probe and waits until it is ready for input.
  init(
    columns: Int = 80,
    rows: Int = 24,
    type: String = "xterm-256color",
    environment: [String: String] = [:]
  ) throws {
    terminal = try PseudoTerminal(columns: columns, rows: rows)
    modesBefore = terminal.modes()
    let base = ["TERM": type, "LANG": "C.UTF-8", "PROBE_REPORT": "3"]
    try terminal.spawn(
      BuiltProduct.path("terminal-probe"),
      environment: base.merging(environment) { $1 }
    )
    try terminal.waitForReport("size \(columns)x\(rows)")
  }

  /// What the probe wrote from the last time it left the alternate screen on.
  var outputAfterLeaving: String {
    let text = terminal.text
    let parts = text.components(of: "\u{1B}[?1049l")
    return parts.count > 1 ? String(parts[parts.count - 1]) : ""
  }

  /// Whether the terminal ended outside the alternate screen, cursor shown, pastes unmarked.
  var hasLeftScreen: Bool {
    let text = terminal.text
    return text.isLast("\u{1B}[?1049l", after: "\u{1B}[?1049h")
      && text.isLast("\u{1B}[?2004l", after: "\u{1B}[?2004h")
      && text.isLast("\u{1B}[?1004l", after: "\u{1B}[?1004h")
      && text.isLast("\u{1B}[?1000l", after: "\u{1B}[?1000h")
      && text.isLast("\u{1B}[?1006l", after: "\u{1B}[?1006h")
      && text.isLast("\u{1B}[?25h", after: "\u{1B}[?25l")
  }
}

extension String {
  func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }

  /// Whether a text occurs, and no other text after it.
  fileprivate func isLast(_ expected: String, after other: String) -> Bool {
    let parts = components(of: expected)
    return parts.count > 1 && !parts[parts.count - 1].contains(other)
  }
}
