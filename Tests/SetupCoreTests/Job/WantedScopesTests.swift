import Ground
import TestSupport
import Testing

@testable import SetupCore

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
    for (noted, proposed) in [(nil, Self.readOnly), (["note:read"], ["note:read"])] {
      var driver = WizardDriver()
      driver.start(Sample.report(wantedScopes: noted))
      driver.enterToken(Sample.verification(.timeout))
      driver.press(.down, .enter)
      #expect(driver.state.step == .scopes)
      let selection = ScopeSelection(ScopeSet(names: proposed))
      #expect(driver.state.hall.wantedScopes == selection.scopes.names)
    }
  }
}
