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
  case help
  case leaving
}

/// The one table from which the keys, the footer and the help are made.
package enum KeyMap {
  /// The rows for a place, the most important first.
  package static func bindings(for context: KeyContext) -> [KeyBinding] {
    rows(for: context).map(\.key)
  }

  static func rows(for context: KeyContext) -> [IntentBinding] {
    specific(context) + everywhere(context)
  }

  /// What a key asks for at a place; nil where it has no meaning there.
  package static func intent(for key: Key, in context: KeyContext) -> Intent? {
    rows(for: context).first { $0.key.keys.contains(key) }?.intent
  }

  private static func specific(_ context: KeyContext) -> [IntentBinding] {
    switch context {
    case .project: [enter("choose")] + choosing + [escape("leave")]
    case .token: token
    case .sandboxToken:
      [IntentBinding("Ctrl-T", [.control("t")], "sandbox's token", .useSandboxToken)] + token
    case .tokenGuide:
      [
        enter("paste the token"),
        IntentBinding("o", [.character("o")], "open page", .openLink),
        IntentBinding("c", [.character("c")], "copy link", .copyLink),
        escape("back"),
      ] + scrolling
    case .appGuide:
      [
        enter("choose"),
        IntentBinding("o", [.character("o")], "open page", .openLink),
        IntentBinding("c", [.character("c")], "copy URI", .copyLink),
        IntentBinding("e", [.character("e")], "edit it", .editRedirectURI),
      ] + choosing + [escape("back")]
    case .appField: token
    case .sandboxAppField:
      [IntentBinding("Ctrl-T", [.control("t")], "sandbox's app", .useSandboxApp)] + token
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
      [escape("stop"), IntentBinding("Enter", [.enter], "go on", .confirm, in: .nowhere)]
    case .choice: [enter("choose")] + choosing + [escape("back")]
    case .linkChoice:
      [enter("choose"), IntentBinding("n", [.character("n")], "new link", .newLink)] + choosing
        + [escape("back")]
    case .answerHere: [enter("open browser"), copyLink, newLink, escape("back")] + answering
    case .answer: [enter("use paste"), copyLink, newLink, escape("back")] + answering
    case .answerTunnel:
      [
        enter("use paste"),
        copyLink,
        IntentBinding("Ctrl-T", [.control("t")], "copy ssh", .copyTunnel, letter: "t"),
        newLink,
        escape("back"),
      ] + answering
    case .answerField: [enter("use it"), escape("back")] + answering
    case .connected:
      [enter("choose"), IntentBinding("n", [.character("n")], "another workspace", .newLink)]
        + choosing + [escape("close")]
    case .done, .firstQuery, .firstQueryByCurl, .clientPlan, .reading: ending(context)
    case .help: [enter("close"), escape("close")] + scrolling
    case .leaving: [enter("leave"), escape("stay")]
    }
  }

  /// The keys of the last step.
  private static func ending(_ context: KeyContext) -> [IntentBinding] {
    let copyCurl = IntentBinding("c", [.character("c")], "copy curl", .copyLink)
    return switch context {
    case .done: [enter("choose")] + choosing + [escape("close")]
    case .firstQuery:
      [
        enter("run it"), copyCurl,
        IntentBinding("l", [.character("l")], "copy code", .copyCode),
      ] + reading
    case .firstQueryByCurl: [enter("run it"), copyCurl] + reading
    case .clientPlan: [enter("write")] + reading
    default: [enter("back")] + reading
    }
  }

  private static func scopes(of holder: String) -> [IntentBinding] {
    [
      enter("continue"),
      toggle("change"),
      IntentBinding("p", [.character("p")], "preset", .preset),
      IntentBinding("/", [.character("/")], "filter", .filter),
      escape("back"),
      IntentBinding("→ +", [.right, .character("+")], "more access", .raise, in: .help),
      IntentBinding("← -", [.left, .character("-")], "less access", .lower, in: .help),
      IntentBinding("r", [.character("r")], "ask what the token has now", .askAgain, in: .help),
      IntentBinding("o", [.character("o")], "open the \(holder)'s page", .openLink, in: .help),
      IntentBinding("c", [.character("c")], "copy that page's link", .copyLink, in: .help),
      IntentBinding("n", [.character("n")], "none at all", .selectNone, in: .help),
    ] + moving
  }

  private static func everywhere(_ context: KeyContext) -> [IntentBinding] {
    let repaint = IntentBinding("Ctrl-L", [.control("l")], "draw again", .repaint, in: .help)
    guard ![.help, .leaving, .scopesFilter, .answerField, .typing].contains(context) else {
      return [repaint]
    }
    return [IntentBinding("?", [.character("?")], "help", .help), repaint]
  }

  private static func enter(_ hint: String) -> IntentBinding {
    IntentBinding("Enter", [.enter], hint, .confirm)
  }

  private static func escape(_ hint: String) -> IntentBinding {
    IntentBinding("Esc", [.escape], hint, .back)
  }

  private static func toggle(_ hint: String) -> IntentBinding {
    IntentBinding("Space", [.character(" ")], hint, .toggle)
  }

  private static let token =
    [enter("continue")] + choosing + [
      escape("back"),
      erase,
      IntentBinding("Ctrl-U", [.control("u")], "empty the field", .clear, in: .help),
    ]

  // Beside a field, whose text may hold every letter.
  private static let copyLink = IntentBinding(
    "Ctrl-Y",
    [.control("y")],
    "copy link",
    .copyLink,
    letter: "c"
  )

  private static let newLink = IntentBinding(
    "Ctrl-N",
    [.control("n")],
    "new link",
    .newLink,
    letter: "n"
  )

  private static let answering =
    [
      erase,
      IntentBinding("Ctrl-U", [.control("u")], "empty the field", .clear, in: .help),
    ] + scrolling

  private static let choosing =
    [
      IntentBinding("↑↓", [.down, .tab], "move", .down),
      IntentBinding("↑", [.up, .backTab], "row above", .up, in: .nowhere),
    ] + scrolling

  private static let erase = IntentBinding(
    "Backspace",
    [.backspace, .delete],
    "take back one character",
    .erase,
    in: .help
  )

  private static let moving = [
    IntentBinding("↑", [.up, .backTab], "row above", .up, in: .nowhere),
    IntentBinding("↑↓", [.down, .tab], "move", .down, in: .help),
    IntentBinding("Page Up", [.pageUp], "page above", .pageUp, in: .nowhere),
    IntentBinding("PgUp PgDn", [.pageDown], "page above, below", .pageDown, in: .help),
    IntentBinding("Home", [.home], "first row", .first, in: .nowhere),
    IntentBinding("Home End", [.end], "first row, last row", .last, in: .help),
  ]

  private static let reading =
    [
      escape("back"),
      IntentBinding("↑↓", [.down], "scroll", .down),
      IntentBinding("↑", [.up], "row above", .up, in: .nowhere),
    ] + scrolling

  private static let scrolling = [
    IntentBinding("Page Up", [.pageUp], "scroll up", .pageUp, in: .nowhere),
    IntentBinding("PgUp PgDn", [.pageDown], "scroll up, down", .pageDown, in: .help),
  ]
}

/// One row of the key table: what a key does at a place, and the intent that it stands for.
struct IntentBinding {
  var key: KeyBinding
  var intent: Intent

  init(
    _ name: String,
    _ keys: [Key],
    _ hint: String,
    _ intent: Intent,
    in place: KeyBinding.Place = .footer,
    letter: Character? = nil
  ) {
    let role: KeyBinding.Role =
      switch intent {
      case .confirm: .confirm
      case .back: .back
      case .help: .help
      case .toggle: .row
      default: .other
      }
    key = KeyBinding(
      keys: keys,
      name: name,
      hint: hint,
      place: place,
      letter: letter,
      role: role
    )
    self.intent = intent
  }
}
