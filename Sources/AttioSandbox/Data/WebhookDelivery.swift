import Ground
import LocalHTTP

/// A delivery of a webhook, as it goes out; it is kept so that it can go out once more.
struct WebhookDelivery: Equatable, Sendable {
  /// The address, which is on this machine.
  var url: String
  /// The headers, the signature among them.
  var headers: [LocalHeader]
  /// The body.
  var body: [UInt8]

  /// Signs a body as Attio does: the hexadecimal HMAC-SHA256 of the bytes, without a time.
  init(url: String, body: [UInt8], secret: String, key: String) {
    self.url = url
    self.body = body
    let signature = HMAC.hexadecimal(body, key: Array(secret.utf8))
    headers = [
      LocalHeader("Content-Type", "application/json"),
      LocalHeader("Attio-Signature", signature),
      LocalHeader("X-Attio-Signature", signature),
      LocalHeader("Idempotency-Key", key),
    ]
  }
}

extension WebhookDelivery {
  /// Sends it; whether anybody takes it changes nothing here.
  func send() async {
    _ = await LoopbackPost.send(to: url, headers: headers, body: body)
  }
}

/// HMAC of RFC 2104 with SHA-256.
enum HMAC {
  static func hexadecimal(_ message: [UInt8], key: [UInt8]) -> String {
    let short = key.count > 64 ? SHA256.digest(key) : key
    let padded = short + [UInt8](repeating: 0, count: 64 - short.count)
    let inner = SHA256.digest(padded.map { $0 ^ 0x36 } + message)
    return SHA256.digest(padded.map { $0 ^ 0x5C } + inner)
      .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}

extension SandboxData {
  /// What is to be sent because of what happened; the events are used up.
  ///
  /// Only this machine is ever sent anything.
  mutating func takeDeliveries() -> [WebhookDelivery] {
    defer { events = [] }
    var result: [WebhookDelivery] = []
    for event in events {
      for webhook in all(.webhook) {
        let subscriptions = webhook.json["subscriptions"]?.list ?? []
        guard let url = webhook.json["target_url"]?.text, RedirectURI.isLoopback(url),
          subscriptions.contains(where: { Self.wants($0, event) })
        else { continue }
        let body: JSONValue = [
          "webhook_id": .text(webhook.id),
          "events": [["event_type": .text(event.type), "id": event.id, "actor": event.actor]],
        ]
        let delivery = WebhookDelivery(
          url: url,
          body: Array(body.compact.utf8),
          secret: secrets[webhook.id] ?? "",
          key: newID()
        )
        deliveries[webhook.id] = delivery
        result.append(delivery)
      }
    }
    return result
  }

  /// Whether a subscription is to an event, its filter included.
  static func wants(_ subscription: JSONValue, _ event: SandboxEvent) -> Bool {
    guard subscription["event_type"]?.text == event.type else { return false }
    guard let filter = subscription["filter"] else { return true }
    func holds(_ condition: JSONValue) -> Bool {
      let path = (condition["field"]?.text ?? "").split(separator: ".").map(String.init)
      let place: JSONValue = ["id": event.id, "actor": event.actor]
      let value = path.reduce(place as JSONValue?) { $0?[$1] }
      return (value == condition["value"]) == (condition["operator"]?.text == "equals")
    }
    if let all = filter["$and"]?.list { return all.allSatisfy(holds) }
    if let any = filter["$or"]?.list { return any.contains(where: holds) }
    return true
  }
}
