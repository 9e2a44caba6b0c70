/// What the mouse does on a screen: every click stands for the keys that do the same, so that no state
/// machine knows of the mouse.
package struct MouseTargets: Equatable, Sendable {
  /// A stretch of one row that can be clicked.
  package struct Target: Equatable, Sendable {
    /// The row of the frame, from 0.
    package var row: Int
    /// The columns of the row.
    package var columns: Range<Int>
    /// The keys that a click stands for, in their order.
    package var keys: [Key]

    /// Collects place and keys.
    package init(row: Int, columns: Range<Int>, keys: [Key]) {
      self.row = row
      self.columns = columns
      self.keys = keys
    }
  }

  /// What can be clicked; no two overlap.
  package var clicks: [Target]
  /// The keys that one step of the wheel stands for, away from the user.
  package var wheelUp: [Key]
  /// The keys that one step of the wheel stands for, towards the user.
  package var wheelDown: [Key]

  /// Collects the targets; a screen without any leaves all empty.
  package init(clicks: [Target] = [], wheelUp: [Key] = [], wheelDown: [Key] = []) {
    self.clicks = clicks
    self.wheelUp = wheelUp
    self.wheelDown = wheelDown
  }

  /// The keys that a click stands for, none where nothing can be clicked.
  package func keys(at place: Position) -> [Key] {
    clicks.first { $0.row == place.row && $0.columns.contains(place.column) }?.keys ?? []
  }
}
