import Ground
import SetupCore
import TestSupport
import Testing

/// The connected workspaces as people read them.
struct WorkspacesTextTests {
  private let now = 1_000_000.0

  @Test func `an empty list says how to connect one`() {
    #expect(
      WorkspacesText.lines([ConnectedWorkspace](), now: now).last
        == "Connect one: attio-setup connect"
    )
    #expect(WorkspacesText.lines([CheckedWorkspace]()).last == "Connect one: attio-setup connect")
  }

  @Test func `the table has a row for each`() {
    var second = ConnectedWorkspace.sample("", name: "日本", id: "w-2", scopes: [], verifiedAt: nil)
    second.level = "user"
    let lines = WorkspacesText.lines(
      [.sample("acme", name: "Acme Inc", verifiedAt: now - 120), second],
      now: now
    )
    #expect(
      lines == [
        "Name      Slug  Scopes  Level  Kept in  Verified",
        "Acme Inc  acme  1       -      file     2 minutes ago",
        "日本      w-2   0       user   file     never",
      ]
    )
  }

  @Test func `a sandbox's is marked as that`() {
    let sample = ConnectedWorkspace.sample("acme", api: "http://127.0.0.1:4000/v2")
    let rows = WorkspacesText.lines([sample, .sample("beta")], now: now)
    #expect(rows[1].contains("file (sandbox)") && !rows[2].contains("sandbox"))
    let one = WorkspacesText.lines(sample, filePath: "/f", now: now)
    #expect(one.contains("  Token     in /f (mode 0600), for a sandbox on this machine"))
  }

  @Test func `no row is wider than a terminal, and a slug stays whole`() throws {
    let name = String(repeating: "日本", count: 30)
    let slug = String(repeating: "s", count: 38)
    let rows = [ConnectedWorkspace.sample(slug, name: name), .sample("b", name: "B")]
    let unknown = CheckedWorkspace(
      .sample(slug, name: name),
      Connection(state: .tlsFailure),
      context: ConnectionContext()
    )
    let list = WorkspacesText.lines(rows, now: now)
    for line in list + WorkspacesText.lines([unknown]).prefix(2) {
      #expect(DisplayWidth.of(line) <= 80, "\(line)")
    }
    let row = try #require(list.first { $0.contains(slug) })
    #expect(row.contains("  \(slug)  1       -      file") && row.hasPrefix("日本日本日…"))
  }

  @Test(arguments: [
    (nil, "never"), (0.0, "just now"), (-500, "just now"), (59, "just now"), (60, "1 minute ago"),
    (7199, "1 hour ago"), (7200, "2 hours ago"), (86_400, "1 day ago"), (864_000, "10 days ago"),
    (1e300, "1157407 days ago"),
  ])
  func `a time is told by how long ago it was`(age: Double?, text: String) {
    #expect(Words.ago(age.map { now - $0 }, now: now) == text)
  }

  @Test func `one workspace is told with its scopes and its place`() {
    let lines = WorkspacesText.lines(
      .sample("acme", name: "Acme Inc", scopes: ["note:read", "task:read"]),
      filePath: "/home/ada/workspaces.json",
      now: now
    )
    #expect(lines.first == "Acme Inc (acme)")
    #expect(lines.contains("  Token     in /home/ada/workspaces.json (mode 0600)"))
    #expect(lines.last == "  Scopes    note:read, task:read")
    #expect(lines.contains("  Acts for  not known"))
  }

  @Test func `no text of Attio's reaches the terminal as it is`() {
    let hostile = ConnectedWorkspace.sample(
      "a\u{1B}[2J",
      name: "x\u{202E}\n" + String(repeating: "y", count: 500),
      scopes: ["n\u{7}"]
    )
    let checked = CheckedWorkspace(hostile, Connection(state: .connected), context: .init())
    let lines =
      WorkspacesText.lines([hostile], now: now) + WorkspacesText.lines([checked])
      + WorkspacesText.lines(hostile, filePath: "/f\u{1B}", now: now)
    for line in lines {
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
    }
  }

  private func checked(_ slug: String, _ state: ConnectionState) -> CheckedWorkspace {
    CheckedWorkspace(.sample(slug), Connection(state: state), context: ConnectionContext())
  }

  @Test func `a check is one line for each, a count, and what to do`() {
    let lines = WorkspacesText.lines([
      checked("acme", .connected), checked("beta", .tokenInactive), checked("gamma", .timeout),
      checked("delta", .tokenInactive),
    ])
    #expect(
      lines.prefix(6) == [
        "✓ good     acme   ACME   1 scope",
        "✗ action   beta   BETA   The token is not active",
        "! unknown  gamma  GAMMA  No answer in time",
        "✗ action   delta  DELTA  The token is not active",
        "",
        "4 workspaces: 1 good, 2 in need of action, 1 unknown.",
      ]
    )
    #expect(lines.contains("beta, delta: Attio says that the token is not active."))
    #expect(lines.count { $0.hasPrefix("  Next: ") } == 2)
    #expect(lines.contains { $0.contains("attio-setup connect") })
    #expect(!lines.contains { $0.contains("access-tokens") })
  }

  @Test(
    arguments: [
      ([], 0), ([.connected], 0), ([.connected, .timeout], 2), ([.notChecked], 2),
      ([.timeout, .tokenInactive, .connected], 1), ([.tokenMissing], 1),
    ] as [([ConnectionState], Int32)]
  )
  func `the exit code is that of the worst`(states: [ConnectionState], code: Int32) {
    #expect(CheckedWorkspace.exitCode(states.map { checked("acme", $0) }) == code)
  }
}
