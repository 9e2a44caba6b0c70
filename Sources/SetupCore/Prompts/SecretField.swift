package import Ground

/// A field for a secret: it knows what was typed or pasted and shows only that something was.
package struct SecretField: Equatable, Sendable {
  /// The bytes as they came.
  package private(set) var content = FileContent()
  /// Whether the last change was a paste, so that the next paste replaces it.
  package private(set) var isPasted = false

  /// Starts empty.
  package init() {}

  /// Whether nothing was entered.
  package var isEmpty: Bool { content.bytes.isEmpty }

  /// Whether it holds something whose end was typed.
  package var isTyped: Bool { !isEmpty && !isPasted }

  /// The content where its end is a paste, else nothing.
  package var pasted: FileContent { isPasted ? content : FileContent() }

  /// Takes a whole paste: it replaces an earlier paste and follows what was typed.
  package mutating func paste(_ pasted: FileContent) {
    content = isPasted ? pasted : FileContent(content.bytes + pasted.bytes)
    isPasted = true
  }

  /// Takes typed text.
  package mutating func type(_ text: String) {
    content = FileContent(content.bytes + Array(text.utf8))
    isPasted = false
  }

  /// Takes back the last character; a paste goes as a whole.
  package mutating func erase() {
    guard !isPasted else { return clear() }
    var text = String(decoding: content.bytes, as: UTF8.self)
    _ = text.popLast()
    content = FileContent(text)
  }

  /// Empties the field.
  package mutating func clear() {
    self = SecretField()
  }
}
