package import Ground

extension UnifiedDiff {
  /// What must not be shown of the two texts.
  package enum Masking: Equatable, Sendable {
    /// Only control characters and bytes that are not UTF-8.
    case none
    /// Every value of an env file too: secrets among the settings as `abcd…wxyz`, what is no
    /// secret among them as it is, all others as dots.
    case envFile([EnvSetting])

    /// The masking of an env file where nothing but a token is known.
    package static func envFile(token: Secret?) -> Masking {
      .envFile([.token(token, variable: "")])
    }
  }

  /// Compares two texts byte by byte, with three lines of context as `diff -u` gives them.
  ///
  /// - Parameters:
  ///   - before: The old text, nil for a file that is new.
  ///   - after: The new text, nil for a file that goes away.
  ///   - path: The path for the headers.
  ///   - masking: What must not be shown.
  ///   - documents: Those of the texts that were read as env files already, to save reading them again.
  /// - Returns: The difference, without lines where the bytes are the same.
  package static func between(
    _ before: FileContent?,
    _ after: FileContent?,
    path: String,
    masking: Masking,
    documents: [DotenvDocument] = []
  ) -> UnifiedDiff {
    guard before != after else { return UnifiedDiff(lines: []) }
    let base = before ?? FileContent()
    let target = after ?? FileContent()
    let window = DiffWindow(base.bytes, target.bytes, context: DiffHunk.context)
    let old = DiffText(base, window.old, masking: masking, documents: documents)
    let new = DiffText(target, window.new, masking: masking, documents: documents)
    let steps = LineDifference(from: old.slices, to: new.slices).steps
    let name = DisplayText.visible(path.utf8)
    let headers = [
      Line(.fileHeader, before == nil ? "--- /dev/null" : "--- a/\(name)"),
      Line(.fileHeader, after == nil ? "+++ /dev/null" : "+++ b/\(name)"),
    ]
    let hunks = DiffHunk.hunks(of: steps, after: window.linesBefore)
    return UnifiedDiff(lines: headers + hunks.flatMap { $0.lines(old: old, new: new) })
  }

  /// The difference as `diff -u` prints it, empty where nothing differs.
  package var text: String {
    lines.map { "\($0.mark)\($0.text)\n" }.joined()
  }
}

extension UnifiedDiff.Line {
  /// The first column; headers stand without one.
  package var mark: String {
    switch kind {
    case .fileHeader, .hunkHeader: ""
    case .context: " "
    case .removed: "-"
    case .added: "+"
    case .remark: "\\ "
    }
  }
}

/// A part of a text, cut into lines for a comparison.
struct DiffText {
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]
  private let mask: EnvMask?

  init(
    _ content: FileContent,
    _ part: Range<Int>,
    masking: UnifiedDiff.Masking,
    documents: [DotenvDocument]
  ) {
    bytes = content.bytes
    var ranges: [Range<Int>] = []
    var start = part.lowerBound
    while start < part.upperBound {
      let rest = bytes[start..<part.upperBound]
      let end = rest.firstIndex(of: .lineFeed).map { $0 + 1 } ?? part.upperBound
      ranges.append(start..<end)
      start = end
    }
    self.ranges = ranges
    switch masking {
    case .none: mask = nil
    case .envFile(let settings):
      mask = EnvMask(content, settings: settings, documents: documents)
    }
  }

  var slices: [ArraySlice<UInt8>] { ranges.map { bytes[$0] } }

  /// Gives one line for a difference, and the remark after it where it has no line end.
  func lines(_ kind: UnifiedDiff.Line.Kind, at index: Int) -> [UnifiedDiff.Line] {
    let range = ranges[index]
    let hasEnd = bytes[range].last == .lineFeed
    let body = range.lowerBound..<(range.upperBound - (hasEnd ? 1 : 0))
    let text = mask?.text(of: body) ?? DisplayText.visible(bytes[body])
    let line = UnifiedDiff.Line(kind, text)
    return hasEnd ? [line] : [line, UnifiedDiff.Line(.remark, "No newline at end of file")]
  }
}

/// Changes that stand close together, with their context.
struct DiffHunk {
  /// The lines that are shown before and after a change.
  static let context = 3

  private var steps: ArraySlice<LineDifference.Step>
  /// How many lines of either text stand before the hunk.
  private var before: (old: Int, new: Int)

  /// Gathers the changes of a way from one text to another, before which so many lines are the same.
  static func hunks(of steps: [LineDifference.Step], after lines: Int) -> [DiffHunk] {
    var ranges: [Range<Int>] = []
    for (index, step) in steps.enumerated() where !step.isSame {
      let range = max(0, index - context)..<min(steps.count, index + context + 1)
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    var position = 0
    var before = (old: lines, new: lines)
    return ranges.map { range in
      for step in steps[position..<range.lowerBound] {
        before = (before.old + step.oldLines, before.new + step.newLines)
      }
      position = range.lowerBound
      return DiffHunk(steps: steps[range], before: before)
    }
  }

  /// Gives the hunk's header and lines.
  func lines(old: DiffText, new: DiffText) -> [UnifiedDiff.Line] {
    let oldCount = steps.reduce(0) { $0 + $1.oldLines }
    let newCount = steps.reduce(0) { $0 + $1.newLines }
    let oldPlace = Self.place(after: before.old, count: oldCount)
    let newPlace = Self.place(after: before.new, count: newCount)
    let header = UnifiedDiff.Line(.hunkHeader, "@@ -\(oldPlace) +\(newPlace) @@")
    return [header]
      + steps.flatMap { step in
        switch step {
        case .same(let index, _): old.lines(.context, at: index)
        case .removed(let index): old.lines(.removed, at: index)
        case .added(let index): new.lines(.added, at: index)
        }
      }
  }

  /// Writes "start,count" as `diff -u` does: no count of 1, and of nothing the line before.
  private static func place(after before: Int, count: Int) -> String {
    switch count {
    case 0: "\(before),0"
    case 1: "\(before + 1)"
    default: "\(before + 1),\(count)"
    }
  }
}

extension LineDifference.Step {
  fileprivate var isSame: Bool {
    guard case .same = self else { return false }
    return true
  }

  fileprivate var oldLines: Int {
    guard case .added = self else { return 1 }
    return 0
  }

  fileprivate var newLines: Int {
    guard case .removed = self else { return 1 }
    return 0
  }
}
