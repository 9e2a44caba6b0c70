import Ground

/// What a screen says between its header and its footer, part by part; the full screen and the line
/// mode are two layouts of it.
struct Page {
  /// The columns that a row may fill.
  let columns: Int
  /// Whether the terminal is low, so that blank and explaining rows stay only where all fits.
  let isCompact: Bool
  /// The parts from the top.
  private(set) var parts: [PagePart] = []
  /// Whether a paste is kept for the page that asks for it.
  var keepsPaste = false

  init(size: Size) {
    columns = max(1, size.columns - 2)
    isCompact = size.rows < 20
  }

  /// Leaves a row empty, where there is room.
  mutating func blank() { parts.append(.blank) }

  /// Adds a text, broken between words, each line indented.
  mutating func text(
    _ text: String,
    _ role: Role = .plain,
    indent: Int = 0,
    mark: Mark? = nil
  ) {
    parts.append(.text(text, role, indent: indent, mark: mark))
  }

  /// Adds a text that is left out where there is no room for it.
  mutating func explanation(_ text: String) { parts.append(.explanation(text)) }

  /// Adds a label and what is to be said of it, the latter broken between words.
  mutating func fact(_ label: String, _ value: String, _ role: Role = .plain) {
    parts.append(.fact(label, value, role))
  }

  /// Adds an address from the first column, alone on its row, or on more than one where it is
  /// longer than the terminal is wide.
  mutating func address(_ url: String) { parts.append(.address(url)) }

  /// Adds a text as it stands, cut into rows where it is too long.
  mutating func verbatim(_ text: String, _ role: Role) { parts.append(.verbatim(text, role)) }

  /// Adds a row as it is; where it makes sense only to the eye, `spoken` says the same in words, or
  /// nothing.
  mutating func row(_ spans: [Span], spoken: String? = nil) {
    parts.append(.row(spans, spoken: spoken ?? spans.map(\.text).joined()))
  }

  /// Adds a text that only the eye needs, because the line mode says it elsewhere.
  mutating func silent(_ text: String, _ role: Role = .plain, indent: Int = 0) {
    parts.append(.silent(text, role, indent: indent))
  }

  /// Adds an answer of a list; `spoken` says the same where the text has columns.
  mutating func choice(_ text: String, isFocused: Bool, spoken: String? = nil) {
    parts.append(.choice(text, isFocused: isFocused, spoken: spoken ?? text))
  }

  /// Adds a row that a list highlights, of several stretches; `spoken` says the same in words.
  mutating func listRow(_ spans: [Span], isFocused: Bool, spoken: String) {
    parts.append(.listRow(spans, isFocused: isFocused, spoken: spoken))
  }

  /// Adds a row that holds the cursor, and what the line mode asks for there; nil where it only
  /// shows something.
  mutating func field(_ spans: [Span], cursorColumn: Int, asking entry: LineEntry?) {
    parts.append(.field(spans, cursorColumn: cursorColumn, entry))
  }
}

/// A part of a page.
enum PagePart {
  case blank
  case text(String, Role, indent: Int, mark: Mark?)
  /// A text that is left out where there is no room.
  case explanation(String)
  case fact(String, String, Role)
  case address(String)
  /// Code or a difference, in which every space counts.
  case verbatim(String, Role)
  /// A row as it is, and what is said of it; empty for nothing.
  case row([Span], spoken: String)
  /// A text for the eye alone.
  case silent(String, Role, indent: Int)
  case choice(String, isFocused: Bool, spoken: String)
  case listRow([Span], isFocused: Bool, spoken: String)
  case field([Span], cursorColumn: Int, LineEntry?)
}
