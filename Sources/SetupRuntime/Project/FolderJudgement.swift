import SetupCore
import SystemPackage

/// What is suspicious about a folder, and which folders are offered instead.
struct FolderJudgement {
  /// The most folders that are offered.
  private static let offerLimit = 8

  var concerns: [FolderConcern] = []
  var offers: [FolderOffer] = []

  /// Judges a folder; `root` is the top of its repository, nil outside one.
  init(of markers: ProjectMarkers, home: String, root: String?) {
    let folder = Self.real(markers.folder)
    if folder == "/" { concerns.append(.root) }
    if folder == Self.real(home) { concerns.append(.home) }
    if !markers.isProject { concerns.append(.noMarker) }
    if let root, Self.real(root) != folder {
      judgeSubfolder(markers, top: ProjectMarkers(root))
    } else if concerns.allSatisfy({ $0 == .noMarker }) {
      judgeTop(markers)
    }
  }

  private mutating func judgeSubfolder(_ markers: ProjectMarkers, top: ProjectMarkers) {
    guard top.isProject else { return }
    concerns.append(.subfolder(ofRepository: top.folder))
    if !markers.isProject, let around = Self.projectAround(markers.folder, below: top.folder) {
      offers.append(FolderOffer(path: around, reason: "the project around this folder"))
    }
    offers.append(FolderOffer(path: top.folder, reason: "the top of this repository"))
  }

  /// The nearest project above a folder that is not yet the top of the repository.
  private static func projectAround(_ folder: String, below top: String) -> String? {
    var path = FilePath(real(folder)).removingLastComponent()
    while path.string.hasPrefix(real(top) + "/") {
      if ProjectMarkers(path.string).isProject { return path.string }
      path = path.removingLastComponent()
    }
    return nil
  }

  private mutating func judgeTop(_ markers: ProjectMarkers) {
    let below = markers.projectsBelow()
    guard markers.declaresWorkspaces || below.count > 1 || (!markers.isProject && !below.isEmpty)
    else { return }
    if markers.declaresWorkspaces || below.count > 1 { concerns.append(.monorepo) }
    offers += below.prefix(Self.offerLimit).map { project in
      let kind = project.language.map { "a \($0.rawValue) project" } ?? "a project"
      return FolderOffer(path: project.folder, reason: "\(kind) in this folder")
    }
  }

  private static func real(_ path: String) -> String {
    (try? LinkResolver.realPath(path)) ?? path
  }
}
