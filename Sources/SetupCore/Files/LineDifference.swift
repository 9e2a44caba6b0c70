/// The shortest way from one list of lines to another, found as Myers' "An O(ND) Difference
/// Algorithm" (1986) does.
struct LineDifference {
  /// One step: the index of the line in the old list, the new one, or both.
  enum Step: Equatable {
    case same(old: Int, new: Int)
    case removed(Int)
    case added(Int)
  }

  typealias Lines = ArraySlice<ArraySlice<UInt8>>

  /// How many changes are looked for before all of the middle counts as replaced: the search
  /// remembers about the square of it.
  static let changeLimit = 500

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
    var search = Search(old: old, new: new)
    guard let found = search.steps() else {
      return old.indices.map(Step.removed) + new.indices.map(Step.added)
    }
    return found
  }
}

/// The search of Myers: how far one gets on each diagonal with ever more changes.
private struct Search {
  /// How a diagonal is entered: the index in the old list, and whether a new line leads there.
  private struct Entry {
    var x: Int
    var isAddition: Bool
  }

  let old: LineDifference.Lines
  let new: LineDifference.Lines
  /// The furthest index in the old list by diagonal, as it was before each round.
  private var rounds: [[Int: Int]] = []
  private var furthest: [Int: Int] = [1: 0]

  init(old: LineDifference.Lines, new: LineDifference.Lines) {
    self.old = old
    self.new = new
  }

  /// Gives the steps; nil where there are more changes than the limit.
  mutating func steps() -> [LineDifference.Step]? {
    for round in 0...min(old.count + new.count, LineDifference.changeLimit) {
      rounds.append(furthest)
      for diagonal in stride(from: -round, through: round, by: 2) {
        let x = endOfMatches(
          from: entry(to: diagonal, round: round, furthest: furthest).x,
          on: diagonal
        )
        furthest[diagonal] = x
        if x >= old.count, x - diagonal >= new.count { return walkBack() }
      }
    }
    return nil
  }

  private func endOfMatches(from start: Int, on diagonal: Int) -> Int {
    var x = start
    while x < old.count, x - diagonal < new.count,
      old[old.startIndex + x] == new[new.startIndex + x - diagonal]
    {
      x += 1
    }
    return x
  }

  private func entry(to diagonal: Int, round: Int, furthest: [Int: Int]) -> Entry {
    let byAddition = furthest[diagonal + 1, default: -1]
    let byRemoval = furthest[diagonal - 1, default: -1]
    let isAddition = diagonal == -round || (diagonal != round && byRemoval < byAddition)
    return Entry(x: isAddition ? byAddition : byRemoval + 1, isAddition: isAddition)
  }

  private func walkBack() -> [LineDifference.Step] {
    var steps: [LineDifference.Step] = []
    var (x, y) = (old.count, new.count)
    for (round, furthest) in rounds.enumerated().reversed() {
      let entry = entry(to: x - y, round: round, furthest: furthest)
      while x > entry.x {
        x -= 1
        y -= 1
        steps.append(.same(old: old.startIndex + x, new: new.startIndex + y))
      }
      if round == 0 { break }
      if entry.isAddition {
        y -= 1
        steps.append(.added(new.startIndex + y))
      } else {
        x -= 1
        steps.append(.removed(old.startIndex + x))
      }
    }
    return steps.reversed()
  }
}
