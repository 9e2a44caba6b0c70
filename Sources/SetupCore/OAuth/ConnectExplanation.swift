internal import Ground

/// A failure to connect a workspace in words: what happened and what to do now.
package struct ConnectExplanation: Equatable, Sendable {
  /// A few words without a full stop, for a heading.
  package var title: String
  /// What happened and why we think so, in sentences.
  package var happening: String
  /// What to do now, in sentences.
  package var remedy: String

  /// Explains a failure.
  package init(_ failure: ConnectFailure, context: ConnectContext = ConnectContext()) {
    self = ExplainedConnectFailure(context: context).explanation(failure)
  }

  init(_ title: String, _ happening: String, remedy: String) {
    self.title = title
    self.happening = happening
    self.remedy = remedy
  }

  init(_ explanation: ConnectionExplanation) {
    self.init(
      explanation.title,
      "\(explanation.happening) \(explanation.evidence)",
      remedy: explanation.remedy
    )
  }

  /// What Attio's page may say to somebody who may not approve; no answer comes back then.
  package static let notAvailable =
    "Attio's page says “Integration Not Available in this Workspace” to everybody who is no admin: "
    + "an admin of that workspace has to approve."
}

/// A failure with all that its explanation is made from.
private struct ExplainedConnectFailure {
  let context: ConnectContext

  func explanation(_ failure: ConnectFailure) -> ConnectExplanation {
    switch failure {
    case .appSettings(let file, let reason): appSettings(file, reason)
    case .denied, .refused, .nobodyCame: unanswered(failure)
    case .portInUse(let port): portInUse(port)
    case .cannotListen(let reason): cannotListen(reason)
    case .invalidGrant(let words): invalidGrant(words)
    case .invalidClient(let words): invalidClient(words)
    case .redirectURIMismatch(let words): redirectURIMismatch(words)
    case .exchangeRefused(let error, let words): exchangeRefused(error, words)
    case .exchange(let connection):
      ConnectExplanation(ConnectionExplanation(connection, context: context.connection(.exchange)))
    case .unconfirmed(let connection):
      ConnectExplanation(
        ConnectionExplanation(connection, context: context.connection(.confirmation))
      )
    case .notStored(let error): notStored(error)
    case .noHash(let reason): noHash(reason)
    }
  }

  private func appSettings(_ file: String, _ reason: String) -> ConnectExplanation {
    ConnectExplanation(
      "The app's settings are not complete",
      "\(reason) The values were read back from \(file) before they were used.",
      remedy: "Put the app's client id, client secret and redirect URI into \(file), and connect "
        + "again."
    )
  }

  private func unanswered(_ failure: ConnectFailure) -> ConnectExplanation {
    switch failure {
    case .refused(let error, let words):
      ConnectExplanation(
        "Attio refused the request",
        "Attio answered with the error “\(error)”." + said(words),
        remedy: "Compare the redirect URI \(context.redirectURI) with the app's OAuth tab at "
          + "build.attio.com, and connect again."
      )
    case .nobodyCame(let seconds):
      ConnectExplanation(
        "Nobody came back",
        "The browser did not come back within \(Words.duration(seconds: seconds)), and nothing was pasted.",
        remedy: "Connect again and approve in the browser. \(ConnectExplanation.notAvailable)"
      )
    default:
      ConnectExplanation(
        "Access was denied",
        "Somebody chose not to give access in the browser. Nothing was changed.",
        remedy: "Connect again to be asked again."
      )
    }
  }

  private func portInUse(_ port: Int) -> ConnectExplanation {
    let current = try? RedirectURI(parsing: context.redirectURI)
    let other = current?.replacingPort(with: port == 65_535 ? 8787 : port + 1)?.text
    return ConnectExplanation(
      "Port \(port) is taken",
      "Another program listens on port \(port), so the browser cannot come back here.",
      remedy: "End that program and connect again, or use another port, such as "
        + "--redirect-uri \(other ?? RedirectURI.standardText), and register that address in the "
        + "app's OAuth tab at build.attio.com."
    )
  }

  private func cannotListen(_ reason: String) -> ConnectExplanation {
    ConnectExplanation(
      "The browser cannot come back here",
      "This program cannot listen for \(context.redirectURI). \(reason)",
      remedy: "Connect in a terminal, where the address that the browser ends at can be pasted, or "
        + "use a redirect URI of this machine: --redirect-uri \(RedirectURI.standardText)."
    )
  }

  private func invalidGrant(_ words: String?) -> ConnectExplanation {
    ConnectExplanation(
      "Attio did not accept the code",
      "Attio did not accept the authorization code (“invalid_grant”): it is wrong, was used "
        + "before, or has expired." + said(words),
      remedy: "Connect again: a code works once and lives for minutes only."
    )
  }

  private func invalidClient(_ words: String?) -> ConnectExplanation {
    ConnectExplanation(
      "Attio does not accept the app",
      "Attio did not accept the client id or the client secret." + said(words),
      remedy: "Compare \(AppSettings.clientIDVariable) and \(AppSettings.clientSecretVariable) in "
        + "\(context.envFileName) with the app's OAuth tab at build.attio.com, and connect again."
    )
  }

  private func redirectURIMismatch(_ words: String?) -> ConnectExplanation {
    ConnectExplanation(
      "The redirect URI does not match",
      "Attio did not accept the redirect URI \(context.redirectURI)." + said(words),
      remedy: "Register exactly \(context.redirectURI) under “Redirect URIs” in the app's OAuth "
        + "tab at build.attio.com, without a slash or port more or less, and connect again."
    )
  }

  private func exchangeRefused(_ error: String, _ words: String?) -> ConnectExplanation {
    ConnectExplanation(
      "Attio refused the code",
      "Attio answered the exchange with the error “\(error)”." + said(words),
      remedy: "Connect again: a code works once. Where it happens again, compare the app's OAuth "
        + "tab at build.attio.com with \(AppSettings.clientIDVariable) and "
        + "\(AppSettings.redirectURIVariable) in \(context.envFileName)."
    )
  }

  private func notStored(_ error: StoreError) -> ConnectExplanation {
    ConnectExplanation(
      "The token was not stored",
      "Attio gave out a token that works, and it could not be stored. \(error.message)",
      remedy: "\(error.remedy) Then connect again: the new token was not kept."
    )
  }

  private func noHash(_ reason: String) -> ConnectExplanation {
    ConnectExplanation(
      "PKCE is not possible",
      "PKCE needs a hash of the system's library libcrypto, and it could not be used: "
        + "\(reason.hasSuffix(".") ? String(reason.dropLast()) : reason).",
      remedy: "Install it: on Debian and Ubuntu the package is libssl3 (in newer releases "
        + "libssl3t64), on Fedora openssl-libs. Or leave PKCE out: --no-pkce."
    )
  }

  /// The server's own words as a sentence of their own, after a space; or nothing.
  private func said(_ words: String?) -> String {
    guard let words, !words.isEmpty else { return "" }
    return " Attio says: “\(words.hasSuffix(".") ? String(words.dropLast()) : words)”."
  }
}
