import Ground
import LocalHTTP

/// The sandbox's own switches, for demos and tests; nothing like it exists at Attio.
struct ControlEndpoint {
  let state: SandboxState
  let options: Sandbox.Options

  func answer(_ request: LocalRequest) async -> LocalResponse {
    switch request.path {
    case "/_sandbox/replay": await replay(request)
    case "/_sandbox/revoke": change(request) { state.revoke($0) }
    case "/_sandbox/restore": change(request) { state.restore($0) }
    case "/_sandbox/token": token(request)
    default: text(404, "There is no such switch: revoke, restore, token and replay exist.")
    }
  }

  private func change(_ request: LocalRequest, _ apply: (String) -> Void) -> LocalResponse {
    // The token alone, `token=…` and `{"token":"…"}` all end with the token.
    let words = String(decoding: request.body, as: UTF8.self)
      .split { !$0.isLetter && !$0.isNumber }
    guard let token = words.last else { return text(400, "Send the token as the body.") }
    apply(String(token))
    return LocalResponse(status: 204)
  }

  /// Sends a webhook's last delivery again, byte for byte.
  private func replay(_ request: LocalRequest) async -> LocalResponse {
    let words = String(decoding: request.body, as: UTF8.self)
      .split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    guard let webhook = words.last else { return text(400, "Send the webhook's ID as the body.") }
    guard let delivery = state.delivery(ofWebhook: webhook) else {
      return text(404, "The webhook has no delivery yet.")
    }
    await delivery.send()
    return LocalResponse(status: 204)
  }

  /// A file behind the address that a download leads to.
  func file(_ request: LocalRequest) -> LocalResponse {
    let words = request.path.split(separator: "/").map(String.init)
    guard words.count == 4, let index = Int(words[2]),
      let workspace = SandboxWorkspace(index: index),
      let file = state.data(of: workspace).contents[words[3]]
    else { return text(404, "There is no such file.") }
    return LocalResponse(
      status: 200,
      headers: [LocalHeader("Content-Type", file.type)],
      body: file.bytes
    )
  }

  private func token(_ request: LocalRequest) -> LocalResponse {
    let number = Int(request.parameters["workspace"] ?? "1") ?? 0
    guard let workspace = SandboxWorkspace(index: number) else {
      return text(400, "A workspace is a number from 1.")
    }
    return LocalResponse(
      status: 200,
      contentType: "text/plain; charset=utf-8",
      text: state.issueToken(workspace: workspace, clientID: nil, now: options.now())
    )
  }

  private func text(_ status: Int, _ message: String) -> LocalResponse {
    LocalResponse(status: status, contentType: "text/plain; charset=utf-8", text: message + "\n")
  }
}
