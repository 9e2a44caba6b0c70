import Ground

/// What stands around a page: the header, the remark above the footer, and the footer.
struct Chrome {
  /// The terminal's size.
  let size: Size
  /// What the screen is called.
  var name: String
  /// Where it stands in its sequence, or how old it is, at the right end of the first row.
  let place: String
  /// The keys of the footer.
  let keys: [KeyBinding]
  /// What is waited for.
  let waiting: Waiting?
  /// A remark that stays until the next key.
  let notice: String?
  /// How far the page is scrolled, in rows.
  let scroll: Int
  /// After how many milliseconds without input time has passed; nil for an idle screen.
  let tickMilliseconds: Int?

  init<Effect>(
    _ desk: Desk<Effect>,
    name: String,
    place: String,
    keys: [KeyBinding],
    tickMilliseconds: Int? = nil
  ) {
    size = desk.size
    waiting = desk.waiting
    notice = desk.notice
    scroll = desk.scroll
    self.name = name
    self.place = place
    self.keys = keys
    self.tickMilliseconds = tickMilliseconds
  }
}

/// Puts header, page and footer together to a frame of exactly the terminal's size.
enum Layout {
  /// The rows that header and footer take.
  static let rowsAround = 4

  static func frame(_ page: Page, in chrome: Chrome) -> Frame {
    let size = chrome.size
    let room = room(chrome)
    let page = PageRows(page, room: room)
    let limits = scrollLimits(page, room)
    let scroll = min(max(chrome.scroll, limits.lowerBound), limits.upperBound)
    let offset = opening(page, room: room) + scroll
    var body = Array(page.rows.dropFirst(offset).prefix(room))
    body += Array(repeating: [], count: room - body.count)
    let isMore = offset + room < page.rows.count
    let rows =
      header(chrome) + body.map { indented($0) }
      + status(chrome, isMore: isMore, isScrolled: offset > 0) + [footer(chrome)]
    return Frame(
      rows: rows.map { fitted($0, columns: size.columns) },
      cursor: cursor(page, offset: offset, room: room),
      tickMilliseconds: chrome.tickMilliseconds,
      mouse: mouse(page, offset: offset, room: room, in: chrome)
    )
  }

  /// How far a page can be scrolled from where it opens.
  static func scrollLimits<Effect>(_ page: Page, at desk: Desk<Effect>) -> ClosedRange<Int> {
    let room = room(Chrome(desk, name: "", place: "", keys: []))
    return scrollLimits(PageRows(page, room: room), room)
  }

  private static func scrollLimits(_ page: PageRows, _ room: Int) -> ClosedRange<Int> {
    let first = opening(page, room: room)
    return -first...max(0, page.rows.count - room - first)
  }

  /// The rows that are left for the page; a long notice takes more than one from it.
  private static func room(_ chrome: Chrome) -> Int {
    max(1, chrome.size.rows - rowsAround - max(0, noticeLines(chrome).count - 1))
  }

  private static func noticeLines(_ chrome: Chrome) -> [String] {
    let isHidden = chrome.waiting?.isNoticeable ?? false
    guard let notice = chrome.notice, !isHidden else { return [] }
    return notice.wrapped(to: max(1, chrome.size.columns - 2))
  }

  /// The first row that is drawn before anybody scrolls: the highlighted row is in view.
  private static func opening(_ page: PageRows, room: Int) -> Int {
    max(0, (page.focus ?? 0) + 1 - room)
  }

  private static func cursor(_ page: PageRows, offset: Int, room: Int) -> Position? {
    guard let cursor = page.cursor, cursor.row >= offset, cursor.row < offset + room else {
      return nil
    }
    return Position(row: cursor.row - offset + 2, column: cursor.column + 1)
  }

  private static func header(_ chrome: Chrome) -> [[Span]] {
    let left = " Attio setup"
    let name = "  \(chrome.name)"
    let right = "\(chrome.place) "
    let gap = chrome.size.columns - DisplayWidth.of(left + name + right)
    return [
      [
        Span(left, .title), Span(name, .plain), Span(String(repeating: " ", count: max(1, gap))),
        Span(right, .muted),
      ],
      [Span(String(repeating: "─", count: chrome.size.columns), .border)],
    ]
  }

  private static func status(_ chrome: Chrome, isMore: Bool, isScrolled: Bool) -> [[Span]] {
    if let waiting = chrome.waiting, waiting.isNoticeable {
      return [progress(waiting, columns: chrome.size.columns)]
    }
    let notice = noticeLines(chrome)
    guard notice.isEmpty else { return notice.map { [Span(" " + $0, .warning)] } }
    switch (isScrolled, isMore) {
    case (_, true): return [[Span(" ↓ More below: Page Down", .muted)]]
    case (true, false): return [[Span(" ↑ More above: Page Up", .muted)]]
    case (false, false): return [[]]
    }
  }

  private static func progress(_ waiting: Waiting, columns: Int) -> [Span] {
    let turns = ["|", "/", "-", "\\"]
    let turn = turns[waiting.milliseconds / 100 % turns.count]
    let seconds = waiting.milliseconds / 1000
    // The seconds must be seen whatever the host's name is long.
    let what = "\(waiting.what)…".truncated(to: columns - 10)
    return [Span(" \(turn) ", .key), Span("\(what) \(seconds > 0 ? "\(seconds) s" : "")")]
  }

  private static func footer(_ chrome: Chrome) -> [Span] {
    let keys = footerKeys(chrome)
    return [Span(" ")]
      + keys.enumerated().flatMap { index, key in
        let gap = index == keys.count - 1 ? "" : "  "
        return [Span(key.name, .key), Span(" \(key.hint)\(gap)", .muted)]
      }
  }

  /// What the footer has room for.
  static func footerKeys(_ chrome: Chrome) -> [KeyBinding] {
    var keys = chrome.keys.filter { $0.place == .footer }
    // One that the user can do without goes, so that the way back and the help stay.
    while keys.reduce(0, { $0 + width($1) }) > chrome.size.columns + 1,
      let index = keys.lastIndex(where: { !$0.isEssential })
    {
      keys.remove(at: index)
    }
    return keys
  }

  /// The columns that a key takes in the footer, the gap behind it included.
  static func width(_ key: KeyBinding) -> Int {
    DisplayWidth.of("\(key.name) \(key.hint)  ")
  }

  private static func indented(_ row: [Span]) -> [Span] {
    // An address starts in the first column, so that a wrapped one can be selected whole.
    row.isEmpty || row.first?.role == .link ? row : [Span(" ")] + row
  }

  private static func fitted(_ row: [Span], columns: Int) -> [Span] {
    var left = columns
    var result: [Span] = []
    for span in row where left > 0 {
      let text = span.text.truncated(to: left)
      left -= DisplayWidth.of(text)
      if !text.isEmpty { result.append(Span(text, span.role)) }
    }
    return result
  }
}
