import Ground
import SetupCore

/// Reads the bytes as an env file, sets a variable in it, and looks at what else changed.
enum EnvFileCheck {
  private static let token = String(repeating: "0123456789abcdef", count: 4)
  private static let values = [token, "two words", "it's", "a#b", "plain"]

  static func run(_ bytes: [UInt8]) throws {
    guard let choice = bytes.first else { return }
    let file = Array(bytes.dropFirst())
    guard let document = try? DotenvDocument(parsing: FileContent(file)) else { return }
    try Violation.unless(document.content.bytes == file, "A file is not printed as it was read.")
    try showsNoSecret(file)
    try ignoreRules(file)
    let value = values[Int(choice) % values.count]
    let edited: DotenvDocument
    do throws(DotenvError) {
      edited = try document.setting("KEY", to: Secret(value))
    } catch {
      return
    }
    try Violation.unless(
      edited.value(of: "KEY")?.reveal() == value,
      "The value that was set is not the one that is read."
    )
    let again = try edited.setting("KEY", to: Secret(value))
    try Violation.unless(again == edited, "Setting the same value twice changes the file twice.")
    for name in document.names where name != "KEY" {
      try Violation.unless(
        edited.assignments(of: name).map(\.value) == document.assignments(of: name).map(\.value),
        "Another variable changed."
      )
    }
  }

  /// A difference of the file masks the value that it is told of.
  private static func showsNoSecret(_ file: [UInt8]) throws {
    let new = FileContent(file + Array("\nKEY=\(token)\n".utf8))
    let difference = UnifiedDiff.between(
      FileContent(file),
      new,
      path: ".env",
      masking: .envFile(token: Secret(token))
    )
    try Violation.unless(!difference.text.contains(token), "A difference shows the token.")
    for line in difference.lines {
      try Violation.unless(line.text.isDrawn, "A difference holds a control character.")
    }
  }

  private static func ignoreRules(_ file: [UInt8]) throws {
    let ignore = IgnoreFile(FileContent(file))
    let patterns = [".env", "!.env.example"]
    let added = ignore.adding(patterns)
    try Violation.unless(
      added.bytes.starts(with: file),
      "Adding an ignore rule changes the bytes that were there."
    )
    try Violation.unless(
      IgnoreFile(added).adding(patterns) == added,
      "Adding an ignore rule twice changes the file twice."
    )
  }
}
