/// A size in character cells.
package struct Size: Equatable, Hashable, Sendable {
  /// The width in columns.
  package var columns: Int
  /// The height in rows.
  package var rows: Int

  /// Collects width and height.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
