/// The highlighted row of a list, kept inside it.
package struct ListSelection: Equatable, Sendable {
  /// The highlighted row, from 0.
  package private(set) var index: Int

  /// Highlights a row, the first unless told.
  package init(index: Int = 0) {
    self.index = index
  }

  /// Moves for an intent in a list of `count` rows; other intents leave it as it is.
  package mutating func move(_ intent: Intent, count: Int, page: Int = 8) {
    let last = max(0, count - 1)
    let target =
      switch intent {
      case .up: index - 1
      case .down: index + 1
      case .pageUp: index - page
      case .pageDown: index + page
      case .first: 0
      case .last: last
      default: index
      }
    index = min(max(0, target), last)
  }

  /// Pulls the highlight back into a list that became shorter.
  package mutating func clamp(count: Int) {
    index = min(index, max(0, count - 1))
  }
}
