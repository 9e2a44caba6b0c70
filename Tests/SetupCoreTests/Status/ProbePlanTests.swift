import AttioTables
import FoundationEssentials
import Ground
import SetupCore
import TestSupport
import Testing

struct ProbePlanTests {
  private static let known: ProbeThings = {
    var things = ProbeThings(objects: ["deals", "companies"])
    for thing in [ProbeThing.record, .list, .meeting] { things.learn(thing, "\(thing)-1") }
    return things
  }()

  private func calls(_ scopes: String, _ things: ProbeThings = known) -> [String] {
    ProbePlan(granted: ScopeSet(parsing: scopes)).ready(things, after: [:]).map(\.call)
  }

  @Test func `asks one read for each of the twelve resources`() throws {
    let plan = ProbePlan(granted: ScopeCatalogue.everything)
    let reads = plan.ready(Self.known, after: [:])
    #expect(Set(reads.map(\.resource)) == Set(ScopeCatalogue.rows.map(\.resource)))
    #expect(reads.count == 12)
    for read in reads {
      let path = try #require(read.path(with: Self.known))
      #expect(read.needs.scopes.allSatisfy { !$0.canWrite })
      #expect(read.isPost == path.hasSuffix("/query"))
      // What is asked is the call that the table knows, so the scopes are its scopes.
      let method = read.isPost ? "POST" : "GET"
      #expect(try EndpointMatcher.match("\(method) \(path)").needs == read.needs)
      #expect(!path.contains("{"))
    }
  }

  @Test func `does not ask with a member's token what takes a workspace's`() {
    let plan = ProbePlan(granted: ScopeCatalogue.everything, level: "user")
    let ready = plan.ready(Self.known, after: [:]).map(\.call)
    #expect(ready.count == 10)
    #expect(!ready.contains("GET /v2/webhooks") && !ready.contains("GET /v2/meetings"))
    let left = plan.results([:], Self.known, .complete).filter { !ready.contains($0.call) }
    #expect(
      left.map(\.message)
        == Array(
          repeating: "Not asked: it takes a workspace's token, and this is a member's.",
          count: 2
        )
    )
  }

  @Test(arguments: [
    ("", []),
    ("record_permission:read-write", []),
    ("object_configuration:read", ["GET /v2/objects"]),
    ("webhook:read note:read something:read", ["GET /v2/webhooks"]),
    (
      "record_permission:read-write object_configuration:read",
      ["POST /v2/objects/{object}/records/query", "GET /v2/objects"]
    ),
    ("call_recording:read meeting:read", ["GET /v2/meetings/{meeting_id}/call_recordings"]),
  ])
  func `asks only where every scope is granted`(scopes: String, expected: [String]) {
    #expect(calls(scopes) == expected)
  }

  @Test func `waits for what an answer makes known`() {
    let scopes = "list_configuration:read list_entry:read"
    var things = ProbeThings()
    #expect(calls(scopes, things) == ["GET /v2/lists"])
    things.learn(.list, "0f-1")
    #expect(calls(scopes, things) == ["POST /v2/lists/{list}/entries/query", "GET /v2/lists"])
    let plan = ProbePlan(granted: ScopeSet(parsing: scopes))
    let asked = ProbeResult(
      call: "GET /v2/lists",
      httpStatus: 200,
      state: .connected,
      milliseconds: 1
    )
    let read = plan.ready(things, after: [asked.call: asked])
    #expect(read.map { $0.path(with: things) } == ["/lists/0f-1/entries/query"])
  }

  @Test(arguments: [
    "", "../self", "a/b", "a?b", "a#b", "a%2Fb", "a b", "é", "a\r\nX: y",
    String(repeating: "a", count: 101),
  ])
  func `takes no name that changes the address`(name: String) {
    var things = ProbeThings(objects: [name])
    #expect(things[.object] == nil)
    things.learn(.list, name)
    #expect(things[.list] == nil)
  }

  @Test func `prefers an object that every workspace has`() {
    #expect(ProbeThings(objects: ["deals", "companies", "people"])[.object] == "people")
    #expect(ProbeThings(objects: ["deals"])[.object] == "deals")
  }

  @Test func `says of every read that was not asked why`() {
    let plan = ProbePlan(
      granted: ScopeSet(parsing: "task:read list_configuration:read list_entry:read webhook:read")
    )
    func reasons(_ ending: ProbePlan.Ending) -> [String?] {
      plan.results([:], ProbeThings(), ending).map(\.message)
    }
    let scopes =
      "Not asked: it needs record_permission:read and object_configuration:read and "
      + "user_management:read too."
    let wait = "Not asked: Attio asked to wait."
    #expect(reasons(.rateLimited) == [wait, wait, scopes, wait])
    #expect(reasons(.complete)[0] == "Not asked: it takes a list, and none is known.")
    #expect(plan.results([:], ProbeThings(), .complete).allSatisfy { $0.state == .notChecked })
  }

  private static let results = [
    ProbeResult(call: "GET /v2/a", httpStatus: 200, state: .connected, milliseconds: 3.14),
    ProbeResult(
      call: "GET /v2/long",
      httpStatus: 403,
      state: .missingScope,
      milliseconds: 120.6,
      message: "\u{1B}[31mNo, \(canaryToken.reveal())."
    ),
    ProbeResult(call: "GET /v2/c", httpStatus: nil, state: .notChecked, milliseconds: nil),
    ProbeResult(call: "GET /v2/d", httpStatus: nil, state: .timeout, milliseconds: 10_000),
  ]

  @Test func `prints a table behind the checks`() {
    let report = StatusReport(.healthy { $0.probe = Self.results })
    #expect(
      StatusText.lines(report).suffix(7) == [
        "Probe: one read for each resource that is granted",
        "✓ 200 GET /v2/a      3.1 ms  ok",
        "✗ 403 GET /v2/long   121 ms  missing_scope",
        "       [31mNo, cana…6789.",
        "       The token has the scope. Ask a workspace admin about the access rules.",
        "- -   GET /v2/c           -  skipped",
        "? -   GET /v2/d    10000 ms  timeout",
      ]
    )
    let empty = StatusReport(.healthy { $0.probe = [] })
    #expect(StatusText.lines(empty).last == "Probe: there was nothing to ask.")
  }

  @Test func `writes the probe where it was asked for`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func json(_ probe: [ProbeResult]?) throws -> String {
      let report = StatusReport(.healthy { $0.probe = probe })
      return String(decoding: try encoder.encode(report.json), as: UTF8.self)
    }
    #expect(try !json(nil).contains("\"probe\""))
    #expect(try json([]).contains("\"probe\":[]"))
    #expect(
      try json([Self.results[0], Self.results[2]]).contains(
        #""probe":[{"call":"GET /v2/a","http_status":200,"message":null,"milliseconds":3.1,"#
          + #""state":"connected"},{"call":"GET /v2/c","http_status":null,"message":null,"#
          + #""milliseconds":null,"state":"not_checked"}]"#
      )
    )
  }

  private static let verdicts: [(Int?, ConnectionState, Verdict)] = [
    (200, .connected, .good), (401, .unauthorized, .actionNeeded),
    (403, .missingScope, .actionNeeded), (403, .planLimit, .actionNeeded),
    (404, .notFound, .good), (429, .rateLimited, .good), (503, .serverError, .good),
    (nil, .timeout, .good), (nil, .notChecked, .good),
  ]

  @Test(arguments: verdicts)
  func `needs action only where Attio refused`(
    status: Int?,
    state: ConnectionState,
    verdict: Verdict
  ) {
    let result = ProbeResult(
      call: "GET /v2/a",
      httpStatus: status,
      state: state,
      milliseconds: nil
    )
    #expect(StatusReport(.healthy { $0.probe = [result] }).verdict == verdict)
  }
}
