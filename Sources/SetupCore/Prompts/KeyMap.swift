/// A place where keys have their meaning.
package enum KeyContext: String, CaseIterable, Sendable {
  case project
  case token
  case sandboxToken
  case tokenGuide
  /// How to make an app.
  case appGuide
  /// A field of the app's settings.
  case appField
  case sandboxAppField
  /// A field of the second step in which something is typed, so that every character is text.
  case typing
  case scopes
  /// The scope table before there is a token.
  case appScopes
  case scopesFilter
  case review
  case reviewNothing
  case reviewConnect
  case applying
  case choice
  /// A choice one of which is a new link.
  case linkChoice
  /// The link is on the screen: a browser of this machine can open it.
  case answerHere
  /// The link is on the screen: its answer is pasted.
  case answer
  /// The link is on the screen: a command of the user's machine lets the browser come back.
  case answerTunnel
  /// An answer is being typed.
  case answerField
  case done
  /// The last step with a workspace of many.
  case connected
  /// The first query, with code in the project's language.
  case firstQuery
  case firstQueryByCurl
  /// What will be written of a starter client.
  case clientPlan
  /// A page that is only read.
  case reading
  case status
  case help
  case leaving
}

/// One row of the key table: what a key does at a place, and how the footer and the help say it.
package struct KeyBinding: Equatable, Sendable {
  /// The keys, any of which will do.
  package var keys: [Key]
  /// What the footer calls the keys.
  package var name: String
  /// What the footer says they do, one or two words.
  package var hint: String
  /// What they ask for.
  package var intent: Intent
  /// Where the row is told.
  package var place: Place
  /// The letter that the line mode has for it, where the keys are none.
  package var letter: Character?

  /// Where a row of the key table is told.
  package enum Place: Equatable, Sendable {
    /// In the footer and in the help.
    case footer
    /// In the help only.
    case help
    /// Nowhere: another row speaks for it.
    case nowhere
  }

  init(
    _ name: String,
    _ keys: [Key],
    _ hint: String,
    _ intent: Intent,
    in place: Place = .footer,
    letter: Character? = nil
  ) {
    self.letter = letter
    self.keys = keys
    self.name = name
    self.hint = hint
    self.intent = intent
    self.place = place
  }
}

/// The one table from which the keys, the footer and the help are made.
package enum KeyMap {
  /// The rows for a place, the most important first.
  package static func bindings(for context: KeyContext) -> [KeyBinding] {
    specific(context) + everywhere(context)
  }

  /// What a key asks for at a place; nil where it has no meaning there.
  package static func intent(for key: Key, in context: KeyContext) -> Intent? {
    bindings(for: context).first { $0.keys.contains(key) }?.intent
  }

  private static func specific(_ context: KeyContext) -> [KeyBinding] {
    switch context {
    case .project: [enter("choose")] + choosing + [escape("leave")]
    case .token: token
    case .sandboxToken:
      [KeyBinding("Ctrl-T", [.control("t")], "sandbox's token", .useSandboxToken)] + token
    case .tokenGuide:
      [
        enter("paste the token"),
        KeyBinding("o", [.character("o")], "open page", .openLink),
        KeyBinding("c", [.character("c")], "copy link", .copyLink),
        escape("back"),
      ] + scrolling
    case .appGuide:
      [
        enter("choose"),
        KeyBinding("o", [.character("o")], "open page", .openLink),
        KeyBinding("c", [.character("c")], "copy URI", .copyLink),
        KeyBinding("e", [.character("e")], "edit it", .editRedirectURI),
      ] + choosing + [escape("back")]
    case .appField: token
    case .sandboxAppField:
      [KeyBinding("Ctrl-T", [.control("t")], "sandbox's app", .useSandboxApp)] + token
    case .typing: token
    case .scopes: scopes(of: "token")
    case .appScopes: scopes(of: "app").filter { $0.intent != .askAgain }
    case .scopesFilter: [enter("keep"), escape("clear"), erase] + moving
    case .review:
      [enter("write"), toggle("on/off")] + choosing + [escape("back")]
    case .reviewNothing:
      [enter("check"), toggle("on/off")] + choosing + [escape("back")]
    case .reviewConnect:
      [enter("connect"), toggle("on/off")] + choosing + [escape("back")]
    case .applying:
      [escape("stop"), KeyBinding("Enter", [.enter], "go on", .confirm, in: .nowhere)]
    case .choice: [enter("choose")] + choosing + [escape("back")]
    case .linkChoice:
      [enter("choose"), KeyBinding("n", [.character("n")], "new link", .newLink)] + choosing
        + [escape("back")]
    case .answerHere: [enter("open browser"), copyLink, newLink, escape("back")] + answering
    case .answer: [enter("use paste"), copyLink, newLink, escape("back")] + answering
    case .answerTunnel:
      [
        enter("use paste"),
        copyLink,
        KeyBinding("Ctrl-T", [.control("t")], "copy ssh", .copyTunnel, letter: "t"),
        newLink,
        escape("back"),
      ] + answering
    case .answerField: [enter("use it"), escape("back")] + answering
    case .connected:
      [enter("choose"), KeyBinding("n", [.character("n")], "another workspace", .newLink)]
        + choosing + [escape("close")]
    case .done, .firstQuery, .firstQueryByCurl, .clientPlan, .reading: ending(context)
    case .status: status
    case .help: [enter("close"), escape("close")] + scrolling
    case .leaving: [enter("leave"), escape("stay")]
    }
  }

  /// The keys of the last step.
  private static func ending(_ context: KeyContext) -> [KeyBinding] {
    let copyCurl = KeyBinding("c", [.character("c")], "copy curl", .copyLink)
    return switch context {
    case .done: [enter("choose")] + choosing + [escape("close")]
    case .firstQuery:
      [
        enter("run it"), copyCurl,
        KeyBinding("l", [.character("l")], "copy code", .copyCode),
      ] + reading
    case .firstQueryByCurl: [enter("run it"), copyCurl] + reading
    case .clientPlan: [enter("write")] + reading
    default: [enter("back")] + reading
    }
  }

  private static let status =
    [
      KeyBinding("Enter", [.enter], "fix", .confirm),
      KeyBinding("r", [.character("r")], "check again", .askAgain),
      KeyBinding("w", [.character("w")], "watch", .watch),
      KeyBinding("Space", [.character(" ")], "all rows", .unfold),
      KeyBinding("t", [.character("t")], "other token", .replaceToken),
      KeyBinding("o", [.character("o")], "open the token's page in Attio", .openLink, in: .help),
    ] + choosing + [KeyBinding("Esc", [.escape, .character("q")], "close", .back)]

  private static func scopes(of holder: String) -> [KeyBinding] {
    [
      enter("continue"),
      toggle("change"),
      KeyBinding("p", [.character("p")], "preset", .preset),
      KeyBinding("/", [.character("/")], "filter", .filter),
      escape("back"),
      KeyBinding("→ +", [.right, .character("+")], "more access", .raise, in: .help),
      KeyBinding("← -", [.left, .character("-")], "less access", .lower, in: .help),
      KeyBinding("r", [.character("r")], "ask what the token has now", .askAgain, in: .help),
      KeyBinding("o", [.character("o")], "open the \(holder)'s page", .openLink, in: .help),
      KeyBinding("c", [.character("c")], "copy that page's link", .copyLink, in: .help),
      KeyBinding("n", [.character("n")], "none at all", .selectNone, in: .help),
    ] + moving
  }

  private static func everywhere(_ context: KeyContext) -> [KeyBinding] {
    let repaint = KeyBinding("Ctrl-L", [.control("l")], "draw again", .repaint, in: .help)
    guard ![.help, .leaving, .scopesFilter, .answerField, .typing].contains(context) else {
      return [repaint]
    }
    return [KeyBinding("?", [.character("?")], "help", .help), repaint]
  }

  private static func enter(_ hint: String) -> KeyBinding {
    KeyBinding("Enter", [.enter], hint, .confirm)
  }

  private static func escape(_ hint: String) -> KeyBinding {
    KeyBinding("Esc", [.escape], hint, .back)
  }

  private static func toggle(_ hint: String) -> KeyBinding {
    KeyBinding("Space", [.character(" ")], hint, .toggle)
  }

  private static let token =
    [enter("continue")] + choosing + [
      escape("back"),
      erase,
      KeyBinding("Ctrl-U", [.control("u")], "empty the field", .clear, in: .help),
    ]

  // Beside a field, whose text may hold every letter.
  private static let copyLink = KeyBinding(
    "Ctrl-Y",
    [.control("y")],
    "copy link",
    .copyLink,
    letter: "c"
  )

  private static let newLink = KeyBinding(
    "Ctrl-N",
    [.control("n")],
    "new link",
    .newLink,
    letter: "n"
  )

  private static let answering =
    [
      erase,
      KeyBinding("Ctrl-U", [.control("u")], "empty the field", .clear, in: .help),
    ] + scrolling

  private static let choosing =
    [
      KeyBinding("↑↓", [.down, .tab], "move", .down),
      KeyBinding("↑", [.up, .backTab], "row above", .up, in: .nowhere),
    ] + scrolling

  private static let erase = KeyBinding(
    "Backspace",
    [.backspace, .delete],
    "take back one character",
    .erase,
    in: .help
  )

  private static let moving = [
    KeyBinding("↑", [.up, .backTab], "row above", .up, in: .nowhere),
    KeyBinding("↑↓", [.down, .tab], "move", .down, in: .help),
    KeyBinding("Page Up", [.pageUp], "page above", .pageUp, in: .nowhere),
    KeyBinding("PgUp PgDn", [.pageDown], "page above, below", .pageDown, in: .help),
    KeyBinding("Home", [.home], "first row", .first, in: .nowhere),
    KeyBinding("Home End", [.end], "first row, last row", .last, in: .help),
  ]

  private static let reading =
    [
      escape("back"),
      KeyBinding("↑↓", [.down], "scroll", .down),
      KeyBinding("↑", [.up], "row above", .up, in: .nowhere),
    ] + scrolling

  private static let scrolling = [
    KeyBinding("Page Up", [.pageUp], "scroll up", .pageUp, in: .nowhere),
    KeyBinding("PgUp PgDn", [.pageDown], "scroll up, down", .pageDown, in: .help),
  ]
}
