import SetupCore
import SystemPackage

extension Git {
  /// Tells whether git tracks an env file, or the file that it is a link to; false outside of a
  /// repository and without git.
  ///
  /// Throws where git is there and does not answer.
  func tracks(
    _ file: FileSnapshot,
    named name: String,
    in directory: String
  ) async throws(GitError) -> Bool {
    for place in candidates(for: file, named: name, in: directory) {
      do throws(GitError) {
        if try await isTracked(place.name, in: place.folder) { return true }
      } catch {
        guard try await liesInRepository(place) else { continue }
        throw error
      }
    }
    return false
  }

  /// Gives git's answer for an env file that it does not ignore, or whose link leads to a file
  /// that it does not ignore; nil where all is ignored, outside of a repository and without git.
  ///
  /// Throws where git is there and does not answer.
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
    var places: [TitledPlace] = []
    for place in candidates(for: file, named: name, in: directory) {
      if try await liesInRepository(place) { places.append(place) }
    }
    return places
  }

  private func liesInRepository(_ place: TitledPlace) async throws(GitError) -> Bool {
    switch try await availability(of: place.folder) {
    case .repository: return true
    case .noRepository, .missing: return false
    case .refused(let refusal): throw .refused(refusal)
    }
  }

  /// The file itself and, for a link, what it leads to, as far as their folders are there.
  private func candidates(
    for file: FileSnapshot,
    named name: String,
    in directory: String
  ) -> [TitledPlace] {
    let own = place(of: name, in: directory)
    var candidates = [TitledPlace(title: name, folder: own.folder, name: own.name)]
    if file.isLink, let last = FilePath(file.resolvedPath).lastComponent?.string {
      let target = TitledPlace(title: file.resolvedPath, folder: file.folder, name: last)
      candidates.append(target)
    }
    // A folder that is missing has no repository to ask.
    return candidates.filter { (try? FileStatus.following($0.folder))?.kind == .directory }
  }

  /// A place with the words by which the user knows it.
  private struct TitledPlace {
    var title: String
    var folder: String
    var name: String
  }
}
