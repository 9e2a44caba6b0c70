/// What can be asked for at every desk.
package protocol DeskEffect: Equatable, Sendable {
  /// Stops an effect.
  static func cancel(_ id: EffectID) -> Self
  /// Opens a page in the browser.
  static func openLink(_ url: String) -> Self
}

/// What lies over a room.
package enum Overlay: Equatable, Sendable {
  /// The keys of the place.
  case help
  /// The question whether to leave.
  case leaving
}

/// What the wizard and the status screen work on: the terminal, a remark, and what is waited for.
package struct Desk<Effect: DeskEffect>: Equatable, Sendable {
  /// The terminal's size.
  package var size = Size(columns: 80, rows: 24)
  /// How far the page is scrolled from where it opens, in rows.
  package var scroll = 0
  /// A remark that stays until the next key, such as that a link was copied.
  package var notice: String?
  /// What lies over the room.
  package var overlay: Overlay?
  /// The effect that is waited for.
  package var waiting: Waiting?
  private var effects: [Effect] = []
  private var lastEffect = 0

  /// Starts with nothing on it.
  package init() {}

  /// Asks for an effect that has no answer, or whose answer nobody waits for.
  mutating func perform(_ effect: Effect) {
    effects.append(effect)
  }

  /// Numbers an effect, asks for it and waits for its answer.
  mutating func ask(_ what: String, _ purpose: Purpose, _ effect: (EffectID) -> Effect) {
    lastEffect += 1
    let id = EffectID(lastEffect)
    waiting = Waiting(id: id, what: what, purpose: purpose)
    effects.append(effect(id))
  }

  /// Stops waiting; the result that may still come no longer counts.
  mutating func stopWaiting() {
    guard let waiting else { return }
    self.waiting = nil
    effects.append(.cancel(waiting.id))
  }

  /// Takes note that a result has come, and says what it is for; nil for one that nobody waits for.
  mutating func receive(_ id: EffectID) -> Purpose? {
    guard let waiting, waiting.id == id else { return nil }
    self.waiting = nil
    return waiting.purpose
  }

  /// Says how an attempt to open a page ended.
  mutating func note(opened result: LinkResult) {
    switch result {
    case .attempted: notice = "Asked the browser to open the page."
    case .failed(let reason): notice = "The page could not be opened: \(reason)"
    }
  }

  /// Says that a paste came where nothing takes text.
  mutating func refusePaste() {
    notice = "Nothing takes text here. What you pasted was not kept."
  }

  /// Gives what was asked for since the last time, in order.
  mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }
}
