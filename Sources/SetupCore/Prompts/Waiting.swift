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
  /// What kind of work it is.
  package var kind: Kind
  /// What is waited for, as the screen says it.
  package var what: String
  /// What the wizard wants the answer for; nil in the status screen, which asks one thing only.
  package var purpose: Purpose?
  /// How long it has taken so far, in milliseconds.
  package var milliseconds = 0

  init(id: EffectID, kind: Kind, what: String, purpose: Purpose? = nil) {
    self.id = id
    self.kind = kind
    self.what = what
    self.purpose = purpose
  }

  /// Whether it takes long enough to be said: over 300 ms.
  package var isNoticeable: Bool { milliseconds >= 300 }
}
