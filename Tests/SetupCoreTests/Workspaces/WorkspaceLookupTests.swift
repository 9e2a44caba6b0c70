import SetupCore
import TestSupport
import Testing

/// Which entry of the store a word of the user's means.
struct WorkspaceLookupTests {
  private func lookup(
    _ workspaces: [ConnectedWorkspace],
    app: String? = nil
  ) -> WorkspaceLookup {
    WorkspaceLookup(workspaces, clientID: app) { $0 == "https://api.attio.com/v2" }
  }

  private func error(
    _ handle: String,
    in workspaces: [ConnectedWorkspace],
    app: String? = nil
  ) throws -> SetupError {
    try #require(throws: SetupError.self) { try lookup(workspaces, app: app).workspace(handle) }
  }

  @Test(arguments: ["acme", "id-acme"])
  func `a slug and an identifier are understood`(handle: String) throws {
    let all = [ConnectedWorkspace.sample("beta"), .sample("acme")]
    #expect(try lookup(all).workspace(handle).slug == "acme")
  }

  @Test func `a typing error is answered with the nearest one`() throws {
    let error = try error("amce", in: [.sample("beta"), .sample("acme")])
    #expect(error.name == "unknown_workspace" && error.exitCode == 1)
    #expect(error.remedy.hasPrefix("Did you mean acme? Connected: beta, acme."))
  }

  @Test func `what nothing comes near is answered with the list`() throws {
    let all = (1...12).map { ConnectedWorkspace.sample("workspace-\($0)") }
    let error = try error("zebra", in: all)
    #expect(error.remedy.hasPrefix("Connected: workspace-1, "))
    #expect(error.remedy.contains("workspace-10 and 2 more."))
  }

  @Test func `without any connected workspace it says how to connect one`() throws {
    let error = try error("acme", in: [])
    #expect(error.name == "unknown_workspace")
    #expect(error.remedy == "Connect one: attio-setup connect")
  }

  @Test func `an empty word means nothing, not the workspace without a slug`() throws {
    let error = try error("", in: [.sample("", id: "w-1")])
    #expect(error.name == "unknown_workspace")
    #expect(error.remedy.contains("w-1"))
  }

  @Test func `an error shows no control characters of what was typed`() throws {
    let error = try error("a\u{1B}[31m\nb", in: [.sample("acme")])
    #expect(!error.message.contains("\u{1B}") && !error.message.contains("\n"))
  }

  private static let two = [
    ConnectedWorkspace.sample("acme", app: "app-1"),
    .sample("acme", app: "app-2", api: "http://127.0.0.1:8080/v2"),
    .sample("acme", app: "app-2"),
  ]

  @Test func `of two apps the project's own is meant, of two APIs the one that is asked`() throws {
    let own = try lookup(Self.two, app: "app-2").workspace("acme")
    #expect(own.key.clientID == "app-2" && own.key.api == "https://api.attio.com/v2")
    #expect(try lookup(Self.two, app: "app-1").workspace("acme").key.clientID == "app-1")
  }

  @Test(arguments: [nil, "app-9"])
  func `what cannot be told apart is named`(app: String?) throws {
    let error = try error("acme", in: Self.two, app: app)
    #expect(error.name == "ambiguous_workspace" && error.exitCode == 1)
    #expect(error.message.contains("app-1") && error.message.contains("app-2"))
    #expect(error.message.hasPrefix("2 tokens fit"))
  }

  @Test func `the only workspace need not be named`() throws {
    #expect(try lookup([.sample("acme")]).only().slug == "acme")
    let several = try #require(throws: SetupError.self) {
      try lookup([.sample("acme"), .sample("beta")]).only()
    }
    #expect(several.name == "workspace_needed" && several.exitCode == 1)
    #expect(several.message == "2 workspaces are connected: acme, beta.")
    let tried = ConnectedWorkspace.sample("sandbox", api: "http://127.0.0.1:4000/v2")
    #expect(try lookup([tried, .sample("acme")]).only().slug == "acme")
    let none = try #require(throws: SetupError.self) { try lookup([]).only() }
    #expect(none.exitCode == 1 && none.remedy == "Connect one: attio-setup connect")
  }
}
