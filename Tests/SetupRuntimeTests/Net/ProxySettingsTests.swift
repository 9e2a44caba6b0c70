import AttioAPI
import SetupRuntime
import TestSupport
import Testing

struct ProxySettingsTests {
  private static let attio = "https://api.attio.com/v2"

  private func variable(_ environment: [String: String], _ url: String) throws -> String? {
    switch ProxySettings(environment: environment).route(to: try BaseURL(parsing: url)) {
    case .direct: nil
    case .proxy(let address): address.variable
    case .unusable(let variable, let character):
      "unusable " + variable + (character.map { " because of \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    (["HTTPS_PROXY": "p:1"], attio, "HTTPS_PROXY" as String?),
    (["https_proxy": "p:1"], attio, "https_proxy"),
    (["https_proxy": "p:1", "HTTPS_PROXY": "q:1"], attio, "https_proxy"),
    (["https_proxy": "", "HTTPS_PROXY": "q:1"], attio, "HTTPS_PROXY"),
    (["ALL_PROXY": "p:1"], attio, "ALL_PROXY"),
    (["all_proxy": "p:1", "ALL_PROXY": "q:1"], attio, "all_proxy"),
    (["ALL_PROXY": "p:1", "HTTPS_PROXY": "q:1"], attio, "HTTPS_PROXY"),
    (["HTTP_PROXY": "p:1", "http_proxy": "p:1"], attio, nil),
    ([:], attio, nil),
    // A loopback address is reached directly whatever the variables say.
    (["ALL_PROXY": "p:1", "HTTP_PROXY": "p:1"], "http://127.0.0.1:8080", nil),
    (["ALL_PROXY": "p:1", "HTTP_PROXY": "p:1"], "http://localhost:8080", nil),
    (["ALL_PROXY": "p:1", "HTTPS_PROXY": "p:1"], "https://[::1]:8080", nil),
    (["ALL_PROXY": "p:1", "HTTPS_PROXY": "p:1"], "https://127.9.9.9", nil),
  ])
  func `chooses the variable`(environment: [String: String], url: String, name: String?) throws {
    #expect(try variable(environment, url) == name)
  }

  @Test(arguments: [
    ("*", true),
    ("api.attio.com", true),
    ("attio.com", true),
    (".attio.com", true),
    ("*.attio.com", true),
    ("API.ATTIO.COM", true),
    ("a.example, attio.com", true),
    ("a.example attio.com", true),
    ("api.attio.com:443", true),
    ("api.attio.com.", true),
    ("api.attio.com:8443", false),
    ("ttio.com", false),
    ("pi.attio.com", false),
    ("api.attio.com.example", false),
    ("app.attio.com", false),
    ("", false),
    (",", false),
    (".", false),
  ])
  func `leaves out the hosts of NO_PROXY`(list: String, isDirect: Bool) throws {
    for name in ["NO_PROXY", "no_proxy"] {
      let used = try variable(["HTTPS_PROXY": "p:1", name: list], Self.attio)
      #expect((used == nil) == isDirect)
    }
  }

  @Test(arguments: [
    ("10.0.0.0/8", "https://10.1.2.3", true),
    ("10.0.0.0/8", "https://11.1.2.3", false),
    ("10.1.2.3/32", "https://10.1.2.3", true),
    ("10.1.2.3/32", "https://10.1.2.4", false),
    ("0.0.0.0/0", "https://8.8.8.8", true),
    ("10.0.0.0/33", "https://10.1.2.3", false),
    ("10.0.0.0/8", "https://ten.example", false),
    ("10.1.2.3", "https://10.1.2.3", true),
    ("2001:db8::1", "https://[2001:db8::1]", true),
    ("[2001:db8::1]", "https://[2001:db8::1]", true),
    ("2001:db8::2", "https://[2001:db8::1]", false),
  ])
  func `knows addresses and ranges`(list: String, url: String, isDirect: Bool) throws {
    let used = try variable(["HTTPS_PROXY": "p:1", "NO_PROXY": list], url)
    #expect((used == nil) == isDirect)
  }

  @Test(arguments: [
    "ftp://proxy:1", "http://", "http://pro xy:1", "http://proxy:1\r\nX: y", "://proxy",
    "http://:3128", "http://me:canary", "proxy:0", "proxy:65536", "proxy:", "http://[::1]x:1",
  ])
  func `says which variable holds no proxy`(value: String) throws {
    #expect(try variable(["HTTPS_PROXY": value], Self.attio) == "unusable HTTPS_PROXY")
  }

  @Test(arguments: [
    ("http://me:pa#ss@proxy:3128", "#", "%23"), ("me:#ss@proxy:3128", "#", "%23"),
    ("http://me:pa\\ss@proxy:3128", "\\", "%5C"), ("http://proxy\\host:1", "\\", "%5C"),
  ])
  func `names the character that has to be escaped`(
    value: String,
    character: String,
    escaped: String
  ) throws {
    let route = ProxySettings(environment: ["HTTPS_PROXY": value]).route(to: .attioAPI)
    let problem = TransportFailure.ProxyProblem.unusable(
      variable: "HTTPS_PROXY",
      because: Character(character)
    )
    #expect(route == .unusable(variable: "HTTPS_PROXY", because: Character(character)))
    #expect(
      problem.message
        == "The value of HTTPS_PROXY is not a usable proxy address; write \(character) as \(escaped)."
    )
  }

  @Test(arguments: [
    "proxy:3128", "10.0.0.1:3128", "http://proxy", "https://proxy:1/", "socks5h://proxy:1080",
    "HTTP://user:pass@proxy:3128", "localhost:3128", "http://[::1]:3128",
  ])
  func `takes the usual spellings`(value: String) throws {
    #expect(try variable(["HTTPS_PROXY": value], Self.attio) == "HTTPS_PROXY")
  }

  @Test func `prints no password of a proxy`() throws {
    let settings = ProxySettings(environment: ["HTTPS_PROXY": "http://me:canary@proxy:1"])
    let route = settings.route(to: .attioAPI)
    var dumped = ""
    dump(route, to: &dumped)
    dump(settings, to: &dumped)
    for text in ["\(route)", "\(settings)", String(reflecting: settings), dumped] {
      #expect(!text.contains("canary"))
    }
  }
}
