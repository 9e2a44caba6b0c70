/// What git's index holds for one file, as `git update-index --index-info` takes it back.
package struct IndexEntry: Equatable, Sendable, Codable {
  /// The lines of `git ls-files --stage`, more than one during a conflict.
  package var lines: [String]

  /// Collects the lines.
  package init(lines: [String]) {
    self.lines = lines
  }
}

extension Git {
  /// Tells whether the index holds a file, whether or not the file is there.
  package func isTracked(_ name: String, in directory: String) async throws(GitError) -> Bool {
    try await indexEntry(of: name, in: directory) != nil
  }

  /// Gives what the index holds for a file, with its path from the top; nil for an untracked one.
  package func indexEntry(
    of name: String,
    in directory: String
  ) async throws(GitError) -> IndexEntry? {
    let place = place(of: name, in: directory)
    let arguments = [
      "--literal-pathspecs", "ls-files", "--stage", "--full-name", "-z", "--", place.name,
    ]
    let answer = try success(await run(arguments, in: place.folder), "ls-files")
    let lines = answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return lines.isEmpty ? nil : IndexEntry(lines: lines)
  }

  /// Takes a file out of the index and leaves it in the folder.
  package func removeFromIndex(_ name: String, in directory: String) async throws(GitError) {
    let place = place(of: name, in: directory)
    let arguments = ["--literal-pathspecs", "rm", "--cached", "--quiet", "--", place.name]
    try success(await run(arguments, in: place.folder), "rm --cached")
  }

  /// Puts back what `indexEntry(of:in:)` gave before the file was taken out of the index.
  package func restore(
    _ entry: IndexEntry,
    of name: String,
    in directory: String
  ) async throws(GitError) {
    let place = place(of: name, in: directory)
    let input = entry.lines.flatMap { line in [UInt8](line.utf8) + [UInt8(0)] }
    let arguments = ["update-index", "-z", "--index-info"]
    try success(await run(arguments, in: place.folder, input: input), "update-index")
  }
}
