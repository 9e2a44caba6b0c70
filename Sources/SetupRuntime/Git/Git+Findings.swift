import SetupCore
import SystemPackage

extension Git {
  /// Tells whether git tracks an env file, or the file that it is a link to; false where git
  /// cannot be asked.
  func tracks(
    _ file: FileSnapshot,
    named name: String,
    in directory: String
  ) async throws(GitError) -> Bool {
    for place in try await places(of: file, named: name, in: directory) {
      if try await isTracked(place.name, in: place.folder) { return true }
    }
    return false
  }

  /// Gives git's answer for an env file that it does not ignore, or whose link leads to a file
  /// that it does not ignore; nil where all is ignored or git cannot be asked.
  func exposure(
    of file: FileSnapshot,
    named name: String,
    in directory: String
  ) async throws(GitError) -> IgnoreAnswer? {
    for place in try await places(of: file, named: name, in: directory) {
      for var answer in try await checkIgnore([place.name], in: place.folder)
      where !answer.isIgnored {
        answer.name = place.title
        return answer
      }
    }
    return nil
  }

  /// The file itself and, for a link, what it leads to, as far as they lie in a repository.
  private func places(
    of file: FileSnapshot,
    named name: String,
    in directory: String
  ) async throws(GitError) -> [TitledPlace] {
    let own = place(of: name, in: directory)
    var candidates = [TitledPlace(title: name, folder: own.folder, name: own.name)]
    if file.isLink, let last = FilePath(file.resolvedPath).lastComponent?.string {
      let target = TitledPlace(title: file.resolvedPath, folder: file.folder, name: last)
      candidates.append(target)
    }
    var places: [TitledPlace] = []
    for place in candidates {
      // A folder that is missing has no repository to ask.
      guard (try? FileStatus.following(place.folder))?.kind == .directory else { continue }
      if case .repository = try await availability(of: place.folder) { places.append(place) }
    }
    return places
  }

  /// A place with the words by which the user knows it.
  private struct TitledPlace {
    var title: String
    var folder: String
    var name: String
  }
}
