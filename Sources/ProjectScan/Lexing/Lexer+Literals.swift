extension Lexer {
  /// Goes over a string that means nothing here, such as documentation.
  mutating func skipString(opening: Int, _ form: StringForm) {
    skip(to: position + opening)
    while position < bytes.count, !isAt(form.quote) {
      skip(to: position + (bytes[position] == 0x5C && form.escapes ? 2 : 1))
    }
    skip(to: position + form.quote.count)
  }

  /// Opens a group as `[` does.
  mutating func openGroup() {
    open(sign: Sign.squareOpen, close: 0x5D)
  }

  /// Reads a heredoc whose mark begins at the cursor: its text is left out, as data of a request.
  ///
  /// The rest of the mark's line is read as code before the text is gone over.
  mutating func heredoc(after length: Int, end name: [UInt8]) {
    add(.text, from: position + length, to: position + length)
    position += length
    pendingHeredocs.append(name)
  }

  /// Goes over the texts of heredocs that began in the line that has just ended.
  mutating func skipHeredocs() {
    for name in pendingHeredocs {
      while position < bytes.count {
        var start = position
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        let isEnd = isAt(name, offset: start - position)
        if isEnd {
          position = start + name.count
          break
        }
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
        skip(to: position + 1)
      }
    }
    pendingHeredocs = []
  }
}
