import Ground

/// One scope of an Attio token, carried even where nothing is known of it.
package struct Scope: Equatable, Hashable, Sendable {
  /// The text as it came, but for what must not be shown: `task:read-write`.
  package let text: String
  /// What stands before the colon, the whole text where there is none.
  package let resource: String
  /// What stands behind the colon; nil where it is neither `read` nor `read-write`.
  package let level: AccessLevel?

  /// Wraps a text, whatever it is.
  package init(_ text: String) {
    let text = SafeText.cleaned(text, limit: Self.lengthLimit)
    self.text = text
    let resource = text.prefix { $0 != ":" }
    self.resource = String(resource)
    level = AccessLevel(suffix: text[resource.endIndex...].dropFirst())
  }

  /// The longest name that is carried, in characters.
  private static let lengthLimit = 80

  /// Whether a text may be somebody's idea of a scope's name, the usual mistakes such as `list:*` included.
  package static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "_:-.*".utf8.contains(byte)
      }
    }
  }

  /// Names a scope by its parts.
  package init(_ resource: String, _ level: AccessLevel) {
    self.init("\(resource):\(level.name)")
  }

  /// Whether the scope allows changes, not only reading.
  package var canWrite: Bool {
    level == .readWrite
  }

  /// Whether a token with this scope may do what the other one allows: read-write covers read.
  package func covers(_ other: Scope) -> Bool {
    if self == other { return true }
    guard let level, let wanted = other.level else { return false }
    return resource == other.resource && level >= wanted
  }
}
