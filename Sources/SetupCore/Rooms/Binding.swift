/// What a key does in a room: how it is told, and what it asks the room for.
struct Binding<Action: Sendable>: Sendable {
  /// What a key is for.
  enum Deed: Sendable {
    /// An action of the room.
    case act(Action)
    /// The action of the highlighted choice.
    case choose
    /// Another row is highlighted.
    case move(ListSelection.Move)
    /// The page moves.
    case scroll(PageMove)
    case help
    /// The screen is drawn again.
    case repaint
  }

  /// How it is told.
  var key: KeyBinding
  /// What it is for.
  var deed: Deed

  init(
    _ name: String,
    _ keys: [Key],
    _ hint: String,
    _ deed: Deed,
    in place: KeyBinding.Place = .footer,
    letter: Character? = nil,
    role: KeyBinding.Role = .other
  ) {
    key = KeyBinding(
      keys: keys,
      name: name,
      hint: hint,
      place: place,
      letter: letter,
      role: role
    )
    self.deed = deed
  }
}

extension Binding {
  /// Enter, which takes the highlighted choice.
  static var choose: Binding { Binding("Enter", [.enter], "choose", .choose, role: .confirm) }

  /// Enter, with a meaning of its own.
  static func enter(
    _ hint: String,
    _ action: Action,
    in place: KeyBinding.Place = .footer
  ) -> Binding {
    Binding("Enter", [.enter], hint, .act(action), in: place, role: .confirm)
  }

  /// Esc.
  static func escape(_ hint: String, _ action: Action) -> Binding {
    Binding("Esc", [.escape], hint, .act(action), role: .back)
  }

  /// Space, which changes the highlighted row.
  static func row(_ hint: String, _ action: Action) -> Binding {
    Binding("Space", [.character(" ")], hint, .act(action), role: .row)
  }

  /// A letter.
  static func letter(
    _ letter: Character,
    _ hint: String,
    _ action: Action,
    in place: KeyBinding.Place = .footer
  ) -> Binding {
    Binding("\(letter)", [.character(letter)], hint, .act(action), in: place)
  }

  /// A letter with Control, for beside a field, whose text may hold every letter.
  static func control(
    _ letter: Character,
    _ hint: String,
    _ action: Action,
    in place: KeyBinding.Place = .footer,
    said word: Character? = nil
  ) -> Binding {
    let name = "Ctrl-\(letter.uppercased())"
    return Binding(name, [.control(letter)], hint, .act(action), in: place, letter: word)
  }

  /// The arrows of a list of choices, and the page keys.
  static var choosing: [Binding] {
    [
      Binding("↑↓", [.down, .tab], "move", .move(.down)),
      Binding("↑", [.up, .backTab], "row above", .move(.up), in: .nowhere),
    ] + scrolling
  }

  /// The keys of a long table.
  static var moving: [Binding] {
    [
      Binding("↑", [.up, .backTab], "row above", .move(.up), in: .nowhere),
      Binding("↑↓", [.down, .tab], "move", .move(.down), in: .help),
      Binding("Page Up", [.pageUp], "page above", .move(.pageUp), in: .nowhere),
      Binding("PgUp PgDn", [.pageDown], "page above, below", .move(.pageDown), in: .help),
      Binding("Home", [.home], "first row", .move(.first), in: .nowhere),
      Binding("Home End", [.end], "first row, last row", .move(.last), in: .help),
    ]
  }

  /// The keys of a page that has nothing to choose.
  static var reading: [Binding] {
    [
      Binding("↑↓", [.down], "scroll", .scroll(.rowDown)),
      Binding("↑", [.up], "row above", .scroll(.rowUp), in: .nowhere),
    ] + scrolling
  }

  /// The page keys.
  static var scrolling: [Binding] {
    [
      Binding("Page Up", [.pageUp], "scroll up", .scroll(.halfUp), in: .nowhere),
      Binding("PgUp PgDn", [.pageDown], "scroll up, down", .scroll(.halfDown), in: .help),
    ]
  }

  /// Backspace.
  static func erase(_ action: Action) -> Binding {
    let keys: [Key] = [.backspace, .delete]
    return Binding("Backspace", keys, "take back one character", .act(action), in: .help)
  }

  /// Ctrl-U.
  static func clear(_ action: Action) -> Binding {
    .control("u", "empty the field", action, in: .help)
  }

  static var help: Binding { Binding("?", [.character("?")], "help", .help, role: .help) }

  static var repaint: Binding {
    Binding("Ctrl-L", [.control("l")], "draw again", .repaint, in: .help)
  }
}

/// A way that a page moves.
enum PageMove: Sendable {
  case rowUp
  case rowDown
  case halfUp
  case halfDown
}

/// An answer that can be chosen: its words, and what it does.
struct Choice<Action: Sendable>: Sendable {
  /// What it says.
  var text: String
  /// What it does.
  var action: Action
  /// What the line mode says instead, where the text has columns.
  var spoken: String?

  init(_ text: String, _ action: Action, spoken: String? = nil) {
    self.text = text
    self.action = action
    self.spoken = spoken
  }
}

extension Choice: Equatable where Action: Equatable {}
