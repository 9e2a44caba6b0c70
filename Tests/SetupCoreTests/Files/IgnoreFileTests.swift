import Ground
import SetupCore
import TestSupport
import Testing

struct IgnoreFileTests {
  private static let wanted = [".env", ".env.local"]

  @Test(arguments: [
    ("", ".env\n.env.local\n"),
    ("node_modules\n", "node_modules\n.env\n.env.local\n"),
    ("node_modules", "node_modules\n.env\n.env.local\n"),
    ("a\r\nb\r\n", "a\r\nb\r\n.env\r\n.env.local\r\n"),
    ("a\r\nb", "a\r\nb\r\n.env\r\n.env.local\r\n"),
    ("a\r\nb\r", "a\r\nb\r\n.env\r\n.env.local\r\n"),
    ("a\r", "a\r\n.env\n.env.local\n"),
    ("\u{FEFF}", "\u{FEFF}.env\n.env.local\n"),
    ("a\n\n\n", "a\n\n\n.env\n.env.local\n"),
    (".env\n", ".env\n.env.local\n"),
    (".env.local\r\n.env", ".env.local\r\n.env"),
    ("\u{FEFF}.env\r\n.env.local  \r\n", "\u{FEFF}.env\r\n.env.local  \r\n"),
    (".env\n.env.local\n!.env\n", ".env\n.env.local\n!.env\n.env\n"),
    (".env\n.env.local\n!.env*\n", ".env\n.env.local\n!.env*\n.env\n.env.local\n"),
    (".env\n!.env.example\n.env.local\n", ".env\n!.env.example\n.env.local\n"),
    (".env\t\n .env.local\n", ".env\t\n .env.local\n.env\n.env.local\n"),
    ("# .env\nx.env\n.environment\n", "# .env\nx.env\n.environment\n.env\n.env.local\n"),
    ("caf⟦E9⟧\n", "caf⟦E9⟧\n.env\n.env.local\n"),
  ])
  func `adds only whole lines that do not stand yet`(_ before: String, _ after: String) {
    let once = IgnoreFile(FileContent(EnvCase.rawBytes(before))).adding(Self.wanted)
    #expect(once == FileContent(EnvCase.rawBytes(after)), "\(once.text)")
    #expect(IgnoreFile(once).adding(Self.wanted) == once)
  }

  @Test(arguments: [
    (".env*", "!.env.example", ".env*\n!.env.example\n"),
    ("!.env.example\n.env*\n", "!.env.example", "!.env.example\n.env*\n!.env.example\n"),
    (".env*\n!.env.example\n", "!.env.example", ".env*\n!.env.example\n"),
  ])
  func `adds an exception where it was not or is covered again`(
    _ before: String,
    _ pattern: String,
    _ after: String
  ) {
    #expect(IgnoreFile(FileContent(before)).adding([pattern]).text == after)
  }

  @Test(arguments: [
    (".env", ".env", 1), ("/.env", ".env", 1), ("**/.env", ".env", 1), (".env*", ".env.local", 1),
    ("a\n\n.env.*.local", ".env.production.local", 3), ("*", ".env", 1), (".en?", ".env", 1),
    ("!.env\n.env", ".env", 2), (".env", "config/.env", 1), ("config/.env", "config/.env", 1),
    ("config/", "config/.env", 1), ("/config/*.env", "config/a.env", 1), ("\\.env", ".env", 1),
    (".env \r\n", ".env", 1), ("**/config/**/.env", "a/config/.env", 1),
    ("config", "config/.env", 1),
  ])
  func `finds the line that ignores a file`(_ text: String, _ name: String, _ line: Int) {
    let answer = IgnoreFile(FileContent(text)).answer(for: name)
    #expect(answer.isIgnored)
    #expect(answer.rule?.line == line)
  }

  @Test(arguments: [
    ("", ".env"), ("./.env", ".env"), (".env/", ".env"), (".env.local", ".env"),
    (".env\n!.env", ".env"), ("/.env", "config/.env"), ("# .env", ".env"), (".env\t", ".env"),
    ("a/.env", ".env"), ("!.env", ".env"), (".env*\n!.env.example", ".env.example"),
    ("\\!.env", ".env"), ("/", ".env"), ("!", ".env"), ("env", ".env"),
  ])
  func `finds no line that ignores a file`(_ text: String, _ name: String) {
    #expect(!IgnoreFile(FileContent(text)).answer(for: name).isIgnored)
  }

  @Test
  func `compares a pattern of many stars in no time`() {
    let pattern = String(repeating: "*a", count: 40)
    let name = String(repeating: "a", count: 39)
    #expect(!IgnoreFile(FileContent(pattern)).answer(for: name).isIgnored)
  }

  @Test(arguments: [
    "secrets.env", "config/.env", "#env", "!env", "a*b?.env", "a[1].env", "a\\b", "end ", "a b",
  ])
  func `writes a path as a pattern that means it`(_ path: String) {
    let pattern = IgnoreFile.pattern(for: path)
    let file = IgnoreFile(FileContent(pattern))
    #expect(file.answer(for: path).isIgnored)
    #expect(!file.answer(for: "axb1.env").isIgnored)
  }
}
