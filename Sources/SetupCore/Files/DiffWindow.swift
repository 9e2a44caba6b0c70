/// The lines of two texts around what differs: a change of one line in 200,000 is shown with a few of them.
struct DiffWindow {
  /// The bytes of the old text.
  let old: Range<Int>
  /// The bytes of the new one.
  let new: Range<Int>
  /// The lines that stand before it in both.
  let linesBefore: Int

  /// Leaves out common lines at both ends, but for at least so many.
  init(_ old: [UInt8], _ new: [UInt8], context: Int) {
    let shorter = min(old.count, new.count)
    var head = 0
    while head < shorter, old[head] == new[head] {
      head += 1
    }
    var tail = 0
    while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    // One more for the line that is common in part, and one for its line end.
    let kept = context + 2
    var start = head
    var count = 0
    while start > 0 {
      if old[start - 1] == .lineFeed { count += 1 }
      if count == kept { break }
      start -= 1
    }
    var end = old.count - tail
    count = 0
    while end < old.count, count < kept {
      if old[end] == .lineFeed { count += 1 }
      end += 1
    }
    self.old = start..<end
    self.new = start..<(new.count - (old.count - end))
    linesBefore = old[..<start].count { $0 == .lineFeed }
  }
}
