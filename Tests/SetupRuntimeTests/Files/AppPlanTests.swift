import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

@Suite(.alone) struct AppPlanTests {
  private static let app = AppSettings(
    clientID: "client-1",
    clientSecret: Secret("canary" + String(repeating: "1", count: 58)),
    redirectURI: "http://localhost:8787/callback"
  )
  private static let old = "\u{FEFF}A=1\r\nATTIO_CLIENT_SECRET='old'\r\nATTIO_API_KEY=t"

  @Test func `writes the app, keeps it on the second run, and puts back what was there`()
    async throws
  {
    let world = try await ApplyWorld.make()
    try world.repository.write(".env", Self.old)
    let report = try await world.applier().apply(world.plan(Self.app))
    #expect(report.written == [".gitignore", ".env", ".env.example"])
    let secret = try #require(Self.app.clientSecret).reveal()
    let written = """
      \u{FEFF}A=1\r
      ATTIO_CLIENT_SECRET='\(secret)'\r
      ATTIO_API_KEY=t\r
      ATTIO_CLIENT_ID=client-1\r
      ATTIO_REDIRECT_URI=http://localhost:8787/callback\r

      """
    #expect(try world.text(".env") == written)
    for app in [Self.app, AppSettings()] {
      let again = try await world.plan(app)
      #expect(again.pending.isEmpty)
      #expect(try await world.applier().apply(again).undo == nil)
    }
    #expect(try world.text(".env") == written)
    let undone = await world.undo.apply(try world.record().plan())
    #expect(undone.isComplete)
    #expect(try world.text(".env") == Self.old)
    #expect(Disk.exists(world.repository[".env.example"]) == false)
  }

  @Test func `the journal does not hold the new secret`() async throws {
    let world = try await ApplyWorld.make()
    let report = try await world.applier().apply(world.plan(Self.app))
    let folder = try #require(world.journal.folder)
    let file = try FileReader.snapshot(of: "\(folder)/undo-\(try #require(report.undo)).json")
    let text = String(decoding: file.content.bytes, as: UTF8.self)
    #expect(text.contains("\"schema\":2"))
    #expect(!text.contains(try #require(Self.app.clientSecret).reveal()))
  }

  @Test func `stops where git would commit the secret`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.write(".env", "A=1\n")
    let plan = try await world.plan(Self.app)
    _ = try await world.repository.run("add", "-f", ".env")
    let failure = try await world.failure(of: plan)
    #expect(failure.reason == .stillTracked(path: ".env"))
    #expect(try world.text(".env") == "A=1\n")
  }
}
