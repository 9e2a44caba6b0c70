/// Which characters a terminal can show.
enum SymbolSet: Equatable, Sendable {
  case unicode
  /// All text, with ASCII symbols: terminals set up for East Asia draw the others over two columns.
  case asciiSymbols
  case ascii

  /// The characters of a terminal type under a UTF-8 locale: consoles and real terminals have fonts of 256
  /// or 512 shapes.
  init(terminalType: String, isEastAsian: Bool = false) {
    let limited = [
      "linux", "vt", "ansi", "cons", "sun", "cygwin", "hurd", "mach", "wsvt", "pcansi",
    ]
    self =
      limited.contains(where: terminalType.hasPrefix)
      ? .ascii : isEastAsian ? .asciiSymbols : .unicode
  }
}
