import Ground
import SetupCore

/// The page `docs/errors.md`, made of the tables that the program itself uses.
enum ErrorsPage {
  /// The whole page.
  static func text() async throws -> String {
    var parts = [beginning]
    parts.append(answerTable(try await rows(KnownAnswer.attio)))
    parts.append(requests)
    parts.append(afterAttio)
    parts.append(answerTable(try await rows(KnownAnswer.guide)))
    parts.append("Not Attio, but something on the way to it:")
    parts.append(answerTable(try await rows(KnownAnswer.between)))
    parts.append("While a workspace is connected by OAuth 2.0, from the token endpoint:")
    parts.append(answerTable(try await rows(KnownAnswer.exchange)))
    parts.append(refusedInBrowser)
    parts.append(exitCodes)
    parts.append(states)
    parts.append(failures)
    parts.append(refusals)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func rows(_ answers: [KnownAnswer]) async throws -> [String] {
    var rows: [String] = []
    for answer in answers {
      let state = try await answer.state()
      let words = [answer.type, answer.code].map { $0.map { "`\($0)`" } ?? "" }
      rows.append(
        "| \(answer.status) | \(words[0]) | \(words[1]) | \(answer.words) | "
          + "\(answer.call.rawValue) | [`\(state)`](#\(state)) |"
      )
    }
    return rows
  }

  private static func answerTable(_ rows: [String]) -> String {
    ([
      "| HTTP | `type` | `code` | `message`, or what came | Asked | State |",
      "|---|---|---|---|---|---|",
    ] + rows)
    .joined(separator: "\n")
  }

  private static let beginning = """
    # Something returns 403, and every other error

    ```sh
    attio-setup status
    ```

    names the one cause and its cure; `attio-setup help missing_scope` prints a name's entry in the terminal. This page
    lists all of them, in the program's own words: a test writes it from the tables that the program uses.

    | You have | Go to |
    |---|---|
    | 403 from a call that worked before, or works with another token | [`missing_scope`](#missing_scope) |
    | 403 that speaks of billing, a plan or a quota | [`plan_limit`](#plan_limit) |
    | 401 | [`unauthorized`](#unauthorized) |
    | 400 “Token was not recognised” | [`token_malformed`](#token_malformed) |
    | 200, and nothing works: `GET /v2/self` says `"active": false` | [`token_inactive`](#token_inactive) |
    | 429 | [`rate_limited`](#rate_limited) |
    | A certificate, a proxy, a name that cannot be looked up | [`tls_failure`](#tls_failure), \
    [`proxy_failure`](#proxy_failure), [`dns_failure`](#dns_failure) |
    | An error while a workspace is connected | [While a workspace is connected]\
    (#while-a-workspace-is-connected) |

    ## What came back, and what it means

    Attio uses the type `auth_error` with the code `unauthorized` for a token that it does not accept
    (401) and for a scope that the token lacks (403). So look at the HTTP status first: a key that gets
    a 403 is a good key.
    """

  private static let afterAttio = """
    Guides and other programs of Attio's word some of them differently, and these are understood, too:
    """

  private static let refusedInBrowser = """
    “Integration Not Available in this Workspace” stands on Attio's own page and sends no answer:
    [`nobody_came`](#nobody_came).
    """

  private static let exitCodes: String = {
    let meanings = [
      (ExitStatus.good, "done, or everything is good"),
      (ExitStatus.actionNeeded, "action is needed: the token, a scope, or a file that is unsafe"),
      (ExitStatus.unknown, "it could not be told: network, rate limit, a server error"),
      (ExitStatus.file, "a file could not be read or written; what had been written is named"),
      (ExitStatus.usage, "wrong usage"),
      (ExitStatus.left, "you left; the last line says whether anything was written"),
    ]
    let rows = meanings.map { "| \($0.0) | \($0.1) |" }
    let ending =
      "Ended by signal n, it is 128 + n. `run` and `workspaces export` end with the command's own."
    return (["## Exit codes", "", "| Code | Meaning |", "|---|---|"] + rows + ["", ending])
      .joined(separator: "\n")
  }()

  /// What happened, how it is known, what to do: one entry of the page.
  static func entry(
    _ title: String,
    _ paragraphs: [(label: String, text: String)]
  ) -> String {
    let texts = paragraphs.flatMap { ["", "\($0.label) \($0.text)"] }
    return (["**\(title).**"] + texts).flatMap { $0.wrapped(to: 110) }.joined(separator: "\n")
      // A browser would take <token> for a tag.
      .replacing("<", with: "\\<")
  }
}
