import FoundationEssentials
import Ground
import SetupCore
import TestSupport
import Testing

struct StatusDocumentTests {
  private func json(_ value: some JSONConvertible) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try String(decoding: encoder.encode(value.json), as: UTF8.self)
  }

  @Test
  func `writes the promised document`() throws {
    var report = StatusReport(.healthy)
    report.checks = [Check(.gitIgnored, .pass, "Fine.")]
    report.connection.timings = ConnectionTimings(
      untilNameLookup: 1.04,
      connect: 12.5,
      tls: nil,
      firstByte: 80
    )
    #expect(
      try json(report) == """
        {"checks":[{"id":"git.ignored","remedy":null,"state":"pass","summary":"Fine."}],\
        "connection":{"code":null,"http_status":200,"message":null,"milliseconds":12.3,\
        "remedy":null,"retry_after_seconds":null,"state":"connected",\
        "timings":{"connect":11.5,"first_byte":67.5,"name_lookup":1,"tls":null}},\
        "headline":"Connected to Acme (acme)",\
        "objects":["people","companies"],\
        "project":{"directory":"/home/me/app","env_file":".env","repository":"/home/me",\
        "variable":"ATTIO_API_KEY"},"schema":1,\
        "scopes":{"granted":["object_configuration:read","task:read"],"missing":[],"unused":[],\
        "wanted":["object_configuration:read","task:read"]},\
        "token":{"level":null,"masked":"cana…6789","source":"env_file"},"verdict":"good",\
        "workspace":{"id":"3f9c","name":"Acme","slug":"acme"}}
        """
    )
  }

  @Test
  func `writes an explicit null for all that is unknown`() throws {
    var findings = StatusFindings.connection(.tokenMissing)
    findings.checked = nil
    findings.sources = []
    findings.git = GitFindings(availability: .noRepository)
    var report = StatusReport(findings)
    report.checks = []
    report.judgement.remedy = "Do this."
    #expect(
      try json(report) == """
        {"checks":[],"connection":{"code":null,"http_status":null,"message":null,\
        "milliseconds":null,"remedy":"Do this.","retry_after_seconds":null,\
        "state":"token_missing","timings":{"connect":null,"first_byte":null,\
        "name_lookup":null,"tls":null}},"headline":"No token","objects":[],\
        "project":{"directory":"/home/me/app","env_file":".env","repository":null,\
        "variable":"ATTIO_API_KEY"},"schema":1,\
        "scopes":{"granted":[],"missing":[],"unused":[],\
        "wanted":["object_configuration:read","task:read"]},\
        "token":{"level":null,"masked":null,"source":"none"},"verdict":"action_needed","workspace":null}
        """
    )
  }

  @Test(arguments: [
    (CheckedToken.Origin.envFile, "env_file"), (.environment, "environment"),
    (.workspaceStore, "workspace_store"),
  ])
  func `names the source`(_ origin: CheckedToken.Origin, _ name: String) throws {
    let report = StatusReport(
      .healthy { $0.checked = CheckedToken(origin: origin, value: canaryToken) }
    )
    #expect(try json(report).contains("\"source\":\"\(name)\""))
  }

  @Test
  func `shows nothing of a short token`() throws {
    let report = StatusReport(
      .healthy { $0.checked = CheckedToken(origin: .envFile, value: Secret("short-secret-15")) }
    )
    #expect(try json(report).contains("\"masked\":null"))
    #expect(try !json(report).contains("short"))
  }

  @Test
  func `lets neither the token nor control characters through`() throws {
    let token = canaryToken.reveal()
    let hidden = token.prefix(30) + "\u{200B}" + token.dropFirst(30)
    let hostile = "\u{1B}[2J\u{202E}\(token) \(hidden)\u{7}\n" + String(repeating: "x", count: 500)
    let findings = StatusFindings.healthy {
      $0.verification = Verification(
        connection: Connection(
          state: .missingScope,
          httpStatus: 403,
          code: hostile,
          message: hostile
        ),
        identity: Identity(
          workspaceID: hostile,
          workspaceName: hostile,
          workspaceSlug: hostile,
          scopes: [hostile]
        ),
        objects: [hostile]
      )
      $0.sources = [
        TokenSource(place: .environment, value: canaryToken),
        TokenSource(place: .envFile(".env"), value: otherToken),
      ]
      $0.history.filesWithToken = ["a\u{1B}b"]
    }
    let report = StatusReport(findings)
    var outputs = try [json(report)] + StatusText.lines(report)
    var dumped = ""
    dump(findings, to: &dumped)
    #expect(!dumped.contains("\"\(token)\""))
    outputs.append(String(reflecting: report))
    for output in outputs {
      #expect(!output.contains("canary"))
      #expect(!output.contains(otherToken.reveal()))
      #expect(!output.unicodeScalars.contains { $0.properties.generalCategory == .control })
      #expect(!output.unicodeScalars.contains { $0.properties.isBidiControl })
    }
    #expect(report.connection.message?.count == 400)
  }

  @Test
  func `writes an error as a document`() throws {
    let error = ErrorDocument(kind: "usage", message: "It is wrong.", remedy: "Do this.")
    #expect(
      try json(error) == """
        {"error":{"kind":"usage","message":"It is wrong.","remedy":"Do this."},"schema":1}
        """
    )
  }

  @Test
  func `writes a plan as a document`() throws {
    let snapshot = FileSnapshot(path: "/p/.env", kind: .missing)
    let entry = PlanEntry(
      id: .envFile,
      path: ".env",
      action: .create,
      mode: 0o600,
      before: snapshot,
      after: FileContent("ATTIO_API_KEY=\(canaryToken.reveal())\n")
    )
    let document = PlanDocument(
      plan: [PlanDocument.Entry(entry, diff: "+ATTIO_API_KEY=…\n")],
      isApplied: true,
      undo: nil,
      status: nil
    )
    #expect(
      try json(document) == """
        {"applied":true,"next_step":null,"plan":[{"action":"create","diff":"+ATTIO_API_KEY=…\\n",\
        "mode":"0600","path":".env"}],"schema":1,"status":null,"undo":null}
        """
    )
    #expect(!"\(document)".contains("canary"))
  }
}
