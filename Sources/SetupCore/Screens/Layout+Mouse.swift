extension Layout {
  /// What the mouse does on a page: rows of lists and keys of the footer can be clicked.
  static func mouse(_ page: PageRows, offset: Int, room: Int, in chrome: Chrome) -> MouseTargets {
    var targets = MouseTargets()
    targets.clicks = choices(page, offset: offset, room: room, in: chrome) + footerTargets(chrome)
    if page.rows.count > room, has(.pageDown, chrome) {
      targets.wheelUp = [.pageUp]
      targets.wheelDown = [.pageDown]
    } else if !page.choices.isEmpty, has(.down, chrome) {
      targets.wheelUp = [.up]
      targets.wheelDown = [.down]
    }
    return targets
  }

  private static func has(_ key: Key, _ chrome: Chrome) -> Bool {
    chrome.keys.contains { $0.keys.contains(key) }
  }

  /// A click moves the highlight with the arrows; one on the highlighted row does what its key does.
  private static func choices(
    _ page: PageRows,
    offset: Int,
    room: Int,
    in chrome: Chrome
  ) -> [MouseTargets.Target] {
    guard has(.down, chrome), let focused = page.choices.firstIndex(where: { $0 == page.focus })
    else { return [] }
    return page.choices.enumerated().compactMap { index, row in
      guard (offset..<offset + room).contains(row) else { return nil }
      let distance = index - focused
      let keys =
        distance == 0
        ? chosen(chrome)
        : Array(repeating: distance > 0 ? Key.down : .up, count: abs(distance))
      return MouseTargets.Target(
        row: row - offset + 2,
        columns: 0..<chrome.size.columns,
        keys: keys
      )
    }
  }

  /// Where rows are switched on and off, Enter means more than the row.
  private static func chosen(_ chrome: Chrome) -> [Key] {
    let key = chrome.keys.first { $0.role == .row } ?? chrome.keys.first { $0.role == .confirm }
    return key.map { $0.place == .nowhere ? [] : Array($0.keys.prefix(1)) } ?? []
  }

  private static func footerTargets(_ chrome: Chrome) -> [MouseTargets.Target] {
    var column = 1
    return footerKeys(chrome).map { key in
      defer { column += width(key) }
      return MouseTargets.Target(
        row: chrome.size.rows - 1,
        columns: column..<column + width(key) - 2,
        keys: Array(key.keys.prefix(1))
      )
    }
  }
}
