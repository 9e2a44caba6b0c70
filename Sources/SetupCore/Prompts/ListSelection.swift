/// The highlighted row of a list, kept inside it.
package struct ListSelection: Equatable, Sendable {
  /// The highlighted row, from 0.
  package private(set) var index: Int

  /// Highlights a row, the first unless told.
  package init(index: Int = 0) {
    self.index = index
  }

  /// A way that the highlight moves.
  package enum Move: Sendable {
    case up
    case down
    case pageUp
    case pageDown
    case first
    case last
  }

  /// Moves in a list of `count` rows.
  package mutating func move(_ move: Move, count: Int, page: Int = 6) {
    let last = max(0, count - 1)
    let target =
      switch move {
      case .up: index - 1
      case .down: index + 1
      case .pageUp: index - page
      case .pageDown: index + page
      case .first: 0
      case .last: last
      }
    index = min(max(0, target), last)
  }

  /// Pulls the highlight back into a list that became shorter.
  package mutating func clamp(count: Int) {
    index = min(index, max(0, count - 1))
  }
}
