import AttioSandbox
import AttioTables
import FoundationEssentials
import Ground
import TestSupport
import Testing

/// Every operation, answered as Attio's document says.
@Suite(.alone) struct SpecificationTests {
  @Test func `every operation answers with the document's status and shape`() async throws {
    #expect(SpecificationFixture.calls.count == 97)
    try await withSandbox { sandbox in
      let seen = try await Self.walk(sandbox)
      #expect(Set(SpecificationFixture.calls).subtracting(seen) == [])
    }
  }

  @Test func `every operation keeps its shape with other data, too`() async throws {
    try await withSandbox(.init(seed: 4711)) { sandbox in
      _ = try await Self.walk(sandbox)
    }
  }

  @Test func `the table of shapes is the document's`() {
    #expect(ShapeBook.own.operations.count == 97)
    #expect(Set(ShapeBook.own.operations.keys) == Set(EndpointRequirements.all.map(\.call)))
    #expect(ShapeBook.own.named.count == 47)
  }

  @Test(arguments: SpecificationFixture.calls)
  func `a member's token is refused by the calls that take a workspace's`(call: String) async throws
  {
    let levels = SpecificationFixture.operation(call)?.fields?["x-token-levels"]?.list
    guard let row = EndpointRequirements.all.first(where: { $0.call == call }) else {
      Issue.record("no row")
      return
    }
    #expect(row.takesWorkspaceTokensOnly == (levels == ["workspace"]))
    guard row.takesWorkspaceTokensOnly else { return }
    try await withSandbox { sandbox in
      let path = row.path.replacing(/\{[a-z_]+\}/, with: "x")
      let answer = try await sandbox.call(
        row.method.rawValue,
        path,
        token: SandboxScenario.userLevel.token
      )
      #expect(answer.status == 403)
    }
  }

  /// Makes all calls and checks each answer; gives the operations that were reached.
  private static func walk(_ sandbox: SandboxClient) async throws -> Set<String> {
    var known: [String: String] = [:]
    var seen: Set<String> = []
    for step in LifeOfThings.steps {
      func filled(_ text: String) -> String {
        known.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
      }
      let isForm = step.operation.hasSuffix("/upload")
      let answer = try await sandbox.raw.request(
        String(step.operation.split(separator: " ")[0]),
        filled(step.path),
        headers: [
          ("Authorization", "Bearer \(SandboxScenario.full.token)"),
          (
            "Content-Type",
            isForm ? "multipart/form-data; boundary=\(LifeOfThings.boundary)" : "application/json"
          ),
        ],
        body: filled(step.body)
      )
      let problems = SpecificationFixture.problems(
        of: answer.body,
        status: answer.status,
        to: step.operation
      )
      #expect(problems == [], "\(step.operation): \(answer.text.prefix(600))")
      #expect(answer.header("x-attio-execution-id")?.count == 36)
      seen.insert(step.operation)
      if let (name, place) = step.keep {
        let body = try JSONDecoder().decode(JSONValue.self, from: Data(answer.body))
        let value = place.reduce(body as JSONValue?) { value, part in
          Int(part).map { value?.list?[$0] } ?? value?.fields?[part]
        }
        known[name] = try #require(value?.text, "\(step.operation): \(answer.text.prefix(600))")
      }
    }
    return seen
  }
}
