import FoundationEssentials
import SetupRuntime
import TestSupport
import Testing

/// `make spec`: what differs between the tables and a document of Attio's.
@Suite(.alone) struct SpecificationToolTests {
  private static let document = "\(#filePath)".replacing(
    "EndToEndTests/SpecificationToolTests.swift",
    with: "AttioSandboxTests/Fixtures/openapi.json"
  )

  private static func run(_ arguments: [String]) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest(
        BuiltProduct.path("attio-spec"),
        arguments,
        directory: "/tmp",
        environment: [:]
      )
    )
  }

  @Test func `the document that the tables were made from has no differences`() async throws {
    let answer = try await Self.run([Self.document])
    #expect(answer.text == "No differences.", "\(answer.text) \(answer.errorText)")
    #expect(answer.status == .exited(0))
  }

  @Test func `what is new, gone or different is named with its place`() async throws {
    let changes = [
      (#""/v2/notes":{"get""#, #""/v2/memos":{"get""#),
      (#""activity_configuration:read":"""#, #""robot:read":"""#),
      (#""task":"""#, #""task":"""#),
      (
        #""Task":{"properties":{"id""#,
        #""Task":{"properties":{"priority":{"type":["number","null"]},"id""#
      ),
      (
        #"{"summary":"Get a task","security":[{"oauth2":["object_configuration:read","#,
        #"{"summary":"Get a task","security":[{"oauth2":["robot:read","#
      ),
      (
        #""name":"matching_attribute","in":"query","required":true"#,
        #""name":"match_by","in":"query","required":true"#
      ),
    ]
    var text = try String(contentsOfFile: Self.document, encoding: .utf8)
    for (old, new) in changes { text = text.replacing(old, with: new) }
    let file = "/tmp/attio-setup-spec-\(UInt64.random(in: .min ... .max)).json"
    try Data(text.utf8).write(to: URL(filePath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let answer = try await Self.run([file])
    #expect(answer.status == .exited(1))
    let lines = answer.text.split(separator: "\n").map(String.init)
    for line in [
      "+ scope robot:read", "- scope activity_configuration:read", "- GET /v2/notes",
      "+ @Task.priority: null|number",
      "- PUT /v2/objects/{object}/records query.matching_attribute",
      "+ PUT /v2/objects/{object}/records query.match_by: string",
    ] { #expect(lines.contains(line), "\(line)\n\(answer.text)") }
    #expect(
      lines.contains { $0.hasPrefix("+ GET /v2/memos | List notes | note:read") },
      "\(answer.text)"
    )
    #expect(
      lines.contains {
        $0.hasPrefix("~ GET /v2/tasks/{task_id} scopes: object_configuration:read")
      },
      "\(answer.text)"
    )
  }

  @Test func `what is no such document is said`() async throws {
    for arguments in [[], ["/dev/null"], ["/nowhere"]] {
      let answer = try await Self.run(arguments)
      #expect(answer.status == .exited(arguments.isEmpty ? 64 : 3))
      #expect(answer.errorText.hasPrefix("attio-spec: "))
    }
  }
}
