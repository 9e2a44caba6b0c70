/// Takes the code out of files that hold other things, too; lines keep their numbers.
enum EmbeddedCode {
  static func code(in bytes: [UInt8], path: String) -> [UInt8] {
    let name = path.lowercased()
    if name.hasSuffix(".vue") || name.hasSuffix(".svelte") || name.hasSuffix(".html")
      || name.hasSuffix(".htm")
    {
      return scripts(in: bytes, frontMatter: false)
    }
    if name.hasSuffix(".astro") { return scripts(in: bytes, frontMatter: true) }
    if name.hasSuffix(".ipynb") { return cells(in: bytes) }
    return bytes
  }

  /// What stands between `<script>` and `</script>`; the rest becomes white space.
  private static func scripts(in bytes: [UInt8], frontMatter: Bool) -> [UInt8] {
    var result = bytes.map { $0 == 0x0A ? $0 : 0x20 }
    var index = 0
    func isAt(_ text: StaticString, _ at: Int) -> Bool {
      guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
      return text.withUTF8Buffer { wanted in
        for offset in 0..<wanted.count where bytes[at + offset] | 0x20 != wanted[offset] | 0x20 {
          return false
        }
        return true
      }
    }
    if frontMatter, isAt("---", 0) {
      index = 3
      while index < bytes.count, !(bytes[index] == 0x0A && isAt("---", index + 1)) {
        result[index] = bytes[index]
        index += 1
      }
    }
    while index < bytes.count {
      guard bytes[index] == 0x3C, isAt("<script", index) else {
        index += 1
        continue
      }
      while index < bytes.count, bytes[index] != 0x3E { index += 1 }
      index += 1
      while index < bytes.count, !(bytes[index] == 0x3C && isAt("</script", index)) {
        result[index] = bytes[index]
        index += 1
      }
    }
    return result
  }

  /// The lines of a notebook's code cells, each at the line where its string stands.
  private static func cells(in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isCode = false
    var isSource = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if text.contains("\"cell_type\"") { isCode = text.contains("\"code\"") }
      if text.contains("\"source\"") {
        isSource = text.contains("[")
      } else if isSource, isCode {
        let trimmed = text.drop { $0 == " " }
        if trimmed.hasPrefix("]") {
          isSource = false
        } else if trimmed.hasPrefix("\""), let end = trimmed.lastIndex(of: "\""),
          end > trimmed.startIndex
        {
          let inner = trimmed[trimmed.index(after: trimmed.startIndex)..<end]
          result += Array(unescaped(inner).utf8)
        }
      }
      result.append(0x0A)
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        switch character {
        case "n": break
        case "t": result += "\t"
        default: result.append(character)
        }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
