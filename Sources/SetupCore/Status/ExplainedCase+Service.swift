internal import Ground

/// The states in which Attio, or something in its place, answered and said nothing about the token.
extension ExplainedCase {
  var rateLimited: ConnectionExplanation {
    let seconds = connection.retryAfterSeconds
    let wait = seconds.map(Words.duration)
    return ConnectionExplanation(
      "Too many requests",
      happening: "Attio asks to wait before the next request." + words(of: "Attio says"),
      evidence: "It answered \(status)"
        + (wait.map { " and named a wait of \($0)." } ?? " and named no time."),
      remedy: (seconds == 0
        ? "\(again) now. " : "Wait \(wait ?? "a minute") and \(again.lowercased()). ") + untouched
    )
  }

  var serverError: ConnectionExplanation {
    ConnectionExplanation(
      "Attio has a problem",
      happening: "Attio could not answer the request." + words(of: "It says"),
      evidence: "It answered \(status), which stands for a fault on the server's side.",
      remedy: "\(again) in a few minutes, and look at status.attio.com if it stays. \(untouched)"
    )
  }

  var badResponse: ConnectionExplanation {
    ConnectionExplanation(
      "The answer is not Attio's",
      happening: "What came back is not an answer of \(server)." + words(of: "Reason"),
      evidence:
        connection.httpStatus.map {
          "The answer (HTTP \($0)) was cut off, too large, no JSON, or lacks what Attio always "
            + "sends. The sign-in page of a hotel or company network looks like that."
        }
        ?? "The connection ended, or something else was spoken on it, before any status came. A "
        + "firewall, or another program at this address, looks like that.",
      remedy: "Open https://\(context.host) in a browser on this network and sign in where it asks "
        + "for it. Check \(addressSettings) if you set them. \(untouched)"
    )
  }

  var redirected: ConnectionExplanation {
    ConnectionExplanation(
      "Sent to another address",
      happening: "The server \(context.host) answered with another address."
        + words(of: "Reason"),
      evidence: "It answered \(status). Redirects are not followed, so that the \(sent) reaches "
        + "nobody else.",
      remedy: "Check \(addressSettings) if you set them, and whether this network asks "
        + "for a sign-in. \(untouched)"
    )
  }

  var offline: ConnectionExplanation {
    ConnectionExplanation(
      "Not checked",
      happening: "Attio was not asked.",
      evidence: "The check was made offline.",
      remedy: "Run attio-setup status without --offline to ask Attio."
    )
  }

  var notChecked: ConnectionExplanation {
    ConnectionExplanation(
      "Not checked",
      happening: "Attio could not be asked." + words(of: "Reason"),
      evidence: "The check ended before anything was sent.",
      remedy: connection.code == Connection.otherAPI
        ? "Name that API with --base-url. Where it was a sandbox that has ended, forget the workspace: "
          + "attio-setup workspaces remove"
        : "Remove the reason and \(again.lowercased()). \(untouched)"
    )
  }
}
