/// A short way from one list of lines to another, as the standard library finds it.
struct LineDifference {
  /// One step: the index of the line in the old list, the new one, or both.
  enum Step: Equatable {
    case same(old: Int, new: Int)
    case removed(Int)
    case added(Int)
  }

  typealias Lines = ArraySlice<ArraySlice<UInt8>>

  /// The most lines of both middles that are compared; all of a longer one counts as replaced.
  ///
  /// Time and memory of the search grow with the square of what changed.
  static let lineLimit = 4_000

  /// The steps, in each run of changes the removed lines first.
  let steps: [Step]

  init(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old[head...].reversed(), new[head...].reversed()).prefix { $0 == $1 }.count
    let oldMiddle = old[head..<(old.count - tail)]
    let newMiddle = new[head..<(new.count - tail)]
    var steps = (0..<head).map { Step.same(old: $0, new: $0) }
    steps += Self.middleSteps(from: oldMiddle, to: newMiddle)
    steps += (0..<tail).map { .same(old: oldMiddle.endIndex + $0, new: newMiddle.endIndex + $0) }
    self.steps = steps
  }

  private static func middleSteps(from old: Lines, to new: Lines) -> [Step] {
    guard old.count + new.count <= lineLimit else {
      return old.indices.map(Step.removed) + new.indices.map(Step.added)
    }
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map { old.startIndex + $0.offset })
    let added = Set(difference.insertions.map { new.startIndex + $0.offset })
    var steps: [Step] = []
    var (x, y) = (old.startIndex, new.startIndex)
    while x < old.endIndex || y < new.endIndex {
      if removed.contains(x) {
        steps.append(.removed(x))
        x += 1
      } else if added.contains(y) {
        steps.append(.added(y))
        y += 1
      } else {
        steps.append(.same(old: x, new: y))
        x += 1
        y += 1
      }
    }
    return steps
  }
}

extension CollectionDifference.Change {
  /// Where the element stands in its own list, counted from its start.
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
