/// A file of a language as it stands in `Templates`, where the language's own tools read it.
///
/// What differs from project to project stands in it as an example. The paths of Attio's API, its errors and the two forms of Retry-After are those of Attio's
/// documentation; the texts stand alone and need nothing of this program.
struct ClientTemplate: Sendable {
  /// The example of the variable that holds the token.
  static let variable = "ATTIO_API_KEY"
  /// The example of the first query's address.
  static let queryURL = "https://api.attio.com/v2/objects/people/records/query"

  /// The path in the project, and in the language's folder of `Templates`.
  let path: String
  private let bytes: [UInt8]

  init(_ path: String, _ bytes: [UInt8]) {
    (self.path, self.bytes) = (path, bytes)
  }

  /// The text for a project: each example is replaced by the project's own.
  func text(_ replacements: [(example: String, own: String)]) -> String {
    replacements.reduce(String(decoding: bytes, as: UTF8.self)) {
      $0.replacing($1.example, with: $1.own)
    }
  }
}
