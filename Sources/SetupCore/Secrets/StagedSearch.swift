package import Ground

/// Searches what is staged for secrets: a difference of git's in pieces, the places of its added lines out.
package struct StagedSearch: Sendable {
  /// A place where a secret would be committed.
  package struct Found: Equatable, Sendable {
    /// The file, from the top of the repository.
    package var file: String
    /// The line.
    package var line: Int
    /// Which secret, never its value.
    package var what: String

    /// Names a place.
    package init(file: String, line: Int, what: String) {
      self.file = file
      self.line = line
      self.what = what
    }
  }

  /// A secret shorter than this stands in too many places by chance.
  package static let shortest = 8
  /// The longest line that is kept as a whole; of a longer one the pieces are searched.
  private static let lineLimit = 1024 * 1024

  /// Where secrets were found.
  package private(set) var found: [Found] = []
  private let needles: [(what: String, bytes: [UInt8])]
  private let longest: Int
  private var line: [UInt8] = []
  private var file = ""
  private var number = 0
  private var isInHunk = false
  private var isFoundInLine = false

  /// Looks for these secrets, each with a name for it.
  package init(_ secrets: [(what: String, value: Secret)]) {
    var seen: Set<[UInt8]> = []
    needles = secrets.compactMap { secret in
      let bytes = Array(secret.value.reveal().utf8)
      guard bytes.count >= Self.shortest, seen.insert(bytes).inserted else { return nil }
      return (secret.what, bytes)
    }
    longest = needles.map(\.bytes.count).max() ?? 0
  }

  /// Whether there is anything to look for.
  package var isEmpty: Bool { needles.isEmpty }

  /// Takes the next piece of `git diff --cached --unified=0`.
  package mutating func take(_ piece: some Sequence<UInt8>) {
    for byte in piece {
      if byte == 0x0A {
        endLine()
        continue
      }
      line.append(byte)
      if line.count > Self.lineLimit {
        searchAdded()
        line = Array(line.prefix(1) + line.suffix(longest))
      }
    }
  }

  /// Takes the end of the output.
  package mutating func finish() {
    if !line.isEmpty { endLine() }
  }

  private mutating func endLine() {
    defer {
      line.removeAll(keepingCapacity: true)
      isFoundInLine = false
    }
    if line.starts(with: "diff --git ".utf8) {
      isInHunk = false
    } else if !isInHunk, line.starts(with: "+++ ".utf8) {
      file = Self.path(line.dropFirst(4))
    } else if line.starts(with: "@@ ".utf8) {
      isInHunk = true
      number = Self.firstLine(line)
    } else if isInHunk, line.first == UInt8(ascii: "+") {
      searchAdded()
      number += 1
    }
  }

  private mutating func searchAdded() {
    guard isInHunk, line.first == UInt8(ascii: "+"), !isFoundInLine else { return }
    for needle in needles where Self.holds(line, needle.bytes) {
      found.append(Found(file: file, line: number, what: needle.what))
      isFoundInLine = true
      return
    }
  }

  private static func holds(_ line: [UInt8], _ needle: [UInt8]) -> Bool {
    guard line.count > needle.count else { return false }
    let last = line.count - needle.count
    var index = 1
    while index <= last {
      if line[index] == needle[0], line[index..<(index + needle.count)].elementsEqual(needle) {
        return true
      }
      index += 1
    }
    return false
  }

  /// The path after `b/`, without the quotes and the tab of odd names.
  private static func path(_ bytes: ArraySlice<UInt8>) -> String {
    var text = SystemText.decoded(bytes)
    if text.hasSuffix("\t") { text.removeLast() }
    if text.hasPrefix("\""), text.hasSuffix("\"") { text = String(text.dropFirst().dropLast()) }
    return text.hasPrefix("b/") ? String(text.dropFirst(2)) : text
  }

  /// The number after `+` in `@@ -1,2 +3,4 @@`.
  private static func firstLine(_ bytes: [UInt8]) -> Int {
    guard let plus = bytes.firstIndex(of: UInt8(ascii: "+")) else { return 0 }
    let digits = bytes[(plus + 1)...].prefix { $0 >= 0x30 && $0 <= 0x39 }
    return Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }
}
