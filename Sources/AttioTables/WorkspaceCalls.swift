extension EndpointRequirement {
  /// Whether only a token that acts for the workspace may make the call, and no member's.
  ///
  /// From the token levels of Attio's OpenAPI document of October 2026.
  package var takesWorkspaceTokensOnly: Bool {
    switch (method, path) {
    case (.get, "/v2/emails"), (.get, "/v2/meetings"): true
    case (.get, let path) where path.hasSuffix("/transcript"): true
    case (_, "/v2/webhooks"), (_, "/v2/webhooks/{webhook_id}"): true
    default: false
    }
  }
}
