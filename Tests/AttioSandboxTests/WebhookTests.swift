import AttioSandbox
import FoundationEssentials
import Ground
import LocalHTTP
import Synchronization
import TestSupport
import Testing

/// Webhooks: the secret, the signature, and the same delivery once more.
@Suite(.alone) struct WebhookTests {
  /// Takes deliveries.
  private final class Inbox: Sendable {
    private let requests = Mutex<[LocalRequest]>([])

    func take(_ request: LocalRequest) -> LocalResponse {
      requests.withLock { $0.append(request) }
      return LocalResponse(status: 202)
    }

    /// Waits until so many have come.
    func first(_ count: Int) async throws -> [LocalRequest] {
      let end = ContinuousClock.now + .seconds(20)
      while ContinuousClock.now < end {
        let all = requests.withLock { $0 }
        if all.count >= count { return all }
        try await Task.sleep(for: .milliseconds(20))
      }
      return requests.withLock { $0 }
    }
  }

  @Test func `a write is told to a loopback address, signed, and told again on request`()
    async throws
  {
    let inbox = Inbox()
    let receiver = try await LocalServer.start { inbox.take($0) }
    try await withSandbox { sandbox in
      let address = "http://127.0.0.1:\(receiver.port)/hook?x=1"
      let created = try await sandbox.call(
        "POST",
        "/v2/webhooks",
        token: SandboxScenario.full.token,
        body: #"{"data":{"target_url":"\#(address)","subscriptions":[{"event_type":"#
          + #""record.created","filter":null}]}}"#
      )
      let hook = try JSONDecoder().decode(JSONValue.self, from: Data(created.body)).fields?["data"]
      let secret = try #require(hook?.fields?["secret"]?.text)
      let id = try #require(hook?.fields?["id"]?.fields?["webhook_id"]?.text)
      let shown = try await sandbox.get("/v2/webhooks/\(id)", as: .full)
      #expect(shown.status == 200 && !shown.text.contains(secret))
      let twice = try await sandbox.call(
        "POST",
        "/v2/webhooks",
        token: SandboxScenario.full.token,
        body: #"{"data":{"target_url":"\#(address)","subscriptions":[{"event_type":"#
          + #""record.created","filter":null}]}}"#
      )
      #expect(twice.status == 409 && twice.text.contains("uniqueness_conflict"))
      _ = try await sandbox.call(
        "POST",
        "/v2/objects/people/records",
        token: SandboxScenario.full.token,
        body: #"{"data":{"values":{"name":"Shelley, Mary"}}}"#
      )
      let delivery = try #require(try await inbox.first(1).first)
      #expect(delivery.method == "POST" && delivery.path == "/hook" && delivery.query == "x=1")
      let body = try JSONDecoder().decode(JSONValue.self, from: Data(delivery.body)).fields
      #expect(body?["webhook_id"] == .text(id))
      let event = body?["events"]?.list?.first?.fields
      #expect(event?["event_type"] == "record.created")
      #expect(event?["id"]?.fields?["record_id"]?.text?.count == 36)
      #expect(event?["actor"]?.fields?["type"] == "api-token")
      let signature = try await Self.signature(of: delivery.body, secret: secret)
      #expect(delivery.header("Attio-Signature") == signature)
      #expect(delivery.header("X-Attio-Signature") == signature)
      let replay = try await sandbox.raw.request("POST", "/_sandbox/replay", body: id)
      #expect(replay.status == 204)
      let again = try #require(try await inbox.first(2).last)
      #expect(again.body == delivery.body && again.headers == delivery.headers)
      let unknown = try await sandbox.raw.request("POST", "/_sandbox/replay", body: "nothing")
      #expect(unknown.status == 404)
    }
    await receiver.stop()
  }

  /// The signature by another program's hand.
  private static func signature(of body: [UInt8], secret: String) async throws -> String {
    let file = "/tmp/attio-setup-hook-\(UInt64.random(in: .min ... .max))"
    try Data(body).write(to: URL(filePath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    return try await OpenSSL.signature(ofFile: file, key: secret)
  }
}
