/// JSON as lines for the eye: members stay in their order, and numbers as they were written.
package enum JSONLayout {
  /// Lays out a JSON value.
  ///
  /// - Parameters:
  ///   - bytes: One JSON value; what is none is laid out as far as it looks like one.
  ///   - limit: The most lines, at least 1; then a last line counts what is left out.
  /// - Returns: The lines, each level two columns further in; their texts are not cleaned.
  package static func lines(_ bytes: [UInt8], limit: Int) -> [String] {
    var writer = Writer()
    for byte in bytes { writer.take(byte) }
    let lines = writer.finished
    guard lines.count > limit else { return lines }
    return lines.prefix(limit) + ["… \(lines.count - limit) more lines"]
  }

  /// Takes the bytes one by one; only strings hide what the signs mean.
  private struct Writer {
    private var lines: [String] = []
    private var line: [UInt8] = []
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// Whether the line's last byte opens a list or an object, which may turn out to be empty.
    private var hasOpened = false

    var finished: [String] {
      line.isEmpty ? lines : lines + [String(decoding: line, as: UTF8.self)]
    }

    mutating func take(_ byte: UInt8) {
      if isInString {
        takeInString(byte)
        return
      }
      switch byte {
      case .space, .tab, .lineFeed, .carriageReturn: return
      case UInt8(ascii: "}"), UInt8(ascii: "]"): close(byte)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        beginContent()
        line.append(byte)
        depth += 1
        hasOpened = true
      case UInt8(ascii: ","):
        line.append(byte)
        breakLine()
      case .colon: line += [byte, .space]
      default:
        beginContent()
        isInString = byte == .doubleQuote
        line.append(byte)
      }
    }

    private mutating func takeInString(_ byte: UInt8) {
      line.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == .backslash {
        isEscaped = true
      } else if byte == .doubleQuote {
        isInString = false
      }
    }

    /// Begins the content of what was opened on a line of its own.
    private mutating func beginContent() {
      guard hasOpened else { return }
      hasOpened = false
      breakLine()
    }

    private mutating func close(_ byte: UInt8) {
      depth = max(0, depth - 1)
      if hasOpened {
        hasOpened = false
      } else {
        breakLine()
      }
      line.append(byte)
    }

    private mutating func breakLine() {
      if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
      line = Array(repeating: .space, count: 2 * depth)
    }
  }
}
