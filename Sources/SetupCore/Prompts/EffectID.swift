/// The number of an effect, by which its result is known and by which it is cancelled.
package struct EffectID: Equatable, Hashable, Sendable {
  /// The number, counted from 1 in each run.
  package var number: Int

  /// Wraps a number.
  package init(_ number: Int) {
    self.number = number
  }
}
