/// The bytes of a file, which may hold secrets: everything that prints them prints their count.
package struct FileContent: Equatable, Hashable, Sendable {
  /// The bytes as they stand in the file.
  package let bytes: [UInt8]

  /// Wraps bytes.
  package init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  /// Wraps the UTF-8 bytes of a text.
  package init(_ text: String) {
    bytes = Array(text.utf8)
  }
}

extension FileContent: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The number of bytes, never the bytes.
  package var description: String { "<\(bytes.count) bytes>" }

  /// The number of bytes, never the bytes.
  package var debugDescription: String { description }

  /// A mirror without children, so that `dump` prints the count too.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
