/// A manual page in the making, in the language of mdoc(7).
struct Mdoc {
  private(set) var text = ""

  /// A macro line; its arguments have to be escaped already.
  mutating func macro(_ line: String) {
    text += ".\(line)\n"
  }

  /// Running text.
  ///
  /// A sentence begins on a line of its own, so that the page's reader may space it as it likes.
  mutating func words(_ words: String) {
    var line: [Substring] = []
    for word in words.split(separator: " ") {
      let length = line.reduce(word.count) { $0 + $1.count + 1 }
      if length > 72 || line.last?.hasSuffix(".") == true {
        write(words: line)
        line = []
      }
      line.append(word)
    }
    write(words: line)
  }

  /// A paragraph of its own.
  mutating func paragraph(_ words: String) {
    macro("Pp")
    self.words(words)
  }

  /// A line of words; none is hyphenated, since a name that is cannot be copied.
  private mutating func write(words: [Substring]) {
    text +=
      words.map { ($0.count > 5 ? "\\%" : "") + Self.escaped(String($0)) }
      .joined(separator: " ") + "\n"
  }

  /// Lines that keep their breaks and their indentation.
  mutating func literal(_ lines: [Substring]) {
    macro("Bd -literal -offset 2n")
    for line in lines { text += Self.escaped(String(line)) + "\n" }
    macro("Ed")
  }

  /// A list of terms, each with what there is to say of it.
  mutating func terms(_ terms: [(term: String, words: String)], macro name: String, width: String) {
    macro("Bl -tag -width \(width)")
    for (term, words) in terms {
      macro("It \(name) \(Self.argument(term))")
      self.words(words)
    }
    macro("El")
  }

  /// A text that roff prints as it is, so that a command can be copied out of the page.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      default: result.append(character)
      }
    }
    // A line that begins with a dot would be a macro.
    return result.hasPrefix(".") ? "\\&" + result : result
  }

  /// One argument of a macro line, which may hold spaces, quotes and names of macros.
  static func argument(_ text: String) -> String {
    "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
  }
}
