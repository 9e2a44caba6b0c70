import Ground
import SetupCore
import TestSupport
import Testing

struct DotenvCorpusTests {
  private let token = Secret(EnvCase.token)

  @Test
  func `the corpus has at least 60 different files`() {
    #expect(Set(EnvCase.corpus.map(\.before)).count >= 60)
    #expect(Set(EnvCase.corpus.map(\.name)).count == EnvCase.corpus.count)
  }

  @Test(arguments: EnvCase.corpus)
  func `prints what it read`(_ file: EnvCase) throws {
    for content in [file.before, file.after] {
      #expect(try DotenvDocument(parsing: content).content == content)
    }
  }

  @Test(arguments: EnvCase.corpus)
  func `reads the value that stands there`(_ file: EnvCase) throws {
    let document = try DotenvDocument(parsing: file.before)
    #expect(document.value(of: "KEY")?.reveal() == file.old)
  }

  @Test(arguments: EnvCase.corpus)
  func `changes the value and no other byte`(_ file: EnvCase) throws {
    let document = try DotenvDocument(parsing: file.before).setting("KEY", to: token)
    expectSame(document.content, file.after)
    #expect(document.assignments(of: "KEY").allSatisfy { $0.value == token })
  }

  @Test(arguments: EnvCase.corpus)
  func `changes nothing the second time`(_ file: EnvCase) throws {
    let once = try DotenvDocument(parsing: file.before).setting("KEY", to: token)
    #expect(try once.setting("KEY", to: token) == once)
  }

  @Test(arguments: EnvCase.corpus)
  func `every other key reads the same`(_ file: EnvCase) throws {
    let before = try DotenvDocument(parsing: file.before)
    let after = try before.setting("KEY", to: token)
    #expect(after.names.filter { $0 != "KEY" } == before.names.filter { $0 != "KEY" })
    for name in before.names where name != "KEY" {
      #expect(after.assignments(of: name).map(\.value) == before.assignments(of: name).map(\.value))
    }
  }

  /// Compares bytes and shows them, which `FileContent` does not do by itself.
  private func expectSame(
    _ content: FileContent,
    _ expected: FileContent,
    at location: SourceLocation = #_sourceLocation
  ) {
    let shown = String(decoding: content.bytes, as: UTF8.self)
    let wanted = String(decoding: expected.bytes, as: UTF8.self)
    #expect(shown == wanted, sourceLocation: location)
    #expect(content == expected, sourceLocation: location)
  }
}
