import Ground
import SetupCore
import Testing

/// What `guard` finds in a difference of git's.
@Suite struct StagedSearchTests {
  private static let token = "9f2c4b7e1d8a6053f2c4b7e1d8a6053c"

  private static func found(_ text: String, pieces: Int = 1) -> [StagedSearch.Found] {
    var search = StagedSearch([("the token in use", Secret(token)), ("short", Secret("abc"))])
    let bytes = Array(text.utf8)
    let size = max(1, bytes.count / pieces)
    for start in stride(from: 0, to: bytes.count, by: size) {
      search.take(bytes[start..<min(start + size, bytes.count)])
    }
    search.finish()
    return search.found
  }

  private static let difference = """
    diff --git a/src/a.ts b/src/a.ts
    index 1..2 100644
    --- a/src/a.ts
    +++ b/src/a.ts
    @@ -3 +3,2 @@ export
    -const old = '\(token)';
    +const fine = 1;
    +const key = '\(token)';
    @@ -10,0 +12 @@
    +abc
    diff --git a/b c.txt b/b c.txt
    --- /dev/null
    +++ b/b c.txt\t
    @@ -0,0 +1 @@
    +++ b/\(token)
    \\ No newline at end of file

    """

  @Test(arguments: [1, 7, 400])
  func `names file and line of what is added, and of nothing else`(pieces: Int) {
    #expect(
      Self.found(Self.difference, pieces: pieces) == [
        StagedSearch.Found(file: "src/a.ts", line: 4, what: "the token in use"),
        StagedSearch.Found(file: "b c.txt", line: 1, what: "the token in use"),
      ]
    )
  }

  @Test func `a value that goes away is not found`() {
    let text = """
      diff --git a/a b/a
      --- a/a
      +++ b/a
      @@ -1 +0,0 @@
      -\(Self.token)

      """
    #expect(Self.found(text).isEmpty)
  }

  @Test func `a secret far behind in a long line is found once`() {
    let filler = String(repeating: "x", count: 3 * 1024 * 1024)
    let text =
      "diff --git a/a b/a\n+++ b/a\n@@ -0,0 +1 @@\n+\(filler)\(Self.token)\(filler)\(Self.token)\n"
    #expect(Self.found(text, pieces: 50).count == 1)
  }

  @Test func `neither document nor lines hold the value`() throws {
    let document = GuardDocument(Self.found(Self.difference))
    #expect(document.exitCode == 1)
    #expect(!document.lines.joined().contains(Self.token))
    #expect(!"\(document.json)".contains(Self.token))
    #expect(GuardDocument([]).exitCode == 0)
    #expect(GuardDocument([]).lines.isEmpty)
  }
}
