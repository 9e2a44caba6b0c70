import ProjectScan
import TestSupport
import Testing

/// Files that nobody wrote for a reader: they end soon, and change nothing about the others.
@Suite(.alone)
struct HostileFileTests {
  private static let base = "const u='https://api.attio.com/v2';\n"

  static let files: [(String, String)] = [
    ("brackets.ts", String(repeating: "(", count: 60_000)),
    ("braces.ts", String(repeating: "{\n", count: 60_000)),
    ("templates.ts", String(repeating: "`${\n", count: 60_000)),
    ("members.ts", String(repeating: "a.\n", count: 60_000)),
    ("sums.ts", String(repeating: "u+\n", count: 60_000)),
    ("choices.ts", String(repeating: "a?b:\n", count: 60_000)),
    ("calls.ts", String(repeating: "f(\n", count: 60_000)),
    ("itself.ts", String(repeating: "x=u+x;\n", count: 20_000)),
    ("loops.ts", String(repeating: "for (const a of [u,u,u]) fetch(a+a);\n", count: 4_000)),
    (
      "circle.ts",
      (0..<2_000).map { "function w\($0)(p){return w\(($0 + 1) % 2_000)(u+p)}\n" }.joined()
    ),
    ("same.ts", String(repeating: "function w(p){return w(u+p)}\n", count: 5_000)),
    (
      "definitions.py",
      "u='https://api.attio.com/v2'\n" + String(repeating: "def a\n", count: 60_000)
    ),
    ("strings.py", "u='https://api.attio.com/v2'\n" + String(repeating: "f\"{\n", count: 60_000)),
    ("heredocs.rb", "u='https://api.attio.com/v2'\n" + String(repeating: "<<~A\n", count: 60_000)),
    ("commands.sh", "# attio\n" + String(repeating: "$(", count: 100_000)),
    ("functions.sh", "# attio\n" + String(repeating: "a() { a; a; }\na\n", count: 2_000)),
  ]

  @Test(arguments: files)
  func aHostileFileIsHarmless(name: String, text: String) async {
    let good = "fetch('https://api.attio.com/v2/lists')\n"
    let files = [
      name: Array((name.hasSuffix(".ts") ? Self.base + text : text).utf8),
      "good.js": Array(good.utf8),
    ]
    let clock = ContinuousClock()
    let start = clock.now
    let result = await ProjectScanner.scan(paths: Array(files.keys), read: { files[$0] })
    #expect(result.calls.contains { $0.file == "good.js" && $0.operation == "GET /v2/lists" })
    #expect(clock.now - start < .seconds(60))
  }

  @Test func textWithoutEndBytesThatAreNoTextAndLargeFilesAreLeftOut() async {
    let call = Array("fetch('https://api.attio.com/v2/lists')\n".utf8)
    let files: [String: [UInt8]] = [
      "binary.js": [0] + call,
      "large.js": call + [UInt8](repeating: 0x20, count: ProjectScanner.sizeLimit),
      "latin.js": [0xE9, 0xFF, 0x0A] + call,
    ]
    let result = await ProjectScanner.scan(paths: Array(files.keys), read: { files[$0] })
    #expect(result.calls.map(\.file) == ["latin.js"])
  }

  @Test func whatIsShownOfASourceHoldsNoKeyAndNoControlCharacter() async {
    let key = String(repeating: "a1b2c3d4", count: 8)
    let line =
      "export const x = (p) => fetch('https://api.attio.com/v2' + p, { key: '\(key)', z: '\u{1B}[31m\u{202E}' });\n"
    let result = await ProjectScanner.scan(paths: ["a.js"], read: { _ in Array(line.utf8) })
    let text = try? #require(result.unresolved.first?.text)
    #expect(text?.contains(key) == false)
    #expect(text?.contains("\u{1B}") == false)
    #expect(text?.contains("\u{202E}") == false)
    #expect((text?.count ?? 0) <= 80)
  }
}
