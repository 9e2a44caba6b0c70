import Ground
import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Finds the repository that git would take for a folder, by git's own rules, and tells whether it
/// is one that somebody planted among a project's files.
///
/// Git looks in the folder and then in those above it, for a `.git` and for a folder that is itself a
/// repository. The latter may have come with a clone, its configuration included, and git before
/// 2.38 cannot be told to pass it over. So this is looked for before git is asked anything.
struct RepositorySearch {
  /// What was found.
  enum Finding: Equatable {
    /// No folder up to the top holds a repository.
    case nothing
    /// The folder with this `.git`, a folder or a link to one.
    case dotGit(String)
    /// What git would take may not be asked.
    case refused(GitRefusal)
  }

  private let environment: [String: String]

  /// Searches with the variables that git would have.
  init(environment: [String: String]) {
    self.environment = environment
  }

  /// Searches from a folder upwards.
  func find(from directory: String) -> Finding {
    guard let start = (try? LinkResolver.realPath(directory)) ?? nil,
      let device = try? FileStatus.following(start).identity.device
    else { return .nothing }
    let ceilings = Set((environment["GIT_CEILING_DIRECTORIES"] ?? "").split(separator: ":"))
    var folder = FilePath(start)
    while true {
      if let finding = Self.finding(at: folder) { return finding }
      let above = folder.removingLastComponent()
      guard above != folder, !ceilings.contains(Substring(above.string)),
        isReached((try? FileStatus.following(above.string))?.identity.device, from: device)
      else { return .nothing }
      folder = above
    }
  }

  /// Git stays on the file system that it begins on.
  private func isReached(_ device: UInt64?, from start: UInt64) -> Bool {
    device == start || environment["GIT_DISCOVERY_ACROSS_FILESYSTEM"] != nil
  }

  private static func finding(at folder: FilePath) -> Finding? {
    let dotGit = folder.appending(".git")
    switch (try? FileStatus.following(dotGit.string))?.kind {
    case .directory where !isEmpty(dotGit):
      guard isRepository(dotGit) else {
        return .refused(isReadable(dotGit) ? .damaged(dotGit.string) : .unreadable(dotGit.string))
      }
      let target = ((try? LinkResolver.realPath(dotGit.string)) ?? nil) ?? dotGit.string
      let isLink = (try? FileStatus.ofLink(dotGit.string))?.isLink == true
      if isLink, let refusal = planted(FilePath(target), link: dotGit) { return .refused(refusal) }
      return .dotGit(dotGit.string)
    case .file:
      return judgeLink(dotGit)
    default:
      return isRepository(folder) ? .refused(embedded(folder)) : nil
    }
  }

  private static func isEmpty(_ folder: FilePath) -> Bool {
    (try? FolderListing.names(in: folder.string, limit: 1).isEmpty) == true
  }

  private static func isReadable(_ folder: FilePath) -> Bool {
    (try? FileCalls.current.access(folder.string, R_OK | X_OK)) != nil
  }

  /// Whether git would take the folder itself for a repository.
  private static func isRepository(_ folder: FilePath) -> Bool {
    guard (try? FileStatus.ofLink(folder.appending("HEAD").string)) != nil else { return false }
    // A worktree's has the rest elsewhere, where this file says.
    if (try? FileStatus.following(folder.appending("commondir").string)) != nil { return true }
    return ["objects", "refs"].allSatisfy { name in
      (try? FileStatus.following(folder.appending(name).string))?.kind == .directory
    }
  }

  private static func embedded(_ folder: FilePath) -> GitRefusal {
    GitRefusal(
      reason: "\(folder.string) is itself a git repository without files of its own (a bare one), "
        + "and may have come with somebody's files",
      remedy:
        "Set up the project's own folder instead. If you did not make this repository, delete it.",
      isPlanted: true
    )
  }
}

// MARK: - A .git that is a file

extension RepositorySearch {
  /// Judges a `.git` file, as linked worktrees and submodules have one.
  private static func judgeLink(_ dotGit: FilePath) -> Finding {
    guard let file = try? FileReader.snapshot(of: dotGit.string, limit: 64 * 1024),
      let named = String(validating: file.content.bytes, as: UTF8.self)?.gitFolder
    else { return .dotGit(dotGit.string) }
    let path = dotGit.removingLastComponent().pushing(FilePath(named))
    guard let target = (try? LinkResolver.realPath(path.string)) ?? nil else {
      // Git says itself that the repository is gone.
      return .dotGit(dotGit.string)
    }
    if let refusal = planted(FilePath(target), link: dotGit, isRelative: !named.hasPrefix("/")) {
      return .refused(refusal)
    }
    return .dotGit(dotGit.string)
  }

  /// Tells whether a repository that a `.git` leads to lies among somebody's files.
  ///
  /// Git keeps those of submodules and of worktrees in a `.git` folder, which no clone brings along. A
  /// worktree of a repository that lies elsewhere is known by the way back that git wrote there.
  private static func planted(
    _ target: FilePath,
    link: FilePath,
    isRelative: Bool = false
  ) -> GitRefusal? {
    guard !target.components.contains(".git"), !leadsBack(target, to: link) else { return nil }
    guard isRelative || isInWorkTree(target) else { return nil }
    return GitRefusal(
      reason: "\(link.string) leads to a repository among the project's files, \(target.string), "
        + "which may have come with somebody's files",
      remedy: "If you did not put it there, delete \(link.string).",
      isPlanted: true
    )
  }

  /// Whether the folder of a linked worktree names this `.git` file.
  private static func leadsBack(_ target: FilePath, to link: FilePath) -> Bool {
    guard
      let file = try? FileReader.snapshot(of: target.appending("gitdir").string, limit: 64 * 1024),
      let named = String(validating: file.content.bytes, as: UTF8.self)?.withoutLineEnd
    else { return false }
    let back = target.pushing(FilePath(named))
    return (try? LinkResolver.realPath(back.string)) ?? nil == link.string
  }

  /// Whether a folder above has a `.git` of its own, so that its files are what lies in it.
  private static func isInWorkTree(_ target: FilePath) -> Bool {
    var folder = target
    while folder.removeLastComponent() {
      if (try? FileStatus.ofLink(folder.appending(".git").string)) != nil { return true }
    }
    return false
  }
}

extension GitRefusal {
  /// There is a `.git` that this user may not look into.
  static func unreadable(_ path: String) -> GitRefusal {
    GitRefusal(
      reason: "you may not read \(path), so git says nothing of the project's files",
      remedy: "Run it as the user whom \(path) belongs to, or change its permissions."
    )
  }

  /// There is a `.git`, and git looks further up or finds nothing.
  static func damaged(_ path: String) -> GitRefusal {
    GitRefusal(
      reason: "git does not take \(path) for a repository, so it may be damaged",
      remedy: "Mend \(path), or delete it if it is no repository."
    )
  }
}

extension String {
  /// What a `.git` file names, nil where it is none.
  fileprivate var gitFolder: String? {
    hasPrefix("gitdir: ") ? String(dropFirst("gitdir: ".count)).withoutLineEnd : nil
  }

  fileprivate var withoutLineEnd: String {
    var text = Substring(self)
    while let last = text.unicodeScalars.last, last == "\n" || last == "\r" {
      text = Substring(text.unicodeScalars.dropLast())
    }
    return String(text)
  }
}
