/// A file with its tokens and its outline.
struct ParsedFile: Sendable {
  var path: String
  var language: SourceLanguage
  var isTest: Bool
  var source: SourceText
  var outline: Outline

  /// The line from which a Rust file holds its own tests; nil for none.
  var testsFrom: Int?

  init(path: String, bytes: [UInt8], language: SourceLanguage, isTest: Bool) {
    self.path = path
    self.language = language
    self.isTest = isTest
    source = SourceText(bytes, family: language.family)
    outline = OutlineReader.outline(of: source, isGo: language == .go)
    if language == .rust { testsFrom = Self.rustTests(source) }
  }

  /// Where `#[cfg(test)]` stands.
  private static func rustTests(_ source: SourceText) -> Int? {
    for index in source.tokens.indices where source.isName(index, "cfg") {
      if source.isOpen(index + 1, Sign.roundOpen), source.isName(index + 2, "test") {
        return Int(source.tokens[index].line)
      }
    }
    return nil
  }

  /// The functions around a token, the innermost first.
  func functions(around token: Int) -> [Int] {
    var result: [Int] = []
    var index = token < outline.functionOfToken.count ? Int(outline.functionOfToken[token]) : -1
    while index >= 0, result.count < 12 {
      result.append(index)
      let outer = outline.functions[index].outer
      index = outer == index ? -1 : outer
    }
    return result
  }
}
