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
      let answers = try await checkIgnore([place.name], in: place.folder)
      if let answer = answers.first(where: { !$0.isIgnored }) { return answer }
    }
    return nil
  }

  /// The name itself and, for a link, what it leads to, as far as they lie in a repository.
  private func places(
    of file: FileSnapshot,
    named name: String,
    in directory: String
  ) async throws(GitError) -> [Place] {
    var candidates = [Place(folder: directory, name: name)]
    if file.isLink, let last = FilePath(file.resolvedPath).lastComponent?.string {
      candidates.append(Place(folder: file.folder, name: last))
    }
    var places: [Place] = []
    for place in candidates {
      // A folder that is missing, or that a link's owner closed to us, has no repository to ask.
      guard (try? FileStatus.following(place.folder))?.kind == .directory else { continue }
      if case .repository = try await availability(of: place.folder) { places.append(place) }
    }
    return places
  }
}
