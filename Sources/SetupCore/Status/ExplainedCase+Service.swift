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

  /// Whether Attio's words are about a query's score, and not about how many requests came.
  var isTooComplex: Bool {
    let words = ((connection.code ?? "") + " " + (connection.message ?? "")).lowercased()
    return words.contains("score") || words.contains("complex")
  }

  /// A wait does not help where the query is over the limit for one.
  var tooComplex: ConnectionExplanation {
    ConnectionExplanation(
      "The query is too complex",
      happening: "Attio refuses this query because of its score." + words(of: "Attio says"),
      evidence: "It answered \(status). A query over the limit gets that however often it is sent.",
      remedy: "Simplify the query: fewer filters, fewer sorts, fewer records in one call. "
        + untouched
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
