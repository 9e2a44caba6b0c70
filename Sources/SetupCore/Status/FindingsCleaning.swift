import Ground

/// Makes what came from the network fit to be shown: cleaned, cut, and without the token, which a
/// server may send back.
struct FindingsCleaning {
  let token: Secret?

  func cleaned(_ verification: Verification) -> Verification {
    var result = verification
    result.connection.code = verification.connection.code.map { shown($0, limit: 60) }
    result.connection.message = verification.connection.message.map { shown($0, limit: 400) }
    result.identity = verification.identity.map { cleaned($0) }
    result.objects = verification.objects?.map { shown($0, limit: 80) }
    return result
  }

  func cleaned(_ result: ProbeResult) -> ProbeResult {
    var result = result
    result.message = result.message.map { shown($0) }
    return result
  }

  private func cleaned(_ identity: Identity) -> Identity {
    var result = identity
    result.workspaceID = shown(identity.workspaceID, limit: 80)
    result.workspaceName = shown(identity.workspaceName, limit: 80)
    result.workspaceSlug = identity.workspaceSlug.map { shown($0, limit: 80) }
    result.scopes = identity.scopes.map { shown($0, limit: 80) }
    result.authorizedBy = identity.authorizedBy.map { shown($0, limit: 80) }
    return result
  }

  private func shown(_ text: String, limit: Int = 200) -> String {
    // Cleaned first: an invisible character inside would hide the token from the search.
    SafeText.cleaned(withoutToken(SafeText.cleaned(text, limit: 4_000)), limit: limit)
  }

  /// A value that short is no token, and would be found in ordinary words.
  private func withoutToken(_ text: String) -> String {
    guard let token, token.length >= 8 else { return text }
    return text.replacing(token.reveal(), with: token.masked ?? "…")
  }
}
