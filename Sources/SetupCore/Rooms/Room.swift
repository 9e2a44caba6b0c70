import Ground

/// What a room works with: the desk, and what is true wherever one stands.
protocol RoomHall: Equatable, Sendable {
  associatedtype Effect: DeskEffect
  /// The desk.
  var desk: Desk<Effect> { get set }
}

/// How much a room wants of what is typed.
enum Typing: Equatable {
  /// Characters are keys.
  case keys
  /// A field is empty: a character that is no key begins its text.
  case begins
  /// Every character is text.
  case text
}

/// A place of a screen program: it owns its state, its keys, its words, and what the keys do.
protocol Room: Equatable, Sendable {
  associatedtype Action: Sendable
  associatedtype Hall: RoomHall
  /// The highlighted row.
  var selection: ListSelection { get set }
  /// What the help says about the place.
  func about(_ hall: Hall) -> String
  /// What the keys do, the most important first.
  func bindings(_ hall: Hall) -> [Binding<Action>]
  /// The answers, the default first.
  func choices(_ hall: Hall) -> [Choice<Action>]
  /// How many rows can be highlighted: of a table, where there is one, else the answers.
  func rowCount(_ hall: Hall) -> Int
  /// What is on the screen.
  func page(_ hall: Hall) -> Page
  /// Does what a key or a choice asks for.
  mutating func take(_ action: Action, _ hall: inout Hall)
  /// What becomes of characters.
  func typing(_ hall: Hall) -> Typing
  /// Takes characters into the field.
  mutating func type(_ text: String, _ hall: inout Hall)
  /// Takes a whole paste.
  mutating func paste(_ content: FileContent, _ hall: inout Hall)
  /// The last paste, where what follows belongs to it.
  func pasted(_ hall: Hall) -> FileContent
}

extension Room {
  func choices(_ hall: Hall) -> [Choice<Action>] { [] }
  func rowCount(_ hall: Hall) -> Int { choices(hall).count }
  func typing(_ hall: Hall) -> Typing { .keys }
  func type(_ text: String, _ hall: inout Hall) {}
  func paste(_ content: FileContent, _ hall: inout Hall) { hall.desk.refusePaste() }
  func pasted(_ hall: Hall) -> FileContent { FileContent() }

  private func everyBinding(_ hall: Hall) -> [Binding<Action>] {
    bindings(hall) + (typing(hall) == .text ? [] : [.help]) + [.repaint]
  }

  private func binding(_ key: Key, _ hall: Hall) -> Binding<Action>? {
    everyBinding(hall).first { $0.key.keys.contains(key) }
  }

  /// What the keys do, as it is told.
  func keys(_ hall: Hall) -> [KeyBinding] { everyBinding(hall).map(\.key) }

  /// Whether a character goes into the field.
  func takes(_ character: Character, _ hall: Hall) -> Bool {
    switch typing(hall) {
    case .keys: false
    case .begins: binding(.character(character), hall) == nil
    case .text: true
    }
  }

  /// Does what a key is for.
  mutating func press(_ key: Key, _ hall: inout Hall) {
    if case .character(let character) = key, takes(character, hall) {
      return type(String(character), &hall)
    }
    switch binding(key, hall)?.deed {
    case .act(let action): take(action, &hall)
    case .choose:
      let choices = choices(hall)
      if choices.indices.contains(selection.index) { take(choices[selection.index].action, &hall) }
    case .move(let move):
      hall.desk.scroll = 0
      selection.move(move, count: rowCount(hall))
    case .scroll(let move): hall.desk.scroll(move, page(hall))
    case .help:
      hall.desk.overlay = .help
      hall.desk.scroll = 0
    case .repaint, nil: break
    }
  }
}

extension Desk {
  /// Moves the page within its rows.
  mutating func scroll(_ move: PageMove, _ page: Page) {
    let half = max(1, (size.rows - Layout.rowsAround) / 2)
    let rows =
      switch move {
      case .rowUp: -1
      case .rowDown: 1
      case .halfUp: -half
      case .halfDown: half
      }
    let limits = Layout.scrollLimits(page, at: self)
    self.scroll = min(max(self.scroll + rows, limits.lowerBound), limits.upperBound)
  }
}
