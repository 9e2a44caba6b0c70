package import AttioAPI
package import Ground
package import SetupCore

extension Connection {
  /// What a failed call says of the connection, with clean texts that do not hold the token.
  package init(_ failure: AttioFailure, hiding token: Secret?) {
    self.init(failure, texts: NetworkText(hiding: token))
  }

  /// What a failed call says of the connection, with texts cleaned by these.
  init(_ failure: AttioFailure, texts: NetworkText) {
    self.init(
      state: failure.kind,
      httpStatus: failure.httpStatus,
      code: failure.code.map { texts.clean($0, limit: 80) },
      message: failure.message.map { texts.clean($0, limit: 400) },
      retryAfterSeconds: failure.retryAfterSeconds
    )
  }
}

extension ConnectionTimings {
  /// What the transport measured, as phases that follow each other.
  package init(_ timings: HTTPTimings) {
    self.init(
      untilNameLookup: timings.nameLookup,
      connect: timings.connect,
      tls: timings.tls,
      firstByte: timings.firstByte
    )
  }
}

extension Identity {
  /// What Attio said of a token, with clean texts that do not hold it.
  package init(_ answer: TokenIdentity, hiding token: Secret?) {
    let texts = NetworkText(hiding: token)
    func clean(_ text: String) -> String { texts.clean(text, limit: 100) }
    self.init(
      workspaceID: clean(answer.workspaceID),
      workspaceName: answer.workspaceName.map(clean) ?? "",
      workspaceSlug: answer.workspaceSlug.map(clean),
      scopes: answer.scopes.map(clean).filter { !$0.isEmpty },
      authorizedBy: answer.authorizedBy.map(clean),
      expiresAt: answer.expiresAt,
      issuedAt: answer.issuedAt,
      level: answer.level.map(clean)
    )
  }
}
