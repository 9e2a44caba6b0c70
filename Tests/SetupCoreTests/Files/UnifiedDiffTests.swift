import Ground
import TestSupport
import Testing

@testable import SetupCore

struct UnifiedDiffTests {
  private static let token = Secret(EnvCase.token)

  private func diff(
    _ before: String?,
    _ after: String,
    masking: UnifiedDiff.Masking = .none
  ) -> String {
    UnifiedDiff.between(
      before.map { FileContent(EnvCase.rawBytes($0)) },
      FileContent(EnvCase.rawBytes(after)),
      path: "f",
      masking: masking
    ).text
  }

  /// Each expectation is what `diff -u --label a/f --label b/f` of Debian 12 prints.
  @Test(arguments: [
    ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
    ("a\n", "a\nb\n", "@@ -1 +1,2 @@\n a\n+b\n"),
    ("a\nb\n", "b\n", "@@ -1,2 +1 @@\n-a\n b\n"),
    ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
    ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
    ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
    ("a\nb", "a\nb\nc\n", "@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n"),
    ("a\nb\nz", "A\nb\nz", "@@ -1,3 +1,3 @@\n-a\n+A\n b\n z\n\\ No newline at end of file\n"),
    (
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n",
      "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"
    ),
    (
      "1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n",
      "@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n"
    ),
    (
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
      "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n"
    ),
    ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a␍\n-b␍\n+c␍\n"),
  ])
  func `prints what diff prints`(_ before: String, _ after: String, _ hunks: String) {
    #expect(diff(before, after) == "--- a/f\n+++ b/f\n" + hunks)
  }

  @Test
  func `compares with nothing for a new file`() {
    #expect(diff(nil, "a\n") == "--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "a\n") == "")
    #expect(diff(nil, "") == "--- /dev/null\n+++ b/f\n")
  }

  @Test
  func `shows control characters, hidden ones and bytes that are not UTF-8`() {
    let text = "a\u{1B}[31m\t\u{7F}\u{9B}\u{202E}\u{200B}⟦FF⟧é⟦C3⟧z"
    let shown = "a␛[31m␉␡<U+009B><U+202E><U+200B><FF>é<C3>z"
    #expect(diff(nil, text + "\n").hasSuffix("\n+\(shown)\n"))
  }

  @Test(arguments: [
    ("A=x1\n", "A=••••"), ("export A = 'x1' # c\n", "export A = '••••' # c"), ("A=\n", "A="),
    ("A=\"x1\"\n", "A=\"••••\""), ("# A=x1\n", "# A=••••"), ("#A = x1 # x2\n", "#A = ••••"),
    ("# MY_KEY: x1\n", "# MY_KEY: ••••"), ("A: x1\n", "A: ••••"), ("x1\n", "••••"),
    ("# attio-scopes: task:read note:read\n", "# attio-scopes: task:read note:read"),
    ("# See https://docs.attio.com\n", "# See https://docs.attio.com"),
    ("A=x # old 0123456789abcdef0\n", "A=•••• # old ••••"), ("A=# c\n", "A=# c"),
    ("A=x1 y1\\\n", "A=••••"), ("declare -x A=x1\n", "••••"), ("A=`x1`\n", "A=`••••`"),
    ("MIIEvQIBADANBgkqhkiG9w0BAQ==\n", "••••=••••"), ("A=\"x1\n", "A=••••"),
  ])
  func `hides every value of an env file`(_ line: String, _ shown: String) {
    let text = diff(line, line + "NEW=1\n", masking: .envFile(token: nil))
    #expect(text.contains("\n \(shown)\n"), "\(text)")
  }

  @Test
  func `shows the token by its ends and every line of other values as dots`() {
    let before = "P='l1\nKEY=in\nend' # c\n# KEY=\(EnvCase.token)\nKEY=old\n"
    let after = "P='l1\nKEY=in\nend' # c\n# KEY=\(EnvCase.token)\nKEY=\(EnvCase.token)\n"
    let text = diff(before, after, masking: .envFile(token: Self.token))
    let expected = """
      --- a/f
      +++ b/f
      @@ -2,4 +2,4 @@
       ••••
       ••••' # c
       # KEY=0123…cdef
      -KEY=••••
      +KEY=0123…cdef

      """
    #expect(text == expected)
  }

  @Test
  func `never shows the token, wherever it stands`() {
    let token = "abcdefghijklmnopqrstuvwxyzabcdef"
    let lines = [
      "KEY=\(token)", "KEY='\(token)'", "# \(token)", "A=1 # \(token)", "\(token)",
      "KEY=x\(token)x",
      "P=\"a\n\(token)\n\"", "# KEY: \(token)", "export KEY=\(token) B=\(token)", "x: \(token)",
      "KEY=\"\(token)", "KEY=`\(token)`", "# a=b \(token)",
    ]
    for line in lines {
      let text = diff("\(line)\nA=1\n", "\(line)\nA=2\n", masking: .envFile(token: Secret(token)))
      #expect(!text.contains(token), "\(line)")
    }
  }

  @Test
  func `hides all of a file that is no env file`() {
    let text = diff("A=1\0\n", "A=2\0\nB\n", masking: .envFile(token: nil))
    #expect(text.hasSuffix("@@ -1 +1,2 @@\n-••••\n+••••\n+••••\n"))
  }

  @Test
  func `compares 200,000 lines with one change at once`() {
    let line = Array("A=1\n".utf8)
    let half = Array(repeating: line, count: 100_000).flatMap(\.self)
    let diff = UnifiedDiff.between(
      FileContent(half + Array("K=1\n".utf8) + half),
      FileContent(half + Array("K=2\n".utf8) + half),
      path: "f",
      masking: .none
    )
    let expected: [UnifiedDiff.Line] = [
      .init(.fileHeader, "--- a/f"), .init(.fileHeader, "+++ b/f"),
      .init(.hunkHeader, "@@ -99998,7 +99998,7 @@"),
      .init(.context, "A=1"), .init(.context, "A=1"), .init(.context, "A=1"),
      .init(.removed, "K=1"), .init(.added, "K=2"),
      .init(.context, "A=1"), .init(.context, "A=1"), .init(.context, "A=1"),
    ]
    #expect(diff.lines == expected)
  }

  @Test
  func `leads from one text to the other in 2,000 random pairs, removed lines first`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let old = randomLines(&generator)
      let new = randomLines(&generator)
      let steps = LineDifference(from: old, to: new).steps
      #expect(steps.compactMap(\.oldIndex).map { old[$0] } == old)
      #expect(steps.compactMap(\.newIndex).map { new[$0] } == new)
      for (step, next) in zip(steps, steps.dropFirst()) where step.oldIndex == nil {
        #expect(next.newIndex != nil)
      }
    }
  }

  @Test
  func `looks at the lines around a change alone, and finds what all of them give`() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<2_000 {
      let old = randomText(&generator)
      let new = Bool.random(using: &generator) ? randomText(&generator) : edited(old, &generator)
      guard old != new else { continue }
      let whole = [old, new].map { DiffText($0, $0.bytes.indices, masking: .none, documents: []) }
      let steps = LineDifference(from: whole[0].slices, to: whole[1].slices).steps
      let expected = DiffHunk.hunks(of: steps, after: 0)
        .flatMap { $0.lines(old: whole[0], new: whole[1]) }
      let diff = UnifiedDiff.between(old, new, path: "f", masking: .none)
      #expect(diff.lines.dropFirst(2).elementsEqual(expected))
    }
  }

  /// A text of few different lines, with or without an end of its last one.
  private func randomText(_ generator: inout SeededGenerator) -> FileContent {
    let lines = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      ["a\n", "a\n", "ab\n", "\n", "b\n"].randomElement(using: &generator) ?? ""
    }
    return FileContent(lines.joined() + (Bool.random(using: &generator) ? "" : "a"))
  }

  /// The text with a byte put in, taken out or changed.
  private func edited(_ text: FileContent, _ generator: inout SeededGenerator) -> FileContent {
    var bytes = text.bytes
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 0...1, using: &generator))
    let byte = "ab\n".utf8.randomElement(using: &generator)
    bytes.replaceSubrange(place..<end, with: [byte].compactMap(\.self))
    return FileContent(bytes)
  }

  private func randomLines(_ generator: inout SeededGenerator) -> [ArraySlice<UInt8>] {
    (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      [UInt8.random(in: 0...4, using: &generator)][...]
    }
  }

  @Test
  func `replaces all of the middle where too much changed`() {
    let old = (0..<2_000).map { "a\($0)\n" }.joined()
    let new = (0..<2_000).map { "b\($0)\n" }.joined()
    let lines = UnifiedDiff.between(
      FileContent("x\n" + old),
      FileContent("x\n" + new),
      path: "f",
      masking: .none
    ).lines
    #expect(lines.count { $0.kind == .removed } == 2_000)
    #expect(lines.count { $0.kind == .added } == 2_000)
    #expect(lines.count { $0.kind == .context } == 1)
  }
}

extension LineDifference.Step {
  fileprivate var oldIndex: Int? {
    switch self {
    case .same(let index, _), .removed(let index): index
    case .added: nil
    }
  }

  fileprivate var newIndex: Int? {
    switch self {
    case .same(_, let index), .added(let index): index
    case .removed: nil
    }
  }
}
