@testable import SetupCore

/// The rooms that are there only while the user is in them, and what they offer.
extension WizardState {
  var review: ReviewRoom? { if case .review(let room) = place { room } else { nil } }
  var write: WriteRoom? { if case .write(let room) = place { room } else { nil } }
  var connect: ConnectRoom? { if case .connect(let room) = place { room } else { nil } }
  var done: DoneRoom? { if case .done(let room) = place { room } else { nil } }

  var projectChoices: [ProjectRoom.Action] { project.choices(hall).map(\.action) }
  var tokenChoices: [TokenRoom.Action] { token.choices(hall).map(\.action) }
  var appChoices: [AppRoom.Action] { app.choices(hall).map(\.action) }
  var reviewChoices: [ReviewRoom.Action] { review?.choices(hall).map(\.action) ?? [] }
  var applyChoices: [WriteRoom.Action] { write?.choices(hall).map(\.action) ?? [] }
  var connectChoices: [ConnectRoom.Action] { connect?.choices(hall).map(\.action) ?? [] }
  var doneChoices: [DoneRoom.Action] { done?.choices(hall).map(\.action) ?? [] }
}
