internal import SetupCore

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Prints: results on standard output, messages on standard error.
enum Output {
  /// Prints a line of the result.
  static func line(_ text: String) {
    print(text)
  }

  /// Prints a line for the person at the terminal.
  static func message(_ text: String) {
    FileHandleText.standardError.write(text + "\n")
  }

  /// Prints one JSON document.
  static func json(_ document: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(document), as: UTF8.self))
  }

  /// Tells a failure, to people or to scripts.
  static func report(_ error: SetupError, asJSON: Bool) {
    if asJSON {
      try? json(ErrorDocument(kind: error.name, message: error.message, remedy: error.remedy))
    } else {
      message("attio-setup: \(error.message)")
      message(error.remedy)
    }
  }
}
