/// What a search for a secret found.
package enum SecretSearch: Equatable, Sendable {
  /// It stands in these files, or in a commit where none is named.
  case found([String])
  /// It stands nowhere.
  case absent
  /// It was not, or not everywhere, looked for; the reason as a phrase for the user.
  case unknown(String)
}

/// Looks for bytes in a stream of pieces.
struct StreamSearch: Sendable {
  private let needle: [UInt8]
  private var tail: [UInt8] = []
  private(set) var isFound = false

  init(for needle: [UInt8]) {
    self.needle = needle
  }

  /// Takes the next piece; a match may begin in one piece and end in the next.
  mutating func take(_ piece: [UInt8]) {
    let window = tail + piece
    isFound = isFound || Self.contains(window, needle)
    tail = Array(window.suffix(needle.count - 1))
  }

  private static func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    var start = bytes.startIndex
    while let index = bytes[start...].firstIndex(of: first) {
      guard index + needle.count <= bytes.count else { return false }
      if bytes[index...].starts(with: needle) { return true }
      start = index + 1
    }
    return false
  }
}
