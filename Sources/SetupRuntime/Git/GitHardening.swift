/// What every question to git is given, so that a repository which somebody else made starts nothing.
///
/// A repository's own configuration names programs: for signatures, the file system's watch, hooks,
/// connections, differences. Options on the command line beat every configuration file. What they
/// cannot switch off, a filter whose name the repository chose, is never reached: no question is
/// asked for which git has to read a file of the folder through one.
enum GitHardening {
  /// The options before the command.
  static let options: [String] =
    ["--no-pager"]
    + [
      // Git 2.38 and later; `RepositorySearch` does the same for older ones.
      "safe.bareRepository=explicit",
      "log.showSignature=false",
      "gpg.program=false",
      "core.hooksPath=/dev/null",
      "core.fsmonitor=false",
      "core.sshCommand=false",
      "core.gitProxy=false",
      "core.alternateRefsCommand=false",
      "protocol.allow=never",
      "diff.ignoreSubmodules=all",
      // Messages in another encoding would hide what is searched for.
      "i18n.logOutputEncoding=UTF-8",
      // `-m` shows a merge against each of its parents, whatever is set.
      "log.diffMerges=separate",
    ].flatMap { ["-c", $0] }

  /// The user's variables, without those that would point git to another repository.
  static func environment(from variables: [String: String]) -> [String: String] {
    var environment = variables
    // `git rev-parse --local-env-vars`: a hook that starts us has them set.
    for name in [
      "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
      "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE",
      "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
      "GIT_LITERAL_PATHSPECS", "GIT_TRACE", "GIT_EXTERNAL_DIFF", "GIT_CONFIG",
    ] {
      environment[name] = nil
    }
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["GIT_TERMINAL_PROMPT"] = "0"
    // Objects that a partial clone lacks are not fetched. `protocol.allow` alone would be beaten by
    // a `protocol.ext.allow` of the repository; this list, which allows nothing, is not.
    environment["GIT_NO_LAZY_FETCH"] = "1"
    environment["GIT_ALLOW_PROTOCOL"] = ""
    environment["LC_ALL"] = "C"
    return environment
  }
}
