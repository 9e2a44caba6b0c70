import Ground

@testable import SetupCore

extension Frame {
  /// The frame as text between bars, with the cursor's place below, as golden files hold it.
  func text(columns: Int) -> String {
    let lines = rows.map { row in "|\(row.map(\.text).joined().padded(to: columns))|" }
    let place = cursor.map { "cursor at row \($0.row), column \($0.column)" } ?? "no cursor"
    return (lines + [place]).joined(separator: "\n") + "\n"
  }
}
