import Ground

extension Git {
  /// The files of a folder that git tracks, and those that it neither tracks nor ignores, relative to
  /// the folder.
  func sourceFiles(in directory: String, limit: Int) async throws(GitError) -> [String] {
    let list = try await fold(
      ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"],
      in: directory,
      outputLimit: limit,
      into: [UInt8]()
    ) { bytes, piece in
      bytes += piece
      return .more
    }
    return list.split(separator: 0).map { SystemText.decoded($0) }
  }
}
