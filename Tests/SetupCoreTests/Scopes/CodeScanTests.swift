import AttioTables
import Ground
import SetupCore
import Testing

/// What a scan says of scopes, of a token, and to GitHub.
@Suite struct CodeScanTests {
  private static func call(_ text: String, target: String? = nil, line: Int = 1) throws
    -> CodeScan.Call
  {
    let row = try #require(EndpointRequirements.all.first { $0.call == text })
    return CodeScan.Call(row, target: target, file: "a.ts", line: line)
  }

  private static func scan(_ calls: [CodeScan.Call]) -> CodeScan {
    var scan = CodeScan()
    scan.calls = calls
    return scan
  }

  @Test func `the set is the union, a read within its read-write`() throws {
    let scan = Self.scan([
      try Self.call("GET /v2/notes"), try Self.call("DELETE /v2/notes/{note_id}"),
    ])
    #expect(
      Set(scan.scopes.names) == [
        "note:read-write", "object_configuration:read", "record_permission:read",
      ]
    )
  }

  @Test func `a target that is not told needs both, one that is told its own`() throws {
    let path = "GET /v2/{target}/{identifier}/attributes"
    #expect(
      Set(try Self.call(path).scopes.names) == [
        "object_configuration:read", "list_configuration:read",
      ]
    )
    #expect(try Self.call(path, target: "lists").scopes.names == ["list_configuration:read"])
    #expect(try Self.call(path, target: "objects").scopes.names == ["object_configuration:read"])
    #expect(try Self.call("POST /v2/comments").scopes.names == ["comment:read-write"])
  }

  @Test(arguments: [
    (["note:read"], 1, ["object_configuration:read", "record_permission:read"], [String]()),
    (
      ["note:read-write", "object_configuration:read", "record_permission:read", "task:read"], 0,
      [],
      ["note:read-write", "task:read"]
    ),
  ])
  func `compares with what is granted`(
    granted: [String],
    code: Int,
    missing: [String],
    unused: [String]
  ) throws {
    let scan = Self.scan([try Self.call("GET /v2/notes")])
    let document = CodeScanDocument(scan, granted: ScopeSet(names: granted))
    #expect(Set(document.missing.names) == Set(missing))
    #expect(Set(document.unused.names) == Set(unused))
    #expect(document.exitCode == Int32(code))
  }

  @Test func `what was not asked is no fault, and what could not be told is 2`() throws {
    let scan = Self.scan([try Self.call("GET /v2/notes")])
    #expect(CodeScanDocument(scan).exitCode == 0)
    #expect(CodeScanDocument(scan).json.fields?["granted"] == .null)
    #expect(CodeScanDocument(scan, problem: "offline").exitCode == 2)
  }

  @Test func `a text names each call with its place, and what is open`() throws {
    var scan = Self.scan([try Self.call("POST /v2/tasks", line: 7)])
    scan.unresolved = [CodeScan.Place("get(path)", file: "b.ts", line: 3)]
    scan.variables = [CodeScan.Place("ATTIO_TOKEN", file: "c.ts", line: 2)]
    scan.envFile = CodeScan.EnvFile(path: ".env.local", reason: "Next.js loads it.")
    let text = CodeScanText.lines(CodeScanDocument(scan)).joined(separator: "\n")
    #expect(text.contains("POST /v2/tasks  a.ts:7"))
    #expect(text.contains("task:read-write  a.ts:7"))
    #expect(text.contains("b.ts:3  get(path)"))
    #expect(text.contains("The code reads ATTIO_TOKEN (c.ts:2)."))
    #expect(text.contains("It comes from .env.local. Next.js loads it."))
  }
}
