/// What one run has written in a folder, over all its attempts.
package struct RunRecord: Equatable, Sendable {
  /// The paths that were written, relative to the folder, in order.
  package private(set) var written: [String] = []
  /// The run's name in the undo journal; nil while nothing was written.
  package var undo: String?
  /// What can be taken back of what was written; nil while nothing was.
  package private(set) var promise: UndoPromise?
  /// The entries of its plans that were carried out, in order.
  package var applied: [PlanEntry.ID] = []
  /// The tokens that it wrote another one over, the first one first.
  package private(set) var replaced: [OldToken] = []

  /// Begins with nothing written.
  package init() {}

  /// Adds what one attempt has written.
  mutating func note(_ result: ApplyResult) {
    written += result.written.filter { !written.contains($0) }
    undo = result.undo ?? undo
    promise = promise?.and(UndoPromise(result)) ?? UndoPromise(result)
  }

  /// Adds a token that another one was written over.
  mutating func note(_ old: OldToken) {
    if !replaced.contains(where: { $0.secret == old.secret }) { replaced.append(old) }
  }
}
