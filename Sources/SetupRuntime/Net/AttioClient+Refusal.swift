internal import AttioAPI
internal import Ground
internal import SetupCore

extension AttioClient {
  /// Why a token is not sent to this API at all; nil where it may be.
  ///
  /// A sandbox's token is nobody else's business: only servers on this machine are sent one.
  func refusal(of token: Secret) -> Connection? {
    guard SandboxToken.isOne(token), !base.isLoopback else { return nil }
    return Connection(
      state: .tokenMalformed,
      code: Connection.sandboxTokenCode,
      message: "This is the sandbox's token: it works only with --sandbox. Nothing was sent."
    )
  }
}
