package import Ground

extension Git {
  /// The most of a history that is read in search of a secret, in bytes.
  private static let historyLimit = 64 * 1024 * 1024
  /// The shortest value that is searched for: a shorter one stands everywhere.
  private static let shortestSecret = 8

  /// Tells whether any commit that a branch, tag or stash leads to holds the file.
  package func wasEverCommitted(_ name: String, in directory: String) async throws(GitError) -> Bool
  {
    let place = place(of: name, in: directory)
    // --full-history: else a file that a side branch added and removed again is passed over.
    let arguments = [
      "--literal-pathspecs", "log", "--all", "--full-history", "--max-count=1", "--format=%H",
      "--no-show-signature", "--", place.name,
    ]
    return try success(await run(arguments, in: place.folder), "log").output.isEmpty == false
  }

  /// Tells whether commits are missing here, as a clone of some depth lacks them.
  package func isShallow(in directory: String) async throws(GitError) -> Bool {
    let arguments = ["rev-parse", "--is-shallow-repository"]
    return try success(await run(arguments, in: directory), "rev-parse").text == "true"
  }

  /// Looks for a secret in the files that git tracks, as they are in the folder and in the index.
  ///
  /// The value goes to git on standard input, never as an argument. Submodules are not searched.
  package func findsInTrackedFiles(
    _ secret: Secret,
    root: String
  ) async throws(GitError) -> SecretSearch {
    guard let needle = Self.needle(secret) else { return Self.notSearchable }
    var files: Set<String> = []
    for place in [[], ["--cached"]] {
      let arguments =
        ["grep", "--fixed-strings", "--text", "--files-with-matches", "--null", "--no-color"]
        + ["--full-name", "--no-recurse-submodules"] + place + ["-f", "-"]
      let answer = try await run(arguments, in: root, input: needle + [0x0A])
      // 1 says that nothing matched.
      guard answer.isSuccess || answer.status == .exited(1) else {
        throw .failed(command: "grep", text: answer.errorText)
      }
      files.formUnion(answer.output.split(separator: 0).map { SystemText.decoded($0) })
    }
    return files.isEmpty ? .absent : .found(files.sorted())
  }

  /// Looks for a secret in the messages and changes of all commits that a branch, tag or stash leads to.
  ///
  /// The differences are read here, so that the value is no argument of git. It ends after 64 MiB
  /// or ten seconds, the newest commits first; what a shallow clone lacks is not searched.
  package func findsInHistory(_ secret: Secret, root: String) async throws(GitError) -> SecretSearch
  {
    guard let needle = Self.needle(secret) else { return Self.notSearchable }
    let arguments = [
      "log", "--all", "-m", "--patch", "--unified=0", "--text", "--format=%B", "--no-color",
      "--no-ext-diff", "--no-textconv", "--no-renames", "--submodule=short",
      "--no-show-signature",
    ]
    do throws(GitError) {
      let search = try await fold(
        arguments,
        in: root,
        outputLimit: Self.historyLimit,
        into: StreamSearch(for: needle)
      ) { search, piece in
        search.take(piece)
        return search.isFound ? .enough : .more
      }
      return search.isFound ? .found([]) : .absent
    } catch .tool(.tooMuchOutput), .tool(.timedOut) {
      return .unknown("the history is too long to be searched as a whole")
    }
  }

  private static let notSearchable = SecretSearch.unknown(
    "the value is too short, or has a line end, and was not searched for"
  )

  private static func needle(_ secret: Secret) -> [UInt8]? {
    let bytes = Array(secret.reveal().utf8)
    let isOneLine = !bytes.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0 }
    return isOneLine && bytes.count >= shortestSecret ? bytes : nil
  }
}
