import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

struct TooSmallScreenTests {
  private static let minimum = Size(columns: 60, rows: 16)

  @Test(arguments: 10...59)
  func `says too small in one piece at every width`(_ columns: Int) {
    let frame = TooSmallScreen.frame(size: Size(columns: columns, rows: 10), minimum: Self.minimum)
    let lines = frame.rows.map { $0.map(\.text).joined() }
    #expect(lines.contains { $0.contains("too small") })
    #expect(lines.joined(separator: " ").contains("\(columns)x10,"))
    let longest = lines.map(\.count).max() ?? 0
    #expect(longest <= max(columns, "attio-setup".count))
  }
}
