import Ground
import SetupCore
import TestSupport
import Testing

struct PlanExampleTests {
  private static let scopes = "object_configuration:read record_permission:read"

  private func example(_ file: PlanCase) throws -> PlanEntry {
    try #require(try file.plan().entry(.example))
  }

  @Test(arguments: [
    ("KEY=\n", "# attio-scopes: \(scopes)\nKEY=\n"),
    ("# attio-scopes: note:read\nKEY=your-key\n", "# attio-scopes: \(scopes)\nKEY=your-key\n"),
    ("A=1", "A=1\n# attio-scopes: \(scopes)\nKEY=\n"),
    (
      "# attio-scopes: record_permission:read,object_configuration:read\nKEY=\n",
      "# attio-scopes: record_permission:read,object_configuration:read\nKEY=\n"
    ),
  ])
  func `adds the variable and the scopes`(_ before: String, _ after: String) throws {
    #expect(try example(PlanCase(example: before)).after.text == after)
  }

  @Test(arguments: [
    ("# attio-scopes: note:read\nKEY=\n", "# attio-scopes:\nKEY=\n"),
    ("KEY=\n", "KEY=\n"),
  ])
  func `writes no comment where no scope is wanted`(_ before: String, _ after: String) throws {
    #expect(try example(PlanCase(example: before, scopes: [])).after.text == after)
  }

  @Test(arguments: [Secret(EnvCase.token), nil])
  func `never holds the token`(_ token: Secret?) throws {
    let value = EnvCase.token
    let before = "# old: \(value)\nKEY='\(value)'\nOTHER=\(value)\n"
    let entry = try example(
      PlanCase(env: "KEY=\(value)\n", example: before, token: token, scopes: [])
    )
    #expect(entry.after.text == "# old: \nKEY=''\nOTHER=\n")
    #expect(entry.notes.contains { $0.contains("make a new token") })
    #expect(!entry.diff.text.contains(value))
  }

  @Test
  func `takes out a short token only as the value of the variable`() throws {
    let file = PlanCase(example: "# abc\nKEY=abc\nB=abc\n", token: Secret("abc"), scopes: [])
    #expect(try example(file).after.text == "# abc\nKEY=\nB=abc\n")
  }
}
