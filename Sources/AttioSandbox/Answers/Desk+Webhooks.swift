import AttioTables
import Ground
import LocalHTTP

/// Webhooks.
extension Desk {
  mutating func webhooks() throws(AttioError) -> LocalResponse {
    guard route.parameters["webhook_id"] != nil else {
      return route.endpoint.method == .get
        ? many(data.all(.webhook), limit: 10) : try createWebhook()
    }
    let webhook = try thing(.webhook, "webhook_id", "Webhook")
    switch route.endpoint.method {
    case .get: return one(webhook.json)
    case .delete:
      data.remove(.webhook) { $0.id == webhook.id }
      return gone
    default:
      var json = webhook.json
      json.take("target_url", "subscriptions", from: input)
      try confirmUnique(json, but: webhook.id)
      let changed = json
      data.change(.webhook, webhook.id) { $0 = changed }
      return one(json)
    }
  }

  private mutating func createWebhook() throws(AttioError) -> LocalResponse {
    try confirmUnique(input, but: nil)
    let id = data.newID()
    var json: JSONValue = [:]
    json.take("target_url", "subscriptions", from: input)
    json["id"] = data.id(["webhook_id": id])
    json["status"] = "active"
    json["created_at"] = time
    data.add(.webhook, Thing(id: id, json: json))
    let secret = SHA256.hexadecimal("secret of \(id)")
    data.secrets[id] = secret
    // No other answer ever has it.
    return one(json.with("secret", .text(secret)))
  }

  /// The address together with event and filter may be there once.
  private func confirmUnique(_ json: JSONValue, but own: String?) throws(AttioError) {
    for webhook in data.all(.webhook) where webhook.id != own {
      guard webhook.json["target_url"] == json["target_url"] else { continue }
      let given = webhook.json["subscriptions"]?.list ?? []
      for one in json["subscriptions"]?.list ?? []
      where given.contains(where: { $0.isSame(as: one) }) {
        throw AttioError(
          status: 409,
          type: "invalid_request_error",
          code: "uniqueness_conflict",
          message: "A webhook with this target URL, event type and filter already exists."
        )
      }
    }
  }
}

extension JSONValue {
  /// Whether two subscriptions are the same.
  fileprivate func isSame(as other: JSONValue) -> Bool {
    self["event_type"] == other["event_type"]
      && (self["filter"] ?? .null) == (other["filter"] ?? .null)
  }
}
