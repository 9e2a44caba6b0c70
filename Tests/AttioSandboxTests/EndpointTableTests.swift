import AttioTables
import TestSupport
import Testing

@Suite(.alone) struct EndpointTableTests {
  @Test func `the documented table was read`() {
    #expect(EndpointScopesFixture.rows.count == 84)
    #expect(EndpointScopesFixture.exactRows.count == 82)
  }

  @Test(arguments: EndpointScopesFixture.exactRows)
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
  }

  @Test(arguments: EndpointRequirements.all.map { "\($0.method.rawValue) \($0.path)" })
  func `the table claims nothing that is not documented`(call: String) {
    #expect(EndpointScopesFixture.exactRows.contains { "\($0.method) \($0.path)" == call })
  }

  @Test(
    arguments: EndpointRequirements.all.flatMap { $0.allOf + $0.alternatives.flatMap(\.scopes) }
  )
  func `every scope in the table belongs to a known resource`(scope: String) {
    let known = ScopeResources.known.flatMap { [$0.readScope, $0.readWriteScope] }
    #expect(known.contains(scope))
  }
}
