/// A scope as the message of a 403 names it: by the dashboard's label, not by its string.
package struct ScopeMention: Equatable, Sendable {
  /// Which of the two levels is asked for.
  package enum Level: String, Sendable {
    case read = "Read"
    case readWrite = "Read-Write"
  }

  /// The level.
  package var level: Level
  /// The dashboard's label, such as `Records`; hostile until cleaned.
  package var label: String

  /// Names a scope.
  package init(_ level: Level, _ label: String) {
    self.level = level
    self.label = label
  }

  /// All scopes that a message names: "Read-Write access to the Records scope".
  package static func all(in message: String) -> [ScopeMention] {
    var mentions: [ScopeMention] = []
    var rest = Substring(message)
    while let middle = rest.firstRange(of: " access to the ") {
      let before = rest[..<middle.lowerBound]
      rest = rest[middle.upperBound...]
      guard let level = level(endOf: before), let end = rest.firstRange(of: " scope") else {
        continue
      }
      let label = rest[..<end.lowerBound]
      guard !label.isEmpty, label.count <= 60, !label.contains(" access to the ") else { continue }
      mentions.append(ScopeMention(level, String(label)))
      rest = rest[end.upperBound...]
    }
    return mentions
  }

  private static func level(endOf text: Substring) -> Level? {
    let word = text.split(whereSeparator: \.isWhitespace).last?.lowercased() ?? ""
    switch word.filter(\.isLetter) {
    case "readwrite": return .readWrite
    case "read": return .read
    default: return nil
    }
  }
}
