import Ground
import SetupCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Whether this token may make that call.
struct JudgedCallTests {
  private static func judged(
    _ call: String,
    _ scopes: String?,
    level: String? = "workspace"
  ) throws -> JudgedCall {
    JudgedCall(
      try EndpointMatcher.match(call),
      granted: scopes.map { ScopeSet(parsing: $0) },
      level: level
    )
  }

  @Test(
    arguments: [
      ("GET /v2/self", "", "workspace", JudgedCall.Verdict.granted, ""),
      ("GET /v2/objects", "object_configuration:read", "user", .granted, ""),
      (
        "POST /v2/notes", "note:read", "workspace", .missing,
        "object_configuration:read record_permission:read note:read-write"
      ),
      ("DELETE /v2/notes/1", "note:read", "workspace", .missing, "note:read-write"),
      ("GET /v2/webhooks", "webhook:read", "workspace", .granted, ""),
      ("GET /v2/webhooks", "webhook:read", "user", .missing, ""),
      ("POST /v2/webhooks", "webhook:read", "user", .missing, "webhook:read-write"),
      ("GET /v2/meetings", "meeting:read record_permission:read", "user", .missing, ""),
      ("GET /v2/meetings/1", "meeting:read record_permission:read", "user", .granted, ""),
    ]
  )
  func `the token's scopes and level decide`(
    call: String,
    scopes: String,
    level: String,
    verdict: JudgedCall.Verdict,
    missing: String
  ) throws {
    let judged = try Self.judged(call, scopes, level: level)
    #expect(judged.verdict == verdict)
    #expect(judged.missing == ScopeSet(parsing: missing))
  }

  @Test func `what Attio did not say is unknown`() throws {
    #expect(try Self.judged("GET /v2/notes", nil).verdict == .unknown)
    #expect(try Self.judged("GET /v2/webhooks", "webhook:read", level: nil).verdict == .unknown)
  }

  @Test(arguments: [("workspace", "the workspace"), ("user", "one member")])
  func `the status says for whom the token acts`(level: String, words: String) {
    let report = StatusReport(.healthy { $0.verification.identity?.level = level })
    #expect(StatusText.lines(report).contains("Token:   cana…6789, acts for \(words)"))
    let summary = report.checks.first { $0.id == .authActive }?.summary ?? ""
    #expect(summary.hasSuffix(" and acts for one member.") == (level == "user"))
  }

  @Test func `a missing call is exit 1, and the scope to tick comes first`() throws {
    let report = StatusReport(
      .healthy {
        $0.calls = [try? EndpointMatcher.match("POST /v2/webhooks")].compactMap(\.self)
        $0.verification.identity?.level = "workspace"
      }
    )
    #expect(report.exitCode == 1)
    #expect(
      report.headline
        == "Connected to Acme (acme), but POST /v2/webhooks needs webhook:read-write"
    )
    #expect(report.remedy?.hasPrefix("Tick webhook:read-write") == true)
    #expect(
      StatusText.lines(report).contains(
        "✗ missing POST /v2/webhooks: tick webhook:read-write"
      )
    )
  }

  @Test func `a granted call changes nothing`() throws {
    let call = try EndpointMatcher.match("GET /v2/objects")
    let report = StatusReport(.healthy { $0.calls = [call] })
    #expect(report.exitCode == 0 && report.headline == "Connected to Acme (acme)")
    #expect(
      StatusText.lines(report).contains("✓ granted GET /v2/objects: has object_configuration:read")
    )
  }

  @Test func `the document has what the contract promises`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func text(_ call: JudgedCall) throws -> String {
      String(decoding: try encoder.encode(call.json), as: UTF8.self)
    }
    #expect(
      try text(
        Self.judged("GET /v2/meetings", "meeting:read record_permission:read", level: "user")
      )
        == #"{"call":"GET /v2/meetings","level":"workspace","missing":[],"#
        + #""needs":["record_permission:read","meeting:read"],"verdict":"missing"}"#
    )
    #expect(
      try text(Self.judged("GET /v2/tasks/7", ""))
        .contains(#""verdict":"missing""#)
    )
  }
}
