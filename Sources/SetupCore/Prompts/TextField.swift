package import Ground

/// A field of one line whose content is no secret, unless something was pasted by mistake.
package struct TextField: Equatable, Sendable {
  /// The bytes as they came.
  package private(set) var content: FileContent
  /// Whether the user typed in it, so that the next paste follows what stands there.
  package private(set) var isTyped = false
  /// Whether the content is a paste, which may be anything.
  package private(set) var isPasted = false

  /// Starts with what is known already.
  package init(_ text: String = "") {
    content = FileContent(text)
  }

  /// The content as text; bytes that are no UTF-8 are replaced.
  package var text: String { String(decoding: content.bytes, as: UTF8.self) }

  /// Whether there is nothing in it.
  package var isEmpty: Bool { content.bytes.isEmpty }

  /// The content where it is a paste, else nothing.
  package var pasted: FileContent { isPasted && !isTyped ? content : FileContent() }

  /// Takes a whole paste: it replaces what was known or pasted, and follows what was typed.
  package mutating func paste(_ pasted: FileContent) {
    content = isTyped ? FileContent(content.bytes + pasted.bytes) : pasted
    isPasted = true
  }

  /// Takes typed text.
  package mutating func type(_ text: String) {
    content = FileContent(content.bytes + Array(text.utf8))
    isTyped = true
  }

  /// Takes back the last character.
  package mutating func erase() {
    var text = text
    _ = text.popLast()
    content = FileContent(text)
    isTyped = true
  }

  /// Empties the field.
  package mutating func clear() {
    self = TextField()
  }
}
