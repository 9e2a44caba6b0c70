import Ground
import SetupCore

/// Asks git whether the token, or the env file, ever got into a commit; says of what it does not learn
/// why.
struct HistoryReader: Sendable {
  let git: Git

  /// Asks about an env file, and about a token where there is one.
  func findings(
    of envFileName: String,
    in directory: String,
    root: String,
    token: Secret?
  ) async -> HistoryFindings {
    // Side by side, since each question is a process of its own.
    async let wasCommitted = answer { () async throws(GitError) -> Bool in
      try await git.wasEverCommitted(envFileName, in: directory)
    }
    async let isShallow = answer { () async throws(GitError) -> Bool in
      try await git.isShallow(in: directory)
    }
    let searched = await search(token, root: root)
    var findings = HistoryFindings()
    findings.filesWithToken = searched.files.files
    findings.isTokenCommitted = searched.commits.files.map { _ in searched.commits != .absent }
    findings.wasEnvFileCommitted = await wasCommitted.value
    findings.reason =
      await wasCommitted.reason ?? searched.files.reason ?? searched.commits.reason
    switch await isShallow {
    case .known(false): break
    case .known(true):
      findings.takeBackDenials(because: "this clone is shallow, older commits are not here")
    case .unknown(let reason): findings.takeBackDenials(because: reason)
    }
    return findings
  }

  private func search(
    _ token: Secret?,
    root: String
  ) async -> (files: SecretSearch, commits: SecretSearch) {
    guard let token, !token.isEmpty else { return (.absent, .absent) }
    async let files = answer { () async throws(GitError) -> SecretSearch in
      try await git.findsInTrackedFiles(token, root: root)
    }
    async let commits = answer { () async throws(GitError) -> SecretSearch in
      try await git.findsInHistory(token, root: root)
    }
    return (await files.search, await commits.search)
  }

  /// What git said, or why it did not.
  fileprivate enum Answer<Value: Sendable>: Sendable {
    case known(Value)
    case unknown(String)

    var value: Value? {
      guard case .known(let value) = self else { return nil }
      return value
    }

    var reason: String? {
      guard case .unknown(let reason) = self else { return nil }
      return reason
    }
  }

  private func answer<Value: Sendable>(
    _ question: () async throws(GitError) -> Value
  ) async -> Answer<Value> {
    do throws(GitError) {
      return .known(try await question())
    } catch {
      return .unknown(error.refusal.reason)
    }
  }
}

extension HistoryReader.Answer<SecretSearch> {
  fileprivate var search: SecretSearch {
    switch self {
    case .known(let search): search
    case .unknown(let reason): .unknown(reason)
    }
  }
}

extension HistoryFindings {
  /// What was not found in a part of the history is not known of the whole.
  fileprivate mutating func takeBackDenials(because cause: String) {
    if wasEnvFileCommitted == false { wasEnvFileCommitted = nil }
    if isTokenCommitted == false { isTokenCommitted = nil }
    reason = reason ?? cause
  }
}

extension SecretSearch {
  /// The files with the secret, none where it stands nowhere; nil where that is not known.
  fileprivate var files: [String]? {
    switch self {
    case .found(let files): files
    case .absent: []
    case .unknown: nil
    }
  }

  fileprivate var reason: String? {
    guard case .unknown(let reason) = self else { return nil }
    return reason
  }
}
