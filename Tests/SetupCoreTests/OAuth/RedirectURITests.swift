import SetupCore
import TestSupport
import Testing

struct RedirectURITests {
  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var listening: RedirectURI.Listening
    var host: String
    var port: Int
    var path: String

    init(
      _ text: String,
      _ listening: RedirectURI.Listening,
      _ host: String,
      _ port: Int,
      _ path: String
    ) {
      self.text = text
      self.listening = listening
      self.host = host
      self.port = port
      self.path = path
    }

    var testDescription: String { text }
  }

  @Test(arguments: [
    Row(RedirectURI.standardText, .bothFamilies, "localhost", 8787, "/callback"),
    Row("http://LocalHost:8787/Callback", .bothFamilies, "localhost", 8787, "/Callback"),
    Row("HTTP://localhost/cb", .bothFamilies, "localhost", 80, "/cb"),
    Row("http://localhost", .bothFamilies, "localhost", 80, "/"),
    Row("http://localhost:65535/", .bothFamilies, "localhost", 65_535, "/"),
    Row("http://127.0.0.1:1/a/b", .ipv4, "127.0.0.1", 1, "/a/b"),
    Row("http://[::1]:3000/cb", .ipv6, "::1", 3000, "/cb"),
    Row("http://[::1]/cb", .ipv6, "::1", 80, "/cb"),
    Row("http://localhost:8787/a%20b;c=d/@x", .bothFamilies, "localhost", 8787, "/a%20b;c=d/@x"),
    Row("https://example.com/cb", .nowhere, "example.com", 443, "/cb"),
    Row("https://Example.com:8443", .nowhere, "example.com", 8443, "/"),
    // Nobody has a certificate for it.
    Row("https://localhost:8787/callback", .nowhere, "localhost", 8787, "/callback"),
  ])
  func `takes an address as it is registered`(row: Row) throws {
    let uri = try RedirectURI(parsing: row.text)
    #expect(uri.text == row.text)
    #expect(uri.listening == row.listening)
    #expect(uri.host == row.host)
    #expect(uri.port == row.port)
    #expect(uri.path == row.path)
  }

  @Test(
    arguments: [
      ("", .empty), (" ", .illegalCharacter),
      ("http://localhost:8787/call back", .illegalCharacter),
      (" http://localhost/", .illegalCharacter), ("http://localhost/\n", .illegalCharacter),
      ("http://localhost/é", .illegalCharacter), ("http://localhost/<x>", .illegalCharacter),
      ("http://localhost\\@evil.example/", .illegalCharacter),
      ("http://localhost/\u{1B}[31m", .illegalCharacter),
      ("http://localhost/" + String(repeating: "a", count: 496), .tooLong),
      ("localhost:8787/callback", .scheme), ("ftp://localhost/", .scheme),
      ("//localhost/", .scheme),
      ("myapp://callback", .scheme), ("http:/localhost", .scheme),
      ("http://example.com/cb", .foreignHTTP), ("http://localhost.evil.example/", .foreignHTTP),
      ("http://127.0.0.2/", .foreignHTTP), ("http://0.0.0.0:8787/", .foreignHTTP),
      ("http://[::2]/", .foreignHTTP), ("http://localhost./", .foreignHTTP),
      ("http://me@localhost/", .userPart), ("http://localhost@evil.example/", .userPart),
      ("http://localhost:80@evil.example/", .userPart),
      ("https://me:secret@example.com/", .userPart),
      ("http://", .host), ("http:///callback", .host), ("http://:8787/", .host),
      ("http://[::1/cb", .host), ("http://[]/cb", .host), ("https://exa%6dple.com/", .host),
      ("https://exa]mple.com/", .host), ("https://[example.com]/", .host), ("https://a,b/", .host),
      ("http://localhost:/", .port), ("http://localhost:0/", .port),
      ("http://localhost:65536/", .port), ("http://localhost:-1/", .port),
      ("http://localhost:+80/", .port), ("http://localhost:8o/", .port),
      ("http://localhost:99999999999999999999/", .port), ("http://localhost:1:2/", .port),
      ("http://[::1]8787/", .port), ("http://localhost/?a=b", .query),
      ("http://localhost/cb?", .query),
      ("http://localhost/#", .fragment), ("http://localhost/cb?a#b", .fragment),
    ] as [(String, RedirectURIError)]
  )
  func `refuses what cannot be one, and says why`(text: String, problem: RedirectURIError) {
    #expect(throws: problem) { try RedirectURI(parsing: text) }
    #expect(problem.message.hasSuffix("."))
  }

  @Test func `the longest one is taken`() throws {
    let text = "http://localhost/" + String(repeating: "a", count: RedirectURI.byteLimit - 17)
    #expect(try RedirectURI(parsing: text).text == text)
  }

  @Test(arguments: [
    ("http://localhost:8787/callback", 3000, "http://localhost:3000/callback"),
    ("http://127.0.0.1/cb", 1, "http://127.0.0.1:1/cb"), ("http://[::1]:5/", 6, "http://[::1]:6/"),
    ("https://example.com/cb", 444, "https://example.com:444/cb"),
    ("http://localhost:8787/callback", 0, nil), ("http://localhost:8787/callback", 65_536, nil),
  ])
  func `another port makes another address`(text: String, port: Int, other: String?) throws {
    #expect(try RedirectURI(parsing: text).replacingPort(with: port)?.text == other)
  }
}
