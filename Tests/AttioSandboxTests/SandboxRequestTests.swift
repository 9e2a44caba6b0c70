import AttioSandbox
import FoundationEssentials
import TestSupport
import Testing

@Suite(.alone) struct SandboxRequestTests {
  @Test func `no header is 400 from self, as a malformed token is`() async throws {
    try await withSandbox { sandbox in
      let none = try await sandbox.raw.request("GET", "/v2/self")
      #expect(none.status == 400)
      let body = try none.decoded(ErrorBody.self)
      #expect(body.type == "invalid_request_error" && body.code == "missing_value")
      #expect(body.message.hasPrefix("Token was not recognised"))
    }
  }

  @Test func `no header and a garbled header are 401`() async throws {
    try await withSandbox { sandbox in
      for path in ["/v2/notes", "/v2/objects"] {
        let none = try await sandbox.raw.request("GET", path)
        #expect(none.status == 401)
        let body = try none.decoded(ErrorBody.self)
        #expect(body.message.hasPrefix("The Authorization header was not provided."))
        #expect(body.type == "auth_error" && body.code == "unauthorized")
        for value in ["Token abc", "Bearer a b", SandboxScenario.full.token, "Basic %%%"] {
          let garbled = try await sandbox.raw.request(
            "GET",
            path,
            headers: [("Authorization", value)]
          )
          #expect(garbled.status == 401)
        }
      }
    }
  }

  @Test func `takes the token as the user name of HTTP Basic`() async throws {
    try await withSandbox { sandbox in
      let pair = Data("\(SandboxScenario.full.token):".utf8).base64EncodedString()
      let answer = try await sandbox.raw.request(
        "GET",
        "/v2/objects",
        headers: [("authorization", "basic \(pair)")]
      )
      #expect(answer.status == 200)
    }
  }

  @Test func `lists objects with nine digits of fraction and a custom one`() async throws {
    try await withSandbox { sandbox in
      let objects = try await sandbox.get("/v2/objects", as: .full).decoded(ThingList.self).data
      #expect(
        objects.map(\.apiSlug) == [
          "people", "companies", "deals", "projects", "users", "workspaces",
        ]
      )
      #expect(objects.allSatisfy { $0.createdAt.wholeMatch(of: #/.*\.\d{9}Z/#) != nil })
      let other = try await sandbox.get("/v2/objects", as: .otherWorkspace)
        .decoded(ThingList.self).data
      let workspaces = Set((objects + other).map(\.id.workspaceId))
      #expect(workspaces.count == 2)
    }
  }

  @Test func `lists people with their names`() async throws {
    try await withSandbox { sandbox in
      let answer = try await sandbox.call(
        "POST",
        "/v2/objects/people/records/query",
        token: SandboxScenario.full.token,
        body: "{}"
      )
      #expect(answer.text.contains(#""full_name":"Ada Lovelace""#))
      #expect(try answer.decoded(ThingList.self).data.allSatisfy { $0.id.recordId != nil })
    }
  }

  @Test func `finds an object by slug and by identifier, and says where there is none`()
    async throws
  {
    try await withSandbox { sandbox in
      let bySlug = try await sandbox.get("/v2/objects/companies", as: .full)
      #expect(bySlug.text.contains(#""api_slug":"companies""#))
      let list = try await sandbox.get("/v2/objects", as: .full).decoded(ThingList.self)
      let deals = try #require(list.data.first { $0.apiSlug == "deals" }?.id.objectId)
      let byID = try await sandbox.get("/v2/objects/\(deals)", as: .full)
      #expect(byID.text.contains(#""api_slug":"deals""#))
      for path in ["/v2/objects/unicorns", "/v2/lists/unicorns", "/v2/objects/unicorns/attributes"]
      {
        let none = try await sandbox.get(path, as: .full)
        #expect(none.status == 404)
        #expect(try none.decoded(ErrorBody.self).code == "not_found")
      }
    }
  }

  @Test(arguments: [
    ("GET", "/v2/objects/people/records"), ("DELETE", "/v2/objects"), ("GET", "/v2/"),
    ("GET", "/"), ("POST", "/v2/self"), ("GET", "/v2/objects/"), ("GET", "/v2/tables/x/attributes"),
    ("GET", "/favicon.ico"), ("GET", "/oauth/token"),
  ])
  func `an unknown endpoint is told in Attio's words`(method: String, path: String) async throws {
    try await withSandbox { sandbox in
      let answer = try await sandbox.call(method, path, token: SandboxScenario.full.token)
      #expect(answer.status == 404)
      let body = try answer.decoded(ErrorBody.self)
      #expect(body.type == "invalid_request_error" && body.code == "not_found")
      #expect(body.message == "Could not find endpoint \"\(method) \(path)\".")
    }
  }

  @Test func `a missing scope is named in Attio's words`() async throws {
    try await withSandbox { sandbox in
      let answer = try await sandbox.call(
        "POST",
        "/v2/objects/people/records",
        token: SandboxScenario.readOnly.token
      )
      #expect(
        try answer.decoded(ErrorBody.self).message
          == "The API Key provided is not authorized to perform the requested action. "
          + "This request requires scopes: Read-Write access to the Records scope. "
          + "Admins can change the scopes of the key in Workspace settings -> Developers."
      )
    }
  }

  @Test func `scopes are checked before the body`() async throws {
    try await withSandbox { sandbox in
      let path = "/v2/objects/records/search"
      let denied = try await sandbox.call("POST", path, token: SandboxScenario.noScopes.token)
      #expect(denied.status == 403)
      let invalid = try await sandbox.call(
        "POST",
        path,
        token: SandboxScenario.full.token,
        body: "{}"
      )
      #expect(invalid.status == 400)
      #expect(invalid.text.contains(#""path":["request_as"]"#))
    }
  }

  @Test func `a comment in a thread needs what the thread needs`() async throws {
    try await withSandbox { sandbox in
      let threads = try await sandbox.get("/v2/threads", as: .full).decoded(ThingList.self).data
      #expect(threads.count == 2)
      for thread in threads {
        let identifier = try #require(thread.id.threadId)
        let body = #"{"data":{"thread_id":"\#(identifier)"}}"#
        let denied = try await sandbox.call(
          "POST",
          "/v2/comments",
          token: SandboxScenario.recordsOnly.token,
          body: body
        )
        let message = try denied.decoded(ErrorBody.self).message
        let isOnEntry = message.contains("List entries")
        #expect(isOnEntry == (identifier == threads[1].id.threadId))
        #expect(message.contains("Comments"))
      }
    }
  }

  @Test func `a revoked token is dead until it is restored`() async throws {
    try await withSandbox { sandbox in
      let token = SandboxScenario.full.token
      for body in [token, "token=\(token)\n", #"{"token": "\#(token)"}"#] {
        let revoked = try await sandbox.raw.request("POST", "/_sandbox/revoke", body: body)
        #expect(revoked.status == 204)
        let dead = try await sandbox.get("/v2/self", as: .full)
        #expect(dead.text == #"{"active":false}"#)
        #expect(try await sandbox.get("/v2/objects", as: .full).status == 401)
        #expect(try await sandbox.get("/v2/objects", as: .readOnly).status == 200)
        let restored = try await sandbox.raw.request("POST", "/_sandbox/restore", body: body)
        #expect(restored.status == 204)
        #expect(try await sandbox.get("/v2/objects", as: .full).status == 200)
      }
    }
  }

  @Test func `gives a token of any workspace`() async throws {
    try await withSandbox { sandbox in
      var seen: Set<String> = []
      for number in [1, 2, 3, 200, 200] {
        let answer = try await sandbox.raw.request("POST", "/_sandbox/token?workspace=\(number)")
        #expect(answer.text.wholeMatch(of: /attiosetupsandbox[0-9a-f]{47}/) != nil)
        #expect(seen.insert(answer.text).inserted)
        let body = try await sandbox.call("GET", "/v2/self", token: answer.text)
          .decoded(SelfAnswer.self)
        let workspace = try #require(SandboxWorkspace(index: number))
        #expect(body.workspaceId == workspace.id)
        #expect(body.workspaceSlug == workspace.slug)
        #expect(body.workspaceName == workspace.name)
      }
      for wrong in ["0", "-1", "x"] {
        let answer = try await sandbox.raw.request("POST", "/_sandbox/token?workspace=\(wrong)")
        #expect(answer.status == 400)
      }
      #expect(try await sandbox.raw.request("POST", "/_sandbox/other").status == 404)
      #expect(try await sandbox.raw.request("POST", "/_sandbox/revoke").status == 400)
    }
  }

  @Test func `refuses foreign host names and bodies that are too large`() async throws {
    try await withSandbox { sandbox in
      let foreign = try await sandbox.raw.request(
        "GET",
        "/v2/self",
        headers: [("Host", "evil.example")]
      )
      #expect(foreign.status == 421)
      let large = try await sandbox.call(
        "POST",
        "/v2/notes",
        token: SandboxScenario.full.token,
        body: String(repeating: "x", count: 1 << 20 | 1)
      )
      #expect(large.status == 413)
    }
  }

  @Test func `answers fifty callers side by side, each with its own workspace`() async throws {
    try await withSandbox { sandbox in
      try await withThrowingTaskGroup(of: (Int, String?).self) { group in
        for number in 1...50 {
          group.addTask {
            let token = try await sandbox.raw.request(
              "POST",
              "/_sandbox/token?workspace=\(number)"
            )
            let body = try await sandbox.call("GET", "/v2/self", token: token.text)
              .decoded(SelfAnswer.self)
            return (number, body.workspaceId)
          }
        }
        for try await (number, identifier) in group {
          #expect(identifier == SandboxWorkspace(index: number)?.id)
        }
      }
    }
  }
}
