import SetupCore
import TestSupport
import Testing

/// What holds for the texts in every language; `StarterClientRunTests` runs them.
struct StarterClientTests {
  @Test(arguments: ClientLanguage.all)
  func `every file reads the variable that was named, and ends with one line end`(
    language: ClientLanguage
  ) throws {
    let client = try StarterClient(
      StarterClient.Request(
        language: language,
        variable: "CRM_KEY",
        isWithOAuth: language.hasOAuth
      )
    )
    #expect(client.files.first?.contents.contains("CRM_KEY") == true)
    #expect(Set(client.files.map(\.path)).count == client.files.count)
    #expect(Set(client.files.map(\.id)).count == client.files.count)
    for file in client.files {
      #expect(!file.contents.contains("ATTIO_API_KEY"))
      #expect(file.contents.hasSuffix("\n") && !file.contents.hasSuffix("\n\n"))
      #expect(file.contents.split(separator: "\n").allSatisfy { $0.count <= 100 && $0.last != " " })
    }
    if let oauth = client.files.first(where: { $0.id == .oauth })?.contents {
      for word in ["CLIENT_ID", "CLIENT_SECRET", "REDIRECT_URI", "APP_URL"] {
        #expect(oauth.contains("ATTIO_\(word)"))
      }
    }
  }

  @Test(arguments: [
    (".env", "./.env"), ("config/.env.local", "./config/.env.local"),
    ("/etc/app.env", "/etc/app.env"),
    ("my env", "'./my env'"), ("it's;env", "'./it'\\''s;env'"),
  ])
  func `the env file is named as a shell reads it`(name: String, quoted: String) throws {
    let client = try StarterClient(
      StarterClient.Request(
        language: #require(ClientLanguage(named: "curl")),
        envFileName: name
      )
    )
    #expect(client.run == "set -a; . \(quoted); set +a; sh scripts/attio.sh")
  }

  @Test func `a link that leads nowhere is not written through`() throws {
    let client = try StarterClient(
      StarterClient.Request(language: #require(ClientLanguage(named: "ruby")))
    )
    let link = FileSnapshot(path: "/p/lib/attio/client.rb", resolvedPath: "/q", kind: .missing)
    let error = #expect(throws: SetupError.self) { try Plan.make(client, found: [link]) }
    #expect(error?.name == "exists")
    let free = FileSnapshot(path: "/p/lib/attio/client.rb", kind: .missing)
    #expect(try Plan.make(client, found: [free]).pending.map(\.path) == ["lib/attio/client.rb"])
  }

  @Test(arguments: [
    ("module example.com/shop\n", "example.com/shop"),
    ("// a\n\nmodule\t\"example.com/shop\" // b\ngo 1.18\n", "example.com/shop"),
    ("go 1.18\n", nil), ("module a\";b\n", nil), ("module (\n", nil),
  ])
  func `the name of a Go module is read, and nothing else for one`(text: String, name: String?) {
    #expect(GoModule.name(in: text) == name)
  }

  @Test func `a project's language is taken where a client is offered in it`() {
    #expect(ClientLanguage(.typescript)?.id == "typescript" && ClientLanguage(.php)?.id == "php")
    #expect(ClientLanguage(.rust) == nil)
  }
}
