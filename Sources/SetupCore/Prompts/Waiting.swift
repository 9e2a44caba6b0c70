/// An effect that is waited for.
package struct Waiting: Equatable, Sendable {
  /// What kind of work it is.
  package enum Kind: Equatable, Sendable {
    /// Work without traces, which can be dropped at any moment.
    case asking
    /// Writing files, which ends with a report even when it is stopped.
    case writing
  }

  /// The effect.
  package var id: EffectID
  /// What is waited for, as the screen says it.
  package var what: String
  /// What the answer is wanted for.
  package var purpose: Purpose
  /// Whether the user asked to stop it.
  package var isStopping = false
  /// How long it has taken so far, in milliseconds.
  package var milliseconds = 0

  init(id: EffectID, what: String, purpose: Purpose) {
    self.id = id
    self.what = what
    self.purpose = purpose
  }

  /// What kind of work it is.
  package var kind: Kind { purpose.kind }

  /// Whether it takes long enough to be said: over 300 ms.
  package var isNoticeable: Bool { milliseconds >= 300 }
}
