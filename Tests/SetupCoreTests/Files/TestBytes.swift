import Ground
import SetupCore
import Testing

extension FileContent {
  /// The bytes as text, for comparisons that show what differs.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Reads an env file of a test.
func document(_ text: String) throws -> DotenvDocument {
  try DotenvDocument(parsing: FileContent(EnvCase.rawBytes(text)))
}
