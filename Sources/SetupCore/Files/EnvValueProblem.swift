/// What keeps a value of an env file from being a token, seen without asking Attio.
package enum EnvValueProblem: Equatable, Sendable {
  /// Nothing but blanks.
  case empty
  /// More than one line.
  case severalLines
  /// A reference that something should have replaced by the value; the payload is its form, such
  /// as `op://…`, never the value.
  case unresolvedReference(String)

  /// Looks at a value; nil where nothing speaks against it.
  package static func of(_ value: Secret) -> EnvValueProblem? {
    let text = Array(value.reveal().utf8)
    let start = text.firstIndex { !$0.isBlank && !$0.isLineEnd }
    guard let start, let last = text.lastIndex(where: { !$0.isBlank && !$0.isLineEnd }) else {
      return .empty
    }
    let trimmed = text[start...last]
    guard !trimmed.contains(where: \.isLineEnd) else { return .severalLines }
    return form(of: trimmed).map(EnvValueProblem.unresolvedReference)
  }

  /// Recognises the forms that secret managers, shells and templates leave behind.
  private static func form(of text: ArraySlice<UInt8>) -> String? {
    func contains(_ part: String) -> Bool { text.contains(bytes: Array(part.utf8)) }
    func starts(_ part: String) -> Bool { text.starts(with: Array(part.utf8)) }
    if contains("op://") { return "op://…" }
    if contains("${") { return "${…}" }
    if contains("$(") { return "$(…)" }
    if contains("{{") { return "{{…}}" }
    if starts("<"), text.last == UInt8(ascii: ">") { return "<…>" }
    if starts("`"), text.last == .backtick { return "`…`" }
    if starts("$"), text.dropFirst().allSatisfy(\.isNameByte) { return "$…" }
    if starts("encrypted:") { return "encrypted:…" }
    return nil
  }
}
