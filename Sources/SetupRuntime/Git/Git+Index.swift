import Ground
import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

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
    let lines = answer.output.split(separator: 0).map { SystemText.decoded($0) }
    return lines.isEmpty ? nil : IndexEntry(lines: lines)
  }

  /// Takes a file out of the index and leaves it in the folder, as `git rm --cached` does.
  package func removeFromIndex(_ name: String, in directory: String) async throws(GitError) {
    guard let entry = try await indexEntry(of: name, in: directory),
      let removal = entry.removal
    else {
      throw .failed(command: "update-index", text: "\(name) is not in the index")
    }
    try await changeIndex([removal], for: place(of: name, in: directory))
  }

  /// Puts back what `indexEntry(of:in:)` gave before the file was taken out of the index.
  package func restore(
    _ entry: IndexEntry,
    of name: String,
    in directory: String
  ) async throws(GitError) {
    try await changeIndex(entry.lines, for: place(of: name, in: directory))
  }

  /// Changes the index by lines of `git update-index --index-info`.
  ///
  /// `git rm` looks whether a file has changed, and whatever writes an index does so where times are
  /// too close; either reads files through a filter that the repository may have chosen. So git is told
  /// that the files are elsewhere, in a folder that is empty.
  private func changeIndex(_ lines: [String], for place: Place) async throws(GitError) {
    try await confirmNames(in: place.folder)
    let asked = try await run(["rev-parse", "--absolute-git-dir"], in: place.folder)
    let folder = try success(asked, "rev-parse").text
    let empty: EmptyFolder
    do throws(Errno) {
      empty = try EmptyFolder()
    } catch {
      throw .tool(.failed(program: "git", reason: "no folder could be made for it (\(error))"))
    }
    let arguments = [
      "--git-dir=\(folder)", "--work-tree=\(empty.path)", "update-index", "-z", "--index-info",
    ]
    let input = lines.flatMap { line in SystemText.bytes(line) + [UInt8(0)] }
    try success(await run(arguments, in: empty.path, input: input), "update-index")
  }
}

extension Git {
  private static let indexLimit = 256 * 1024 * 1024

  /// Git takes an index's names as they are: one that leads out of the empty folder would be read.
  private func confirmNames(in directory: String) async throws(GitError) {
    let names = try await fold(
      ["ls-files", "--full-name", "-z", "--", ":/"],
      in: directory,
      outputLimit: Self.indexLimit,
      into: [UInt8]()
    ) { names, piece in
      names += piece
      return .more
    }
    let strange = names.split(separator: 0).first { name in
      name.first == UInt8(ascii: "/")
        || name.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
    }
    guard let strange else { return }
    throw .refused(
      GitRefusal(
        reason: "git's index holds a name that leads out of the repository, "
          + String(decoding: strange, as: UTF8.self),
        remedy: "Git never writes such an index: clone the repository anew."
      )
    )
  }
}

extension IndexEntry {
  /// The line that takes the entry out again: `0`, its object and its path.
  fileprivate var removal: String? {
    guard let line = lines.first, let tab = line.firstIndex(of: "\t") else { return nil }
    let words = line[..<tab].split(separator: " ")
    return words.count == 3 ? "0 \(words[1])\(line[tab...])" : nil
  }
}

/// A folder with nothing in it, which is gone with the value.
private struct EmptyFolder: ~Copyable {
  let path: String

  init() throws(Errno) {
    var template = Array("/tmp/attio-setup-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { rmdir(path) }
}
