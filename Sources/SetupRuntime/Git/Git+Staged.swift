package import SetupCore

extension Git {
  /// Staged changes larger than this are not searched to the end: that is an error, not a pass.
  private static let stagedLimit = 2 * 1024 * 1024 * 1024

  /// Searches the lines that the index adds to the last commit.
  package func searchStaged(
    _ search: StagedSearch,
    in directory: String
  ) async throws(GitError) -> [StagedSearch.Found] {
    var result = try await fold(
      [
        "-c", "core.quotePath=false", "diff", "--cached", "--unified=0", "--text", "--no-color",
        "--no-ext-diff", "--no-textconv", "--no-renames", "--submodule=short",
        "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=d",
      ],
      in: directory,
      outputLimit: Self.stagedLimit,
      into: search
    ) { search, piece in
      search.take(piece)
      return .more
    }
    result.finish()
    return result.found
  }
}
