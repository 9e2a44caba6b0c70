import SetupCore
import TestSupport
import Testing

/// Who decides what a project wants.
struct WantedScopesTests {
  private static let readOnly = ScopePreset.readOnly.scopes.names

  @Test(
    arguments: [
      ([String]?.none, [String]?.none, [String]?.none, [String]?.none),
      (nil, nil, [], nil),
      (nil, nil, ["note:read"], ["note:read"]),
      (nil, ["task:read"], ["note:read"], ["task:read"]),
      (nil, [], ["note:read"], []),
      (["webhook:read"], ["task:read"], ["note:read"], ["webhook:read"]),
    ]
  )
  func `what is named comes before what is noted, and that before what is granted`(
    named: [String]?,
    noted: [String]?,
    granted: [String]?,
    wanted: [String]?
  ) {
    let result = WantedScopes.of(named: named, noted: noted, granted: granted)
    #expect(result?.names == wanted)
  }

  @Test func `a person is offered reading where nobody said anything`() {
    #expect(WantedScopes.proposed(noted: nil, granted: []).names == Self.readOnly)
    #expect(WantedScopes.proposed(noted: nil, granted: nil).names == Self.readOnly)
    #expect(WantedScopes.proposed(noted: ["note:read"], granted: nil).names == ["note:read"])
  }
}
