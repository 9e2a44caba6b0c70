/// The states that are about the token or what it may do.
extension ExplainedCase {
  var connected: ConnectionExplanation {
    ConnectionExplanation(
      "Connected",
      happening: "Attio knows the token and says that it is active.",
      evidence: "GET /v2/self answered HTTP 200 with “active: true” and a workspace.",
      remedy: "Nothing needs to be done."
    )
  }

  var tokenMissing: ConnectionExplanation {
    guard !isStored else {
      return ConnectionExplanation(
        "No token",
        happening: "The store of workspaces has no token for it, so Attio was not asked."
          + words(of: "Reason"),
        evidence: "The store knows the workspace, and the place of its token is empty.",
        remedy: Self.connectAgain
      )
    }
    return ConnectionExplanation(
      "No token",
      happening: "There is no value for \(context.variable), so Attio was not asked.",
      evidence: "Neither the shell nor an env file of the project sets it to anything.",
      remedy: context.wayToToken
    )
  }

  var tokenNotSent: ConnectionExplanation {
    if let reference = context.reference, !isStored {
      return ConnectionExplanation(
        "\(context.variable) holds a reference, not a token",
        happening: "It is \(reference.noun). It was not sent to Attio.",
        evidence: "The app finds the same text there unless a tool puts the token in its place.",
        remedy: reference.way(file: ShellWord.quoted(context.envFileName))
      )
    }
    return ConnectionExplanation(
      "The value is not a token",
      happening: "\(isStored ? "The stored token" : "The value of \(context.variable)") was not "
        + "sent to Attio." + words(of: "Reason"),
      evidence: "It has several lines, or is a reference such as op://… or ${…} that nothing has "
        + "replaced by the token.",
      remedy: isStored
        ? Self.connectAgain
        : context.origin == .environment
          ? "Run: unset \(context.variable), or set it to the token itself."
          : "Put the token itself into \(context.envFileName), or start the program through the "
            + "tool that replaces the reference."
    )
  }

  /// A token that only the imitation of Attio knows.
  var sandboxToken: ConnectionExplanation {
    ConnectionExplanation(
      sandboxTitle,
      happening: "This is the sandbox's token: it works only with --sandbox. Nothing was sent.",
      evidence: "It has the form that only tokens of the sandbox have.",
      remedy: isStored
        ? "Forget it with: attio-setup workspaces remove"
        : "Run attio-setup and paste a real token, or add --sandbox."
    )
  }

  private var sandboxTitle: String {
    switch context.origin {
    case .workspaceStore: "The stored token is a sandbox token"
    case .environment: "Your shell's \(context.variable) is a sandbox token"
    case .envFile: "\(context.envFileName) holds a sandbox token"
    // It was pasted, and stands nowhere yet.
    case nil: "This is a sandbox token"
    }
  }

  /// The onboarding guide's row for a code of the authorization that is wrong or too old.
  var invalidGrant: ConnectionExplanation {
    ConnectionExplanation(
      "The authorization is used up",
      happening: "Attio did not accept the authorization code." + words(of: "Attio says"),
      evidence: "It answered \(status) with the code “invalid_grant”, which stands for an "
        + "authorization code that is wrong, was used before, or has expired.",
      remedy:
        "Authorize again: a code can be exchanged once and lives for minutes only. For a token "
        + "of the dashboard, copy it again at \(context.guide.tokensURL)."
    )
  }

  var tokenMalformed: ConnectionExplanation {
    ConnectionExplanation(
      "Attio does not recognise the token",
      happening: "Attio could not read the token as one." + words(of: "Attio says"),
      evidence: "It answered \(status), as it does where the text does not have a token's form or "
        + "the header “Authorization: Bearer <token>” is missing or different.",
      remedy: isStored
        ? Self.connectAgain
        : "Copy the whole token again: 64 characters, without quotes or spaces. It stands at "
          + "\(context.guide.tokensURL) and can be replaced with attio-setup."
    )
  }

  var tokenInactive: ConnectionExplanation {
    ConnectionExplanation(
      "The token is not active",
      happening: "Attio says that the token is not active.",
      evidence: "GET /v2/self answered \(status) with “active: false”, which stands for a token "
        + "that was revoked or deleted, or that Attio never gave out.",
      remedy: isStored
        ? Self.connectAgain
        : "Create a new token at \(context.guide.tokensURL) and replace the old one with "
          + "attio-setup."
    )
  }

  /// Whether Attio's words are those for a token that it once knew or never did.
  var isRevoked: Bool {
    let words = connection.message?.lowercased() ?? ""
    return words.contains("revoked") || words.contains("could not be found")
  }

  /// What calls other than `/v2/self` answer where that one says `active: false`.
  var revoked: ConnectionExplanation {
    ConnectionExplanation(
      "The token is revoked or deleted",
      happening: "Attio doesn't know this token anymore." + words(of: "Attio says"),
      evidence: "It answered \(status) and says that there is no such key. A key that is cut or "
        + "lacks a scope gets other words.",
      remedy: isStored
        ? Self.connectAgain
        : "Create a new token at \(context.guide.tokensURL) and replace the old one with "
          + "attio-setup."
    )
  }

  var unauthorized: ConnectionExplanation {
    ConnectionExplanation(
      "Attio refuses the token",
      happening: "Attio did not accept the token." + words(of: "Attio says"),
      evidence: "It answered \(status), which stands for a missing, shortened or revoked token. "
        + "A missing scope would be HTTP 403.",
      remedy: isStored
        ? Self.connectAgain
        : "Compare the token with the one at \(context.guide.tokensURL). Where it is gone, "
          + "create a new one and replace it with attio-setup."
    )
  }

  /// The scopes that the call needs, as Attio's words or the table of calls name them.
  private var needed: ScopeSet {
    ScopeMessage.scopes(in: connection.message ?? "").union(context.needed)
  }

  /// Whether the token has every scope that the refused call is known to need.
  var isRestricted: Bool {
    guard let granted = context.granted, !needed.isEmpty else { return false }
    return context.missingScopes.isEmpty && granted.covers(needed)
  }

  var restricted: ConnectionExplanation {
    ConnectionExplanation(
      "Attio restricts access to this",
      happening: "The token has the scope, and Attio still refuses the call."
        + words(of: "Attio says"),
      evidence: "It answered \(status), and the token has "
        + "\(ScopeSet.listed(needed.names)).",
      remedy: "Ask a workspace admin about the access rules of this list or object. Keep your "
        + "token; another scope won't help."
    )
  }

  var missingScope: ConnectionExplanation {
    let named = ScopeMessage.scopes(in: connection.message ?? "").union(context.missingScopes)
    let isAttios = connection.code != nil || connection.message != nil
    return ConnectionExplanation(
      named.isEmpty ? "This token lacks a scope" : ScopeWords.missing(named.names),
      happening: "Attio knows the token, but does not let it do this." + words(of: "Attio says"),
      evidence: "It answered \(status), which stands for a scope that the token does not have."
        + (isAttios
          ? "" : " The answer has none of Attio's words: a proxy or firewall may have sent it."),
      remedy: (isStored ? ScopePlace.app : .token(context.guide)).remedy(ticking: named)
    )
  }

  var planLimit: ConnectionExplanation {
    let code = connection.code.map { " with the code “\($0)”" } ?? ""
    return ConnectionExplanation(
      "The workspace's plan does not allow this",
      happening: "Attio knows the token, but the plan or a quota of the workspace stands in the "
        + "way." + words(of: "Attio says"),
      evidence: "It answered \(status)\(code).",
      remedy: "Ask an admin of the workspace about its plan. A new token would not help."
    )
  }

  var notFound: ConnectionExplanation {
    ConnectionExplanation(
      "Attio does not find what was asked for",
      happening: "The server \(context.host) does not know the address, or the workspace is gone."
        + words(of: "It says"),
      evidence: "It answered \(status). GET /v2/self exists for every token, so the base URL is "
        + "another one, the token was revoked, or the workspace was deleted.",
      remedy: "Check \(addressSettings) if you set them. "
        + (isStored
          ? "Otherwise: \(Self.connectAgain)"
          : "Otherwise create a new token at \(context.guide.tokensURL) and replace the old one "
            + "with attio-setup.")
    )
  }
}
