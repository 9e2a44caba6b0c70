internal import Ground
internal import SetupCore
internal import Synchronization
internal import TerminalUI

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Prints: results on standard output, messages on standard error.
enum Output {
  /// Why something did not reach standard output; 0 where everything did.
  private static let failure = Atomic<Int32>(0)

  /// What a command has done by now, for the error that its result did not arrive.
  private static let done = Mutex("")

  /// Takes down what was written, in one line, before the result is printed.
  static func note(done line: String) { done.withLock { $0 = line } }

  /// What a command has done, in one line; empty where that was nothing.
  static var doneLine: String { done.withLock { $0 } }

  /// Prints a line of the result; a terminal gets it broken between words.
  static func line(_ text: String) {
    write(fitted(text, to: 1) + "\n")
  }

  /// Prints what must stay as one line, however long it is.
  static func verbatim(_ text: String) {
    write(characters(text) + "\n")
  }

  /// Prints what belongs into a file, byte for byte.
  static func code(_ text: String) {
    write(text + "\n")
  }

  /// Prints a question, whose answer is typed behind it.
  static func prompt(_ text: String) {
    write(fitted(text, to: 1))
  }

  /// A text as a terminal's width and characters want it; what has several lines, such as a difference, keeps
  /// them.
  private static func fitted(_ text: String, to descriptor: Int32) -> String {
    let text = characters(text)
    guard !text.contains("\n"), let width = TerminalSession.columns(of: descriptor) else {
      return text
    }
    return text.reflowed(to: min(width, TextMeasure.columns)).joined(separator: "\n")
  }

  /// A text without what would make a terminal act, in the characters of the locale.
  private static func characters(_ text: String) -> String {
    let clean = SafeText.printable(text, keepingLayout: true)
    return TerminalSession.isUTF8 ? clean : ASCIIForm.of(clean)
  }

  /// Whether all that was printed so far has reached standard output; a reader that has gone, such
  /// as `head` or the person whose terminal was closed, has had enough, and counts as served.
  static var isDelivered: Bool {
    let reason = failure.load(ordering: .relaxed)
    return reason == 0 || reason == EPIPE || (reason == EIO && isTerminalGone)
  }

  /// A terminal that was closed stays a device, and answers no question any more.
  private static var isTerminalGone: Bool {
    var status = stat()
    return fstat(1, &status) == 0 && status.st_mode & S_IFMT == S_IFCHR && isatty(1) == 0
  }

  /// Prints a line for the person at the terminal.
  static func message(_ text: String) {
    FileHandleText.standardError.write(fitted(text, to: 2) + "\n")
  }

  /// Prints what is special about a result, with JSON as well.
  static func remark(_ text: String) {
    message(SafeText.cleaned(text, limit: 500))
  }

  /// Prints one JSON document.
  static func json(_ document: some JSONConvertible) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(document.json), as: UTF8.self)
    write(SafeText.escaped(json: text) + "\n")
  }

  /// Tells a failure, to people or to scripts.
  static func report(_ error: SetupError, asJSON: Bool) {
    // Arguments and names come back in texts; a document must not hold what a terminal acts on either.
    let text = SafeText.printable(ArgumentMask.masked(error.message), keepingLayout: true)
    let remedy = SafeText.printable(ArgumentMask.masked(error.remedy), keepingLayout: true)
    if asJSON {
      try? json(ErrorDocument(kind: error.name, message: text, remedy: remedy))
    } else {
      message("attio-setup: \(text)")
      message(remedy)
      // Who was stopped reads in the last line whether anything was written.
      guard error.name != SetupError.interruptedName, ErrorPage.of(error.name) != nil else {
        return
      }
      message("More: attio-setup help \(error.name)")
    }
  }

  private static func write(_ text: String) {
    // What comes after a gap would only look whole.
    guard failure.load(ordering: .relaxed) == 0 else { return }
    if let reason = FileHandleText.standardOutput.write(text) {
      failure.store(reason, ordering: .relaxed)
    }
  }
}
