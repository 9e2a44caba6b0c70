import ProjectScan
import TestSupport
import Testing

/// Whole small projects in many languages: each call, and nothing else.
@Suite(.alone)
struct FixtureTests {
  @Test(arguments: Fixture.all)
  func callsAreFoundAndNothingElse(fixture: Fixture) async {
    let result = await fixture.scan()
    var found = result.calls.map {
      Fixture.Expected(what: $0.operation, file: $0.file, line: $0.line)
    }
    for wanted in fixture.calls {
      let place = found.firstIndex { isSame($0, wanted) }
      #expect(place != nil, "\(wanted.what) of \(wanted.file):\(wanted.line) is not found")
      if let place { found.remove(at: place) }
    }
    #expect(found.isEmpty, "what is found and is none")
  }

  @Test(arguments: Fixture.all)
  func whatCannotBeToldIsListed(fixture: Fixture) async {
    let result = await fixture.scan()
    var open = result.unresolved.map { Fixture.Expected(what: "?", file: $0.file, line: $0.line) }
    for wanted in fixture.unresolved {
      let place = open.firstIndex { isSame($0, wanted) }
      #expect(place != nil, "\(wanted.file):\(wanted.line) is not listed")
      if let place { open.remove(at: place) }
    }
    #expect(open.isEmpty, "\(result.unresolved)")
  }

  @Test(arguments: Fixture.all)
  func variableAndEnvFileAreFound(fixture: Fixture) async {
    let result = await fixture.scan()
    #expect(Set(result.variables.map(\.name)) == Set(fixture.variables))
    guard !fixture.envFiles.isEmpty else { return }
    #expect(
      fixture.envFiles.contains(result.envFile?.path ?? "none"),
      "\(String(describing: result.envFile))"
    )
  }

  private func isSame(_ found: Fixture.Expected, _ wanted: Fixture.Expected) -> Bool {
    found.what == wanted.what && found.file == wanted.file && abs(found.line - wanted.line) <= 3
  }
}
