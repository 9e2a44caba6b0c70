/// Why an env file cannot be read or changed; never holds a value of the file.
package enum DotenvError: Error, Equatable, Sendable {
  /// The file is UTF-16 or UTF-32 text.
  case utf16
  /// The file holds a NUL byte, on this line (from 1).
  case nulByte(line: Int)
  /// The file is larger than `DotenvDocument.sizeLimit`.
  case tooLarge(bytes: Int)
  /// The name is none that every reader takes.
  case invalidName
  /// No spelling of the value is read alike by all readers.
  case unwritableValue
  /// The value needs quotes, which would pair up with a quote that this line leaves open.
  case openQuote(line: Int)
  /// This line sets more than one variable.
  case severalAssignments(line: Int)
  /// The edited file would not have been read back as intended; nothing of it was kept.
  case unsafeEdit
}

extension DotenvError {
  /// Says what is the matter with a file of this name and what it means, in two sentences.
  ///
  /// - Parameters:
  ///   - file: The name of the file.
  ///   - value: What begins a sentence about the value that was to be set.
  /// - Returns: The sentences.
  package func message(file: String, value: String = "The value") -> String {
    switch self {
    case .utf16:
      "\(file) is stored as UTF-16, which Windows PowerShell writes. Programs that load env files "
        + "cannot read it, so nothing was changed."
    case .nulByte(let line):
      "\(file) holds a NUL byte in line \(line). It is not a text file, so nothing was changed."
    case .tooLarge(let bytes):
      "\(file) has \(bytes) bytes, more than 16 MB. That is no env file, so nothing was changed."
    case .invalidName:
      "The variable's name is not one that every program can read. Nothing was changed in \(file)."
    case .unwritableValue:
      "\(value) holds characters that programs read from \(file) in different ways. "
        + "Nothing was changed."
    case .openQuote(let line):
      "Line \(line) of \(file) opens a quote that is never closed. "
        + "\(value) needs quotes too, and they would pair up with it, so nothing was changed."
    case .severalAssignments(let line):
      "Line \(line) of \(file) sets several variables at once. "
        + "Programs read such a line in different ways, so nothing was changed."
    case .unsafeEdit:
      "The changed text of \(file) would not be read back as intended. Nothing was changed."
    }
  }

  /// Says what to do now about a file of this name, in one sentence.
  ///
  /// - Parameters:
  ///   - file: The name of the file.
  ///   - value: The word for the value that was to be set, within a sentence.
  /// - Returns: The sentence.
  package func remedy(file: String, value: String = "token") -> String {
    switch self {
    case .utf16: "Save \(file) as UTF-8 in your editor and try again."
    case .nulByte: "Check that \(file) is the right file, or name another one with --env-file."
    case .tooLarge: "Name another file with --env-file."
    case .invalidName:
      "Choose a name of letters, digits and underscores that begins with no digit."
    case .unwritableValue: "Copy the \(value) once more, without anything around it."
    case .openQuote(let line): "Close the quote in line \(line) of \(file) and try again."
    case .severalAssignments(let line):
      "Put each variable of line \(line) of \(file) on a line of its own and try again."
    case .unsafeEdit:
      "Check the quotes in \(file), or name another file with --env-file."
    }
  }
}
