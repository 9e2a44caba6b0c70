/// One pattern of a `.gitignore`, read well enough to tell whether it means an env file.
///
/// Git is the judge inside a repository; this is for folders outside of one, and for telling a rule
/// that hides a file from one that hides its folder. Brackets match nothing here.
struct IgnorePattern: Equatable {
  /// Whether the pattern takes back what earlier ones ignore (`!`).
  let isException: Bool
  private let parts: [ArraySlice<UInt8>]
  private let isAnchored: Bool
  private let isForFolders: Bool

  /// Reads the text of a line; nil for a comment, a blank line and a pattern of nothing.
  init?(_ line: some Collection<UInt8>) {
    var text = Array(line)[...]
    while text.last == .space, text.dropLast().last != .backslash {
      text.removeLast()
    }
    guard let first = text.first, first != .hash else { return nil }
    isException = first == UInt8(ascii: "!")
    if isException { text.removeFirst() }
    isForFolders = text.last == UInt8(ascii: "/")
    if isForFolders { text.removeLast() }
    isAnchored = text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text.removeFirst() }
    guard !text.isEmpty else { return nil }
    parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  }

  /// Whether the pattern means a file at this path, or a folder that the file lies in.
  func matches(_ path: String) -> Bool {
    let names = Array(path.utf8).split(separator: UInt8(ascii: "/"))
    return (1...max(1, names.count)).contains { count in
      let isFolder = count < names.count
      return (isFolder || !isForFolders) && matches(path: names.prefix(count))
    }
  }

  /// Whether the last part of the pattern means a file of this name, wherever the pattern stands.
  func mayMean(fileName: String) -> Bool {
    guard let last = parts.last, !isForFolders else { return false }
    return Self.matches(Array(fileName.utf8)[...], last)
  }

  private func matches(path names: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    guard isAnchored else {
      guard let name = names.last, let part = parts.first else { return false }
      return Self.matches(name, part)
    }
    return Self.matches(names: names, parts: parts[...])
  }

  private static func matches(
    names: ArraySlice<ArraySlice<UInt8>>,
    parts: ArraySlice<ArraySlice<UInt8>>
  ) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    let rest = parts.dropFirst()
    if part.elementsEqual("**".utf8) {
      return (0...names.count).contains { matches(names: names.dropFirst($0), parts: rest) }
    }
    guard let name = names.first, matches(name, part) else { return false }
    return matches(names: names.dropFirst(), parts: rest)
  }

  /// Compares one name with one part of a pattern: `*`, `?` and backslashes mean what they mean to
  /// git.
  private static func matches(_ name: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>) -> Bool {
    let tokens = Token.list(of: part)
    var (nameIndex, index) = (name.startIndex, 0)
    var star: (index: Int, nameIndex: Int)?
    while nameIndex < name.endIndex {
      if index < tokens.count, tokens[index] == .anything {
        star = (index, nameIndex)
        index += 1
      } else if index < tokens.count, tokens[index].matches(name[nameIndex]) {
        index += 1
        nameIndex += 1
      } else if let last = star {
        // The star takes one byte more than it did.
        star = (last.index, last.nameIndex + 1)
        (index, nameIndex) = (last.index + 1, last.nameIndex + 1)
      } else {
        return false
      }
    }
    return tokens[index...].allSatisfy { $0 == .anything }
  }

  private enum Token: Equatable {
    case anything
    case anyByte
    case byte(UInt8)

    static func list(of part: ArraySlice<UInt8>) -> [Token] {
      var tokens: [Token] = []
      var rest = part
      while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "*"): tokens.append(.anything)
        case UInt8(ascii: "?"): tokens.append(.anyByte)
        case .backslash: tokens.append(.byte(rest.popFirst() ?? byte))
        default: tokens.append(.byte(byte))
        }
      }
      return tokens
    }

    func matches(_ other: UInt8) -> Bool {
      switch self {
      case .anything, .anyByte: true
      case .byte(let byte): byte == other
      }
    }
  }
}
