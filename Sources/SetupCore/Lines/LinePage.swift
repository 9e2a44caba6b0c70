import Ground

/// What the line mode says and asks at one moment: a screen's content without its layout.
package struct LinePage: Equatable, Sendable {
  /// A numbered answer.
  package struct Choice: Equatable, Sendable {
    /// What it says.
    package var text: String
    /// Whether it is the highlighted one, from which the others are counted.
    package var isFocused: Bool
    /// The key that takes it once it is highlighted.
    package var key: Key
    /// Whether it is a row of a table.
    var isRow = false

    /// Collects the parts.
    init(_ text: String, isFocused: Bool, key: Key) {
      self.text = SpokenText.of(text)
      self.isFocused = isFocused
      self.key = key
    }
  }

  /// A lettered answer.
  package struct Command: Equatable, Sendable {
    /// The letter or sign to type.
    package var letter: Character
    /// What it does, one or two words.
    package var hint: String
    /// The key that it stands for.
    package var key: Key
  }

  /// Which step or screen this is; a change of it is announced.
  package var title: String
  /// What is said, one paragraph a line.
  package var lines: [String]
  /// Those of the lines in which every space counts.
  package var verbatim: Set<String> = []
  /// The numbered answers.
  package var choices: [Choice]
  /// The lettered answers.
  package var commands: [Command]
  /// What Enter alone does where no choice is highlighted; nil where it does nothing.
  package var enterHint: String?
  /// Whether Esc means something here: going back, or stopping what runs.
  package var backHint: String?
  /// What a text is asked for.
  package var entry: LineEntry?
  /// Whether a paste is kept for the page that asks for it.
  package var keepsPaste = false
  /// A remark.
  package var notice: String?
  /// What is waited for.
  package var waiting: Waiting?

  /// Whether it only explains, so that the question it was asked at comes back by itself.
  package var isAside = false
  /// After how many milliseconds without input time has passed; nil for an idle page.
  package var tickMilliseconds: Int?

  /// The size that pages are made for which nobody sees: large enough for all there is to say.
  static let size = Size(columns: 200, rows: 1000)

  /// Says a text under a title, with nothing to answer but Enter.
  package init(title: String, lines: [String]) {
    self.title = title
    self.lines = lines
    choices = []
    commands = []
  }

  init(_ page: Page, in chrome: Chrome) {
    self.init(title: chrome.name, lines: [])
    tickMilliseconds = chrome.tickMilliseconds
    notice = chrome.notice.map { SpokenText.of($0) }
    waiting = chrome.waiting
    keepsPaste = page.keepsPaste
    for part in page.parts { add(part) }
    take(chrome.keys)
    if case .text = entry { sayRows() }
  }

  private mutating func add(_ part: PagePart) {
    switch part {
    case .blank, .silent: break
    case .text(let text, _, _, let mark):
      say((mark.map { "\($0.word) " } ?? "") + SpokenText.of(text))
    case .explanation(let text), .address(let text): say(SpokenText.of(text))
    case .fact(let label, let value, _):
      say(SpokenText.of(label.isEmpty ? value : "\(label): \(value)"))
    case .row(_, let spoken): say(SpokenText.of(spoken))
    case .verbatim(let text, _):
      lines.append(SpokenText.unmasked(text))
      verbatim.insert(SpokenText.unmasked(text))
    case .choice(_, let isFocused, let spoken):
      choices.append(Choice(spoken, isFocused: isFocused, key: .enter))
    case .listRow(_, let isFocused, let spoken):
      var row = Choice(spoken, isFocused: isFocused, key: .character(" "))
      row.isRow = true
      choices.append(row)
    case .field(_, _, let entry): self.entry = entry ?? self.entry
    }
  }

  private mutating func say(_ text: String) {
    if !text.isEmpty { lines.append(text) }
  }

  /// A table under a field is there to be read: its rows are answered when the text is given.
  private mutating func sayRows() {
    lines += choices.filter { $0.isRow }.map(\.text)
    choices.removeAll { $0.isRow }
  }

  private mutating func take(_ keys: [KeyBinding]) {
    let toggles = keys.contains { $0.role == .row }
    for index in choices.indices where choices[index].isRow && !toggles {
      choices[index].key = .enter
    }
    for row in keys where row.place != .nowhere {
      if row.keys.contains(.escape) { backHint = row.hint }
      if row.keys.contains(.enter) { enterHint = row.hint }
      if let letter = row.letter, let key = row.keys.first {
        commands.append(Command(letter: letter, hint: row.hint, key: key))
      }
      // The way back has its own word, and signs such as + belong to a highlighted row.
      for case .character(let letter) in row.keys where row.role != .back {
        guard letter.isLetter || letter == "?" || letter == "/" else { continue }
        commands.append(Command(letter: letter, hint: row.hint, key: .character(letter)))
      }
    }
  }

  /// The answer that Enter alone gives, in words.
  package var defaultText: String? {
    guard let index = choices.firstIndex(where: \.isFocused), choices[index].key == .enter else {
      return enterHint
    }
    return "\(index + 1), \(choices[index].text)"
  }
}

/// What a line is asked for.
package enum LineEntry: Equatable, Sendable {
  /// A secret: nothing of it is shown.
  case secret(String)
  /// A text that may be seen.
  case text(String)

  /// A text that may be seen, and what stands there now.
  static func text(_ prompt: String, now text: String) -> LineEntry {
    .text(prompt + Self.now(text))
  }

  /// A secret, and what may be said of what stands there now.
  static func secret(_ prompt: String, now remark: String) -> LineEntry {
    .secret(prompt + Self.now(remark))
  }

  private static func now(_ text: String) -> String {
    let clean = SafeText.cleaned(text, limit: RedirectURI.byteLimit)
    return clean.isEmpty ? "" : " (now: \(clean))"
  }

  /// What to type, as the prompt says it.
  package var prompt: String {
    switch self {
    case .secret(let prompt), .text(let prompt): prompt
    }
  }

  /// Whether nothing of it may be shown.
  package var isSecret: Bool {
    if case .secret = self { return true }
    return false
  }
}
