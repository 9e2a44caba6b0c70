/// How far a token may go with a resource.
package enum AccessLevel: Int, CaseIterable, Comparable, Sendable {
  case none
  case read
  case readWrite

  /// Reads the second half of a scope's name; nil for anything but `read` and `read-write`.
  package init?(suffix: some StringProtocol) {
    switch suffix {
    case "read": self = .read
    case "read-write": self = .readWrite
    default: return nil
    }
  }

  /// The second half of a scope's name, and the word for a table.
  package var name: String {
    switch self {
    case .none: "none"
    case .read: "read"
    case .readWrite: "read-write"
    }
  }

  /// Compares by what is allowed: nothing, reading, reading and writing.
  package static func < (left: AccessLevel, right: AccessLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}
