import AttioSandbox
import FoundationEssentials
import Ground
import TestSupport
import Testing

/// What is written is kept, and what Attio refuses is refused.
@Suite(.alone) struct StoredThingsTests {
  /// A token with everything, and answers as JSON.
  private struct Caller {
    var sandbox: SandboxClient

    func callAsFunction(
      _ method: String,
      _ path: String,
      _ body: String = ""
    ) async throws -> (status: Int, json: JSONValue) {
      let answer = try await sandbox.call(
        method,
        "/v2" + path,
        token: SandboxScenario.full.token,
        body: body
      )
      let json = try? JSONDecoder().decode(JSONValue.self, from: Data(answer.body))
      return (answer.status, json ?? .null)
    }
  }

  private static func with(
    _ options: Sandbox.Options = .init(),
    _ body: (Caller) async throws -> Void
  ) async throws {
    try await withSandbox(options) { try await body(Caller(sandbox: $0)) }
  }

  private static let people = "/objects/people/records"

  private static func id(_ json: JSONValue, _ name: String) -> String {
    json.fields?["data"]?.fields?["id"]?.fields?[name]?.text ?? ""
  }

  private static func code(_ json: JSONValue) -> String { json.fields?["code"]?.text ?? "" }

  private static func count(_ json: JSONValue) -> Int { json.fields?["data"]?.list?.count ?? -1 }

  @Test func `a record lives from its creation to its deletion`() async throws {
    try await Self.with { call in
      let made = try await call(
        "POST",
        Self.people,
        #"{"data":{"values":{"name":"Shelley, Mary","email_addresses":["Mary@Shelley.example"]}}}"#
      )
      #expect(made.status == 200)
      let id = Self.id(made.json, "record_id")
      let path = "\(Self.people)/\(id)"
      let name = made.json.fields?["data"]?.fields?["values"]?.fields?["name"]?.list?.first?.fields
      #expect(name?["first_name"] == "Mary" && name?["last_name"] == "Shelley")
      let again = try await call(
        "POST",
        Self.people,
        #"{"data":{"values":{"email_addresses":["mary@shelley.example"]}}}"#
      )
      #expect(again.status == 400 && Self.code(again.json) == "uniqueness_conflict")
      #expect(again.json.fields?["message"]?.text?.contains(id) == true)
      let same = try await call(
        "PUT",
        "\(Self.people)?matching_attribute=email_addresses",
        #"{"data":{"values":{"email_addresses":["mary@shelley.example"],"job_title":"Author"}}}"#
      )
      #expect(Self.id(same.json, "record_id") == id)
      // PATCH adds to what has several values, PUT writes over it.
      _ = try await call(
        "PATCH",
        path,
        #"{"data":{"values":{"email_addresses":["two@shelley.example"]}}}"#
      )
      let values = "\(path)/attributes/email_addresses/values"
      #expect(Self.count(try await call("GET", values).json) == 2)
      _ = try await call(
        "PUT",
        path,
        #"{"data":{"values":{"email_addresses":["three@shelley.example"]}}}"#
      )
      #expect(Self.count(try await call("GET", values).json) == 1)
      #expect(try await call("DELETE", path).status == 200)
      let gone = try await call("GET", path)
      #expect(gone.status == 404)
      #expect(gone.json.fields?["message"]?.text == "Record with ID \"\(id)\" not found.")
    }
  }

  @Test(arguments: [
    (#"{"filter":{"name":"Ada Lovelace"}}"#, 1),
    (#"{"filter":{"name":{"first_name":"Ada"}}}"#, 1),
    (#"{"filter":{"name":{"last_name":{"$in":["Hopper","Turing"]}}}}"#, 2),
    (#"{"filter":{"email_addresses":{"$starts_with":"ada."}}}"#, 1),
    (#"{"filter":{"$or":[{"name":"Ada Lovelace"},{"name":"Alan Turing"}]}}"#, 2),
    (#"{"filter":{"$and":[{"name":"Ada Lovelace"},{"name":"Alan Turing"}]}}"#, 0),
    (#"{"filter":{"$not":{"name":{"$not_empty":true}}}}"#, 0),
    (#"{"filter":{"path":[["people","name"]],"constraints":{"first_name":"Grace"}}}"#, 1),
    (#"{"limit":4}"#, 4), (#"{"limit":4,"offset":8}"#, 2), ("{}", 10),
  ])
  func `a query is filtered and cut`(body: String, count: Int) async throws {
    try await Self.with { call in
      let answer = try await call("POST", "\(Self.people)/query", body)
      #expect(answer.status == 200 && Self.count(answer.json) == count, "\(answer.json)")
    }
  }

  @Test func `a query has its order, and a score in its header`() async throws {
    try await Self.with { call in
      func budgets(_ direction: String) async throws -> [Double] {
        let body = #"{"sorts":[{"direction":"\#(direction)","attribute":"value"}]}"#
        let answer = try await call("POST", "/objects/deals/records/query", body)
        return (answer.json.fields?["data"]?.list ?? []).compactMap {
          $0.fields?["values"]?.fields?["value"]?.list?.first?.fields?["currency_value"]?.number
        }
      }
      #expect(try await budgets("asc") == [1000, 2000, 3000])
      #expect(try await budgets("desc") == [3000, 2000, 1000])
      let answer = try await call.sandbox.call(
        "POST",
        "/v2\(Self.people)/query",
        token: SandboxScenario.full.token,
        body: "{}"
      )
      #expect(answer.header("X-Attio-Record-Query-Score") == "1")
    }
  }

  @Test func `cursors lead through all things, once each`() async throws {
    try await Self.with { call in
      var seen: [JSONValue] = []
      var cursor = ""
      repeat {
        let page = try await call("GET", "/objects/people/views?limit=1\(cursor)").json.fields
        seen += page?["data"]?.list ?? []
        let next = page?["pagination"]?.fields?["next_cursor"]?.text
        cursor = next.map { "&cursor=\($0)" } ?? ""
      } while !cursor.isEmpty && seen.count < 9
      #expect(seen.count == 2 && seen.first != seen.last)
      let unknown = try await call("GET", "/objects/people/views?cursor=made-up")
      #expect(unknown.status == 400 && Self.code(unknown.json) == "validation_type")
    }
  }

  @Test(arguments: [
    ("PUT", people, #"{"data":{"values":{"name":"x"}}}"#, 400, "validation_type"),
    (
      "PUT", people + "?matching_attribute=job_title", #"{"data":{"values":{"job_title":"x"}}}"#,
      400, "matching_attribute_definition_not_unique"
    ),
    (
      "PUT", people + "?matching_attribute=email_addresses", #"{"data":{"values":{"name":"x"}}}"#,
      400, "missing_value"
    ),
    ("POST", people, #"{"data":{"values":{"nose":"x"}}}"#, 400, "value_not_found"),
    ("POST", people, #"{"values":{"name":"x"}}"#, 400, "validation_type"),
    ("POST", people, #"{"data":{"values":{"created_at":"2026-01-01"}}}"#, 400, "validation_type"),
    ("POST", people, #"{"data":{"values":{"email_addresses":["x"]}}}"#, 400, "validation_type"),
    ("POST", people, #"{"data":{"values":{"job_title":["a","b"]}}}"#, 400, "validation_type"),
    ("POST", people, #"{"data":{"values":{"company":"x"}}}"#, 400, "value_not_found"),
    (
      "POST", "/objects/deals/records",
      #"{"data":{"values":{"name":"x","stage":"Nowhere","owner":"sam@sandbox.example"}}}"#, 400,
      "value_not_found"
    ),
    ("POST", "/objects/deals/records", #"{"data":{"values":{"name":"x"}}}"#, 400, "missing_value"),
    ("POST", people + "/query", #"{"filter":{"nose":"x"}}"#, 400, "unknown_filter_attribute_slug"),
    ("POST", people + "/query", #"{"filter":{"name":{"$near":"x"}}}"#, 400, "filter_error"),
    ("POST", "/objects/unicorns/records/query", "{}", 404, "not_found"),
    ("POST", "/objects", "{", 400, "validation_type"),
    (
      "POST", "/objects",
      #"{"data":{"api_slug":"people","singular_noun":"a","plural_noun":"b"}}"#, 409, "slug_conflict"
    ),
    ("DELETE", "/objects/people", "", 400, "system_edit_unauthorized"),
    ("POST", "/webhooks", "{}", 400, "validation_type"),
    (
      "POST", "/webhooks",
      #"{"data":{"target_url":"https://a.example","subscriptions":[{"event_type":"note.created"}]}}"#,
      400, "validation_type"
    ),
    (
      "POST", "/webhooks",
      #"{"data":{"target_url":"http://a.example","subscriptions":[]}}"#, 400, "validation_type"
    ),
    ("POST", "/notes", "text", 400, "validation_type"),
    (
      "POST", "/tasks",
      #"{"data":{"content":"x","format":"plaintext","deadline_at":null,"is_completed":false,"#
        + #""linked_records":[]}}"#, 400, "validation_type"
    ),
    ("POST", "/files/upload", #"{"file":"x"}"#, 400, "validation_type"),
    ("GET", people + "/00000000-0000-4000-8000-000000000000", "", 404, "not_found"),
    ("GET", "/notes?limit=many", "", 400, "validation_type"),
    ("POST", "/sql", #"{"sql":"DROP TABLE people"}"#, 400, "filter_error"),
    ("GET", "/files", "", 400, "validation_type"),
  ])
  func `what Attio refuses is refused with its code`(
    method: String,
    path: String,
    body: String,
    status: Int,
    code: String
  ) async throws {
    try await Self.with { call in
      let answer = try await call(method, path, body)
      #expect(answer.status == status, "\(answer.json)")
      #expect(Self.code(answer.json) == code, "\(answer.json)")
      #expect(answer.json.fields?["status_code"] == .integer(Int64(status)))
    }
  }

  @Test func `a missing member is named with its place`() async throws {
    try await Self.with { call in
      let answer = try await call("POST", "/notes", #"{"data":{"title":"x"}}"#)
      let errors = answer.json.fields?["validation_errors"]?.list ?? []
      let content = errors.first { $0.fields?["path"] == ["data", "content"] }?.fields
      #expect(content?["code"] == "invalid_type" && content?["message"] == "Required")
    }
  }

  @Test func `an uploaded file comes back byte for byte`() async throws {
    try await Self.with { call in
      let record = try await call("POST", "\(Self.people)/query", #"{"limit":1}"#).json
      let id = record.fields?["data"]?.list?.first?.fields?["id"]?.fields?["record_id"]?.text ?? ""
      let parts = ["object": "people", "record_id": id].map {
        "--b\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n"
      }
      let content = "one\r\n--not the end\r\n\r\ntwo\u{0}"
      let answer = try await call.sandbox.raw.request(
        "POST",
        "/v2/files/upload",
        headers: [
          ("Authorization", "Bearer \(SandboxScenario.full.token)"),
          ("Content-Type", "multipart/form-data; boundary=\"b\""),
        ],
        body: parts.joined()
          + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
          + "Content-Type: application/x-thing\r\n\r\n\(content)\r\n--b--\r\n"
      )
      #expect(answer.status == 201, "\(answer.text)")
      let json = try JSONDecoder().decode(JSONValue.self, from: Data(answer.body))
      #expect(json.fields?["data"]?.fields?["name"] == "a.bin")
      let download = try await call.sandbox.get(
        "/v2/files/\(Self.id(json, "file_id"))/download",
        as: .full
      )
      #expect(download.status == 302 && download.body == [])
      let address = try #require(download.header("Location"))
      let path = "/" + address.split(separator: "/").dropFirst(2).joined(separator: "/")
      let file = try await call.sandbox.raw.request("GET", path)
      #expect(file.text == content && file.header("Content-Type") == "application/x-thing")
    }
  }

  @Test func `the same seed makes the same data, and another one others`() async throws {
    func people(_ seed: Int) async throws -> String {
      var result = ""
      try await withSandbox(.init(seed: seed)) { sandbox in
        let token = SandboxScenario.full.token
        result = try await sandbox.call("POST", "/v2\(Self.people)/query", token: token, body: "{}")
          .text
      }
      return result
    }
    let (first, second) = (try await people(7), try await people(7))
    #expect(first == second && first.contains("Lovelace"))
    #expect(try await people(8) != first)
  }

  @Test func `Attio's rate limits hold where they are switched on`() async throws {
    try await Self.with(.init(limitsRate: true, now: { 1_800_000_000 })) { call in
      for _ in 1...10 { #expect(try await call("GET", "/notes").status == 200) }
      let answer = try await call.sandbox.get("/v2/notes", as: .full)
      #expect(answer.status == 429)
      #expect(answer.header("Retry-After") == "Fri, 15 Jan 2027 08:00:01 GMT")
      #expect(answer.text.contains("rate_limit_exceeded"))
      var statuses: [Int] = []
      for _ in 1...30 { statuses.append(try await call("DELETE", "/tasks/x").status) }
      #expect(statuses == Array(repeating: 404, count: 25) + Array(repeating: 429, count: 5))
      for _ in 1...89 { #expect(try await call("GET", "/lists").status == 200) }
      #expect(try await call("GET", "/lists").status == 429)
    }
    try await Self.with { call in
      for _ in 1...15 {
        let answer = try await call("GET", "/notes")
        #expect(answer.status == 200)
      }
    }
  }
}
