import Ground

/// Whether the token, or the env file, ever got into a commit.
enum GitHistoryCheck {
  static func check(_ findings: StatusFindings) -> Check {
    if let reason = GitAvailability.obstacle(.gitHistory, findings) { return reason }
    let history = findings.history
    if let exposure = exposure(history) {
      return Check(.gitHistory, .fail, exposure, remedy: rotation(findings))
    }
    let hasToken = findings.checked?.value.isEmpty == false
    let isSearched = history.isTokenCommitted == false && history.filesWithToken == []
    if history.wasEnvFileCommitted == true {
      return Check(
        .gitHistory,
        .warn,
        "\(findings.envFileName) stood in a commit once. "
          + (isSearched
            ? "The token in use was not found there."
            : "Whether the token in use did, too, is not known\(because(history))."),
        remedy: findings.isStored
          ? "Replace the client secret where it stood in it, at build.attio.com: commits keep it."
          : "Delete every token that stood in it, in the dashboard: commits keep it."
      )
    }
    guard history.wasEnvFileCommitted == false, isSearched || !hasToken else {
      return Check(
        .gitHistory,
        .unknown,
        "Git did not say whether the token was ever committed\(because(history)).",
        remedy: "Run “git log --all -- \(findings.envFileName)” to look for yourself."
      )
    }
    return Check(
      .gitHistory,
      .pass,
      hasToken
        ? "No commit and no tracked file holds the token."
        : "\(findings.envFileName) was never committed."
    )
  }

  private static func because(_ history: HistoryFindings) -> String {
    history.reason.map { ": \(SafeText.cleaned($0))" } ?? ""
  }

  private static func exposure(_ history: HistoryFindings) -> String? {
    let files = (history.filesWithToken ?? []).map { SafeText.cleaned($0, limit: 80) }
    if let first = files.first {
      let more = files.count == 1 ? "" : " and \(files.count - 1) more"
      return "The token in use stands in a file that git tracks: \(first)\(more)."
    }
    return history.isTokenCommitted == true ? "The token in use stands in a commit." : nil
  }

  private static func rotation(_ findings: StatusFindings) -> String {
    (findings.isStored
      ? "Replace the token: uninstall the app in the workspace's settings, which ends the token, "
        + "and connect the workspace again with attio-setup connect. "
      : "Replace the token: create a new one at \(findings.guide.tokensURL), put it into "
        + "\(findings.envFileName) with attio-setup, and delete the old one in the dashboard. ")
      + "Removing it from the history is not enough where others have a copy."
  }
}
