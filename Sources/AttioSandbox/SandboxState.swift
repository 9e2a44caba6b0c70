import AttioTables
import Synchronization

/// What changes while a sandbox runs: tokens that were issued or revoked, codes that wait.
final class SandboxState: Sendable {
  private struct Contents {
    var tokens: [String: SandboxToken] = [:]
    var revoked: Set<String> = []
    var codes: [String: AuthorizationCode] = [:]
    var issued = 0
    var data: [Int: SandboxData] = [:]
    var limits = RateLimits()
    var answers = 0

    /// A workspace's data, made when first asked for.
    mutating func data(of workspace: SandboxWorkspace, seed: Int) -> SandboxData {
      if let known = data[workspace.index] { return known }
      let made = SandboxData(workspace: workspace, seed: seed)
      data[workspace.index] = made
      return made
    }
  }

  private let contents: Mutex<Contents>
  private let seed: Int

  init(startedAt now: Int, seed: Int) {
    self.seed = seed
    var initial = Contents()
    for scenario in SandboxScenario.allCases {
      initial.tokens[scenario.token] = SandboxToken(
        text: scenario.token,
        scenario: scenario,
        workspace: scenario.workspace,
        scopes: scenario.scopes,
        issuedAt: now - 86_400
      )
    }
    contents = Mutex(initial)
  }

  /// The token's record; nil for one that was never issued or that is revoked.
  func token(_ text: String) -> SandboxToken? {
    contents.withLock { $0.revoked.contains(text) ? nil : $0.tokens[text] }
  }

  func revoke(_ text: String) {
    contents.withLock { _ = $0.revoked.insert(text) }
  }

  func restore(_ text: String) {
    contents.withLock { _ = $0.revoked.remove(text) }
  }

  /// Makes a new token of 64 letters and digits; the same sequence of calls gives the same tokens.
  func issueToken(workspace: SandboxWorkspace, clientID: String?, now: Int) -> String {
    contents.withLock { contents in
      contents.issued += 1
      let text = SandboxTokenForm.token(
        of: SHA256.hexadecimal("attio-setup sandbox \(workspace.index) \(contents.issued)")
      )
      contents.tokens[text] = SandboxToken(
        text: text,
        scenario: .full,
        workspace: workspace,
        scopes: SandboxScenario.allScopes,
        clientID: clientID,
        issuedAt: now
      )
      return text
    }
  }

  /// What a workspace holds now.
  func data(of workspace: SandboxWorkspace) -> SandboxData {
    contents.withLock { $0.data(of: workspace, seed: seed) }
  }

  /// Reads and changes what a workspace holds; where it fails, nothing has changed.
  func change<Answer: Sendable>(
    _ workspace: SandboxWorkspace,
    _ body: (inout SandboxData) throws(AttioError) -> Answer
  ) throws(AttioError) -> Answer {
    try contents.withLock { contents throws(AttioError) in
      var data = contents.data(of: workspace, seed: seed)
      let answer = try body(&data)
      contents.data[workspace.index] = data
      return answer
    }
  }

  /// The last delivery of a webhook.
  func delivery(ofWebhook id: String) -> WebhookDelivery? {
    contents.withLock { contents in
      contents.data.values.lazy.compactMap { $0.deliveries[id] }.first
    }
  }

  /// An identifier for the next answer, as support asks for it.
  func nextExecutionID() -> String {
    contents.withLock { contents in
      contents.answers += 1
      return SandboxWorkspace.uuid("answer \(contents.answers)")
    }
  }

  /// Counts a call against the rate limits; false where it is one too many.
  func admit(_ endpoint: EndpointRequirement, at second: Int) -> Bool {
    contents.withLock { $0.limits.admit(endpoint, at: second) }
  }

  func issueCode(_ code: AuthorizationCode) -> String {
    contents.withLock { contents in
      contents.issued += 1
      let text = String(SHA256.hexadecimal("attio-setup code \(contents.issued)").prefix(40))
      contents.codes[text] = code
      return text
    }
  }

  /// Gives a code away and forgets it: the first exchange uses it up, whatever comes of it.
  func takeCode(_ text: String) -> AuthorizationCode? {
    contents.withLock { $0.codes.removeValue(forKey: text) }
  }
}

/// What an authorization code stands for until it is exchanged.
struct AuthorizationCode: Equatable, Sendable {
  var workspace: SandboxWorkspace
  var redirectURI: String
  /// The PKCE challenge, where the client sent one.
  var challenge: String?
  /// How the exchange misbehaves, where a test asked for it.
  var fault: ExchangeFault?
  /// Seconds since 1970.
  var expiresAt: Int
}
