/// Words of a POSIX shell.
enum ShellWord {
  /// Quotes a text where a shell would read more than a word in it.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "/._-".utf8.contains($0) }
    return isPlain && !text.isEmpty ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }

  /// A file as the dot command takes it: with a folder, and quoted where it must be.
  static func file(_ name: String) -> String {
    quoted(name.hasPrefix("/") ? name : "./\(name)")
  }
}
