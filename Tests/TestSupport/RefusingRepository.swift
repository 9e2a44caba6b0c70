/// A repository that is there and about which git tells nothing, made by `script` in the current folder.
///
/// Its `.env` is tracked.
package enum RefusingRepository: String, CaseIterable, Sendable {
  /// It belongs to another user.
  case otherOwner
  /// It is a linked worktree of a repository that is gone.
  case lostWorktree
  /// Its index is cut.
  case damagedIndex
  /// Its configuration cannot be read.
  case damagedConfiguration
  /// Its format is newer than this git.
  case newerFormat
  /// It calls itself bare by accident.
  case bareByAccident
  /// It lacks its `HEAD`, so that git takes it for none.
  case damagedHead
  /// The same, in a folder of another repository, for which git answers.
  case damagedHeadInside

  /// The commands that make it.
  package var script: String {
    switch self {
    case .otherOwner: Self.base
    case .lostWorktree: Self.base + "rm -r .git; echo 'gitdir: /nowhere/.git/worktrees/x' > .git\n"
    case .damagedIndex: Self.base + "printf DIRC > .git/index\n"
    case .damagedConfiguration: Self.base + "echo '[core' >> .git/config\n"
    case .newerFormat: Self.base + "git config core.repositoryFormatVersion 99\n"
    case .bareByAccident: Self.base + "git config core.bare true\n"
    case .damagedHead: Self.base + "rm .git/HEAD\n"
    case .damagedHeadInside: Self.base + "git init -q ..; rm .git/HEAD\n"
    }
  }

  /// The variables besides that git runs with.
  package var environment: [String: String] {
    // Git's own tests make it take every repository for somebody else's.
    self == .otherOwner ? ["GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"] : [:]
  }

  /// A part of git's words.
  package var reason: String {
    switch self {
    case .otherOwner: "dubious ownership"
    case .lostWorktree: "not a git repository: /nowhere"
    case .damagedIndex: "index file"
    case .damagedConfiguration: "bad config line"
    case .newerFormat: "repo version"
    case .bareByAccident: "must be run in a work tree"
    case .damagedHead, .damagedHeadInside: "does not take"
    }
  }

  /// A part of what is to be done.
  package var remedy: String {
    switch self {
    case .otherOwner: "git config --global --add safe.directory"
    case .lostWorktree: "git worktree repair"
    case .damagedIndex: "git reset"
    case .damagedConfiguration: "Mend that line"
    case .newerFormat: "Update git"
    case .bareByAccident: "git config core.bare false"
    case .damagedHead, .damagedHeadInside: "Mend"
    }
  }

  private static let base = """
    git init -q
    echo ATTIO_API_KEY=old > .env; echo '{}' > package.json
    git add --all; git commit -q -m All

    """
}
