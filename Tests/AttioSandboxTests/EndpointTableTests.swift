import AttioTables
import TestSupport
import Testing

struct EndpointTableTests {
  @Test func `the documented table was read`() {
    #expect(EndpointScopesFixture.rows.count == 97)
    let scopes = EndpointScopesFixture.rows.flatMap { $0.allOf + $0.conditional.flatMap(\.scopes) }
    #expect(Set(scopes).count == 29)
  }

  @Test(arguments: EndpointScopesFixture.rows)
  func `the table carries the documented row`(row: EndpointRow) throws {
    let matches = EndpointRequirements.all.filter {
      $0.method.rawValue == row.method && $0.path == row.path
    }
    #expect(matches.count == 1)
    let entry = try #require(matches.first)
    #expect(entry.title == row.title)
    #expect(entry.allOf == row.allOf)
    #expect(
      entry.alternatives.map {
        ConditionalRow(condition: $0.condition.rawValue, scopes: $0.scopes)
      } == row.conditional
    )
    #expect(entry.takesWorkspaceTokensOnly == row.note.contains("workspace-level token only"))
    #expect(entry.stage == ["alpha", "beta"].first { row.note.contains($0) })
    let rate = row.note.firstMatch(of: /(\d+) rps/)
    #expect(entry.requestsPerSecond == rate.flatMap { Int($0.1) })
  }

  @Test func `eight calls take no member's token`() {
    let calls = EndpointRequirements.all.filter(\.takesWorkspaceTokensOnly)
    #expect(calls.count == 8)
    #expect(calls.filter { $0.path.hasPrefix("/v2/webhooks") }.count == 5)
  }

  @Test func `a path that is known but for parameters means one operation`() throws {
    for row in EndpointRequirements.all {
      let path = row.segments.map { PathSegment.word($0 == "{target}" ? "lists" : String($0)) }
      let match = try #require(EndpointRequirements.matches(row.method, path).first)
      #expect(match.requirement == row && match.guesses == 0)
      let open = row.segments.map { $0.hasPrefix("{") ? PathSegment.unknown : .word(String($0)) }
      #expect(EndpointRequirements.matches(row.method, open).first?.requirement == row)
    }
  }

  @Test func `what a variable of a program may stand for comes after what the path says`() {
    func calls(_ method: EndpointMethod?, _ path: PathSegment...) -> [String] {
      EndpointRequirements.matches(method, [.word("v2")] + path).map {
        "\($0.guesses) \($0.requirement.call)"
      }
    }
    #expect(calls(.get, .word("notes"), .word("")) == [])
    #expect(calls(.get, .word("people"), .word("x"), .word("attributes")) == [])
    #expect(
      calls(.get, .word("objects"), .unknown)
        == ["0 GET /v2/objects/{object}"]
    )
    #expect(
      calls(.post, .word("files"), .unknown) == ["1 POST /v2/files/upload"]
    )
    #expect(
      calls(.post, .word("objects"), .word("records"), .word("search")).first
        == "0 POST /v2/objects/records/search"
    )
    #expect(calls(nil, .word("self")) == ["0 GET /v2/self"])
  }

  @Test(arguments: EndpointRequirements.all.map { "\($0.method.rawValue) \($0.path)" })
  func `the table claims nothing that is not documented`(call: String) {
    #expect(EndpointScopesFixture.rows.contains { "\($0.method) \($0.path)" == call })
  }

  @Test(
    arguments: EndpointRequirements.all.flatMap { $0.allOf + $0.alternatives.flatMap(\.scopes) }
  )
  func `every scope in the table belongs to a known resource`(scope: String) {
    let known = ScopeResources.known.flatMap { [$0.readScope, $0.readWriteScope] }
    #expect(known.contains(scope))
  }
}
