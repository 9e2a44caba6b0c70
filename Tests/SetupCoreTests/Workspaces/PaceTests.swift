import SetupCore
import TestSupport
import Testing

/// The pace of many questions, by a clock that the test moves.
struct PaceTests {
  /// The starts of so many questions, each asked for as soon as the one before it was given.
  private func starts(of count: Int, perSecond: Int = Pace.usual) -> [Double] {
    var pace = Pace(perSecond: perSecond)
    var now = 1000.0
    return (0..<count).map { _ in
      now += pace.reserve(at: now)
      return now
    }
  }

  @Test(arguments: [1, 2, 16, 90, 91, 100, 200, 10_000])
  func `no second holds more starts than Attio answers`(count: Int) {
    let starts = starts(of: count)
    var first = 0
    for (index, start) in starts.enumerated() {
      while start - starts[first] >= 1 { first += 1 }
      #expect(index - first + 1 < Pace.attioReads)
    }
  }

  @Test(arguments: [1, 2, 200, 10_000])
  func `it takes no longer than the pace demands`(count: Int) throws {
    let starts = starts(of: count)
    let last = try #require(starts.last)
    #expect(abs(last - 1000 - Double(count - 1) / 90) < 0.001)
  }

  @Test func `starts that are reserved at once are given out one after another`() {
    var pace = Pace(perSecond: 10)
    let waits = (0..<3).map { _ in pace.reserve(at: 5) }
    #expect(waits[0] == 0)
    #expect(abs(waits[1] - 0.1) < 1e-9 && abs(waits[2] - 0.2) < 1e-9)
  }

  @Test func `a pause is not made up for by a burst`() {
    var pace = Pace(perSecond: 10)
    _ = pace.reserve(at: 0)
    #expect(pace.reserve(at: 60) == 0)
    #expect(abs(pace.reserve(at: 60) - 0.1) < 1e-9)
  }

  @Test(arguments: [0, -3]) func `a pace of nothing is one a second`(perSecond: Int) {
    var pace = Pace(perSecond: perSecond)
    _ = pace.reserve(at: 0)
    #expect(pace.reserve(at: 0) == 1)
  }
}
