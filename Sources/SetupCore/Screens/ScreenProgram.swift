/// A full-screen program as data and pure functions; a front end supplies terminal and effects.
package struct ScreenProgram<State: Sendable, Event: Sendable, Effect: Sendable>: Sendable {
  /// Changes the state for an event and names the effects that follow.
  package var reduce: @Sendable (inout State, Event) -> [Effect]
  /// Draws the state.
  package var screen: @Sendable (State) -> Frame
  /// Says the state without a layout, for the line mode.
  package var linePage: @Sendable (State) -> LinePage
  /// Turns input into an event.
  package var event: @Sendable (InputEvent) -> Event
  /// Whether the loop ends.
  package var isFinished: @Sendable (State) -> Bool
  /// The text that an effect hands to the terminal's clipboard, nil for every other effect.
  ///
  /// Only the front end that owns the terminal can perform it. Never a secret.
  package var clipboardText: @Sendable (Effect) -> String?

  /// Collects the functions.
  package init(
    reduce: @escaping @Sendable (inout State, Event) -> [Effect],
    screen: @escaping @Sendable (State) -> Frame,
    linePage: @escaping @Sendable (State) -> LinePage,
    event: @escaping @Sendable (InputEvent) -> Event,
    isFinished: @escaping @Sendable (State) -> Bool,
    clipboardText: @escaping @Sendable (Effect) -> String? = { _ in nil }
  ) {
    self.reduce = reduce
    self.screen = screen
    self.linePage = linePage
    self.event = event
    self.isFinished = isFinished
    self.clipboardText = clipboardText
  }
}
