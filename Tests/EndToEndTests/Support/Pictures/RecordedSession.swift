import SetupCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The screens of a session in their order, and how long each is shown.
struct RecordedSession {
  /// A screen and its time, which the script chooses: no clock is asked.
  struct Frame {
    let screen: TerminalScreen
    var milliseconds: Int
  }

  private(set) var frames: [Frame] = []

  /// Adds a screen; one that looks like the last one only makes that stay longer.
  mutating func add(_ screen: TerminalScreen, for milliseconds: Int) {
    if frames.last?.screen == screen {
      frames[frames.count - 1].milliseconds += milliseconds
    } else {
      frames.append(Frame(screen: screen, milliseconds: milliseconds))
    }
  }

  /// How long all of it takes.
  var milliseconds: Int { frames.reduce(0) { $0 + $1.milliseconds } }

  var rows: Int { frames.first?.screen.rows.count ?? 0 }

  var columns: Int { frames.first?.screen.rows.first?.cells.count ?? 0 }

  /// The session for `asciinema play`, as an asciicast of version 2.
  func cast(title: String) throws -> String {
    var elapsed = 0
    var lines = [
      #"{"version":2,"width":\#(columns),"height":\#(rows),"title":\#(try Self.quoted(title))}"#
    ]
    var shown: TerminalScreen?
    for frame in frames {
      let output = frame.screen.sequence(after: shown)
      lines.append(#"[\#(Self.decimal(elapsed)),"o",\#(try Self.quoted(output))]"#)
      elapsed += frame.milliseconds
      shown = frame.screen
    }
    // A player stops at the last event: an empty one keeps the last screen for its time.
    lines.append(#"[\#(Self.decimal(elapsed)),"o",""]"#)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Thousandths as a number with a point.
  static func decimal(_ thousandths: Int) -> String {
    let rest = String(thousandths % 1_000)
    return "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  private static func quoted(_ text: String) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(text), as: UTF8.self)
  }
}

extension TerminalScreen {
  /// What a terminal that shows another screen is told to show this one.
  fileprivate func sequence(after shown: TerminalScreen?) -> String {
    var result = shown == nil ? "\u{1B}[2J" : ""
    for (index, row) in rows.enumerated() where row != shown?.rows[index] {
      result += "\u{1B}[\(index + 1);1H\u{1B}[K\(row.sequence)"
    }
    guard let cursor else { return result + "\u{1B}[?25l" }
    return result + "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
  }
}
