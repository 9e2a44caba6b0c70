/// Decides what is printed when a page changes: nothing is ever printed twice or taken back.
package struct LineTranscript: Equatable, Sendable {
  private var last: LinePage?
  private var announced: EffectID?
  private var heartbeats = 0
  private var quietMilliseconds = 0

  /// How far apart the signs of life of a long wait are, in milliseconds.
  package static let heartbeatMilliseconds = 10_000

  /// Starts with nothing printed.
  package init() {}

  /// The lines to print because time has passed: what a clock alone changes is told seldom.
  package mutating func lines(for page: LinePage, afterMilliseconds passed: Int) -> [String] {
    guard page.waiting == nil, page.title == last?.title else { return lines(for: page) }
    quietMilliseconds += passed
    guard quietMilliseconds >= 3 * Self.heartbeatMilliseconds else { return [] }
    return lines(for: page)
  }

  /// The lines to print now that this is the page; the prompt comes after them.
  package mutating func lines(for page: LinePage) -> [String] {
    quietMilliseconds = 0
    if let waiting = page.waiting {
      // What the page says meanwhile is said when the wait is over.
      last?.waiting = waiting
      return lines(of: waiting)
    }
    defer { last = page }
    announced = nil
    var lines: [String] = []
    let isNew = last?.title != page.title
    if isNew { lines += ["", page.title + "."] }
    let known = isNew ? [] : last?.lines ?? []
    lines += page.lines.filter { !known.contains($0) }
    if let notice = page.notice, notice != last?.notice { lines.append(notice) }
    return lines + choices(page, isNew: isNew)
  }

  /// What was printed counts as forgotten, so that the whole page is said again.
  package mutating func forget() {
    last = nil
  }

  /// The numbered answers: those that changed, where most are as they were.
  private func choices(_ page: LinePage, isNew: Bool) -> [String] {
    let texts = page.choices.map(\.text)
    let numbered = texts.enumerated().map { "\($0.offset + 1): \($0.element)" }
    guard !isNew, let old = last?.choices.map(\.text), old.count == texts.count else {
      return numbered
    }
    let changed = zip(numbered, zip(texts, old)).filter { $1.0 != $1.1 }.map(\.0)
    let isFew = changed.count * 2 <= texts.count
    return isFew ? changed : numbered
  }

  private mutating func lines(of waiting: Waiting) -> [String] {
    if announced != waiting.id {
      guard waiting.isNoticeable else { return [] }
      announced = waiting.id
      heartbeats = 0
      return ["\(waiting.what)."]
    }
    let due = waiting.milliseconds / Self.heartbeatMilliseconds
    guard due > heartbeats else { return [] }
    heartbeats = due
    return ["Still at it after \(waiting.milliseconds / 1000) seconds. Type b and Enter to stop."]
  }
}

extension LinePage {
  /// What a number does where it does not simply choose.
  private var toggleHint: String {
    choices.contains { $0.key == .character(" ") } ? " to change its row" : ""
  }

  /// The question at the end of a page: what to type, and what Enter alone does.
  package var prompt: String {
    var parts: [String] = []
    if let entry { parts.append("\(entry.prompt)\(entry.isSecret ? "; it is not shown" : "").") }
    if !choices.isEmpty {
      parts.append((entry == nil ? "Type a number" : "Or type a number") + "\(toggleHint).")
    }
    if let defaultText {
      parts.append("Enter alone: \(defaultText)" + (defaultText.hasSuffix(".") ? "" : "."))
    }
    let back = backHint.map { "b \($0)" }
    let letters = commands.map { "\($0.letter) \($0.hint)" } + [back, "q leave"].compactMap(\.self)
    parts.append("Letters: \(letters.joined(separator: ", ")).")
    return parts.joined(separator: " ") + " > "
  }
}
