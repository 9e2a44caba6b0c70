import FoundationEssentials
import Ground
import SetupCore
import Testing

/// The scopes that a log of requests needed.
@Suite struct RequestLogTests {
  private func log(_ lines: String...) -> RequestLog {
    RequestLog(lines.map { try? JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) })
  }

  private static let comment =
    #"{"method":"GET","path":"/v2/threads","status":200,"operation":"GET /v2/threads","needs":"#

  @Test func `each operation stands once, with all that its requests needed`() throws {
    let log = log(
      #"{"method":"GET","path":"/v2/notes","status":200,"operation":"GET /v2/notes","needs":["note:read"]}"#,
      Self.comment + #"["comment:read","list_configuration:read","list_entry:read"]}"#,
      Self.comment + #"["comment:read"]}"#,
      #"{"method":"DELETE","path":"/v2/tasks/1","status":403,"operation":"DELETE /v2/tasks/{task_id}"}"#
    )
    #expect(log.isLog && log.remarks.isEmpty)
    #expect(
      log.calls.map(\.text) == ["GET /v2/notes", "GET /v2/threads", "DELETE /v2/tasks/{task_id}"]
    )
    let document = ScopesDocument(preset: nil, calls: log.calls, isTable: false)
    #expect(
      document.scopes.map(\.text) == [
        "list_entry:read", "list_configuration:read", "note:read", "task:read-write",
        "comment:read",
      ]
    )
    // The log knows the case, so nothing is assumed.
    #expect(log.calls[1].remark == nil)
  }

  @Test func `what is no record is named by its line, what is no call by its path`() {
    let log = log(
      "text",
      #"{"method":"GET"}"#,
      #"{"method":"GET","path":"/v2/x\u001b[2J","status":404,"operation":null,"needs":[]}"#,
      #"{"method":"GET","path":"/v2/x\u001b[2J","status":404,"operation":null,"needs":[]}"#,
      #"{"method":"GET","path":"/v2/y","status":200,"operation":"GET /v2/y","needs":["y:read"]}"#
    )
    #expect(log.isLog && log.calls.isEmpty)
    #expect(log.remarks.count == 4)
    #expect(log.remarks[0] == "Line 1 is no record of a request. It was left out.")
    #expect(log.remarks[1].hasPrefix("Line 2 "))
    #expect(log.remarks[2].hasPrefix("GET /v2/x") && !log.remarks[2].contains("\u{1B}"))
    let document = ScopesDocument(preset: nil, calls: log.calls, isTable: false)
    #expect(document.scopes.isEmpty && document.table == nil)
  }

  @Test func `a file without any record is no log`() {
    #expect(!log().isLog)
    #expect(!log("{}", "[]").isLog)
  }
}
