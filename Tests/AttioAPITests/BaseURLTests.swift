import AttioAPI
import TestSupport
import Testing

struct BaseURLTests {
  @Test(arguments: [
    ("https://api.attio.com/v2", "https://api.attio.com/v2"),
    ("https://api.attio.com/v2/", "https://api.attio.com/v2"),
    ("HTTPS://API.Attio.com/V2//", "https://api.attio.com/V2"),
    ("https://app.attio.com", "https://app.attio.com"),
    ("https://host:8443/a/b", "https://host:8443/a/b"),
    ("http://localhost:8080/v2", "http://localhost:8080/v2"),
    ("http://127.0.0.1:1", "http://127.0.0.1:1"),
    ("http://127.255.0.9/v2", "http://127.255.0.9/v2"),
    ("http://[::1]:65535/v2", "http://[::1]:65535/v2"),
    ("https://[2001:DB8::1]/v2", "https://[2001:db8::1]/v2"),
  ])
  func `takes an address`(text: String, normal: String) throws {
    #expect(try BaseURL(parsing: text).text == normal)
  }

  @Test(arguments: [
    ("", BaseURLError.noScheme),
    ("api.attio.com/v2", .noScheme),
    ("//api.attio.com", .noScheme),
    ("://api.attio.com", .noScheme),
    ("localhost:8080", .noScheme),
    ("ftp://api.attio.com", .otherScheme),
    ("file:///etc/passwd", .otherScheme),
    (" https://api.attio.com", .otherScheme),
    ("https://me@api.attio.com", .userPart),
    ("https://me:secret@api.attio.com/v2", .userPart),
    ("http://127.0.0.1@evil.example/v2", .userPart),
    ("http://api.attio.com/v2", .plainHTTP(host: "api.attio.com")),
    ("http://127.0.0.1.evil.example", .plainHTTP(host: "127.0.0.1.evil.example")),
    ("http://localhost.evil.example", .plainHTTP(host: "localhost.evil.example")),
    ("http://127.1", .plainHTTP(host: "127.1")),
    ("http://2130706433", .plainHTTP(host: "2130706433")),
    ("http://0x7f.0.0.1", .plainHTTP(host: "0x7f.0.0.1")),
    ("http://127.0.0.01", .plainHTTP(host: "127.0.0.01")),
    ("http://0.0.0.0", .plainHTTP(host: "0.0.0.0")),
    ("http://10.0.0.1", .plainHTTP(host: "10.0.0.1")),
    ("http://[::2]", .plainHTTP(host: "[::2]")),
    ("http://[::ffff:127.0.0.1]", .plainHTTP(host: "[::ffff:127.0.0.1]")),
    ("https://", .malformed),
    ("https:///v2", .malformed),
    ("https://:443/v2", .malformed),
    ("https://host:", .malformed),
    ("https://host:0", .malformed),
    ("https://host:65536", .malformed),
    ("https://host:+80", .malformed),
    ("https://host:80:80", .malformed),
    ("https://[::1", .malformed),
    ("https://[::1]x", .malformed),
    ("https://ho st/v2", .malformed),
    ("https://hö.example/v2", .malformed),
    ("https://host\\@evil.example/", .malformed),
    ("https://host/v2?x=1", .malformed),
    ("https://host/v2#x", .malformed),
    ("https://host/v2\r\nX-Evil: 1", .malformed),
    ("https://host/v2\n", .malformed),
    ("https://.host", .malformed),
    ("https://-host", .malformed),
  ])
  func `refuses an address`(text: String, error: BaseURLError) {
    #expect(throws: error) { try BaseURL(parsing: text) }
  }

  @Test func `keeps a password out of the message`() {
    #expect(throws: BaseURLError.userPart) {
      try BaseURL(parsing: "https://me:secret@api.attio.com/v2")
    }
    let message = BaseURLError.userPart.message(option: "--base-url")
    #expect(message.contains("--base-url"))
    #expect(!message.contains("secret"))
  }

  @Test func `knows Attio's own addresses`() throws {
    #expect(try BaseURL(parsing: "https://api.attio.com/v2") == .attioAPI)
    #expect(try BaseURL(parsing: "https://app.attio.com") == .attioApp)
    #expect(BaseURL.attioAPI.effectivePort == 443)
    #expect(!BaseURL.attioAPI.isLoopback)
  }
}
