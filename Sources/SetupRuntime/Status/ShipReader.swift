import Ground
internal import SetupCore
internal import SystemPackage

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Reads what decides whether the env file gets into a container image or a package.
///
/// What cannot be read counts as absent: a warning too many is better than one too few.
struct ShipReader {
  /// The largest of these files that is read, in bytes: 1 MiB.
  private static let limit = 1024 * 1024

  /// How many folders above the package are searched for the root of its workspace.
  private static let depth = 6

  private let directory: String
  private let names: [String]

  init(_ directory: String) {
    self.directory = directory
    names = (try? FolderListing.names(in: directory)) ?? []
  }

  var findings: ShipFindings {
    ShipFindings(images: images, package: package)
  }

  private var images: [ImageBuild] {
    names.filter(Self.buildsImage).map { name in
      // BuildKit and Podman look for a build's own ignore file first.
      let own = "\(name).dockerignore"
      let shared = names.contains(".containerignore") && name.hasPrefix("Containerfile")
      let usual = shared ? ".containerignore" : ".dockerignore"
      let ignoreFile = names.contains(own) ? own : usual
      return ImageBuild(name: name, ignoreFile: ignoreFile, rules: content(of: ignoreFile))
    }
  }

  private static func buildsImage(_ name: String) -> Bool {
    let isBuild = ["Dockerfile", "Containerfile"].contains { word in
      name == word || name.hasPrefix("\(word).")
        || name.lowercased().hasSuffix(".\(word.lowercased())")
    }
    return isBuild && !name.hasSuffix(".dockerignore")
  }

  private var package: NodePackage? {
    guard let package = manifest, package.name != nil, !package.isPrivate else { return nil }
    var result = NodePackage(
      files: package.files,
      npmIgnore: content(of: ".npmignore"),
      gitIgnore: content(of: ".gitignore")
    )
    result.outerIgnores = outerIgnores
    return result
  }

  /// The ignore files between the root of an npm workspace and the package.
  private var outerIgnores: [FileContent] {
    var ignores: [FileContent] = []
    var folder = FilePath(directory)
    for _ in 0..<Self.depth {
      guard folder.removeLastComponent() else { return [] }
      let reader = ShipReader(folder.string)
      if let rules = reader.content(of: ".npmignore") ?? reader.content(of: ".gitignore") {
        ignores.insert(rules, at: 0)
      }
      if reader.manifest?.declaresWorkspaces == true { return ignores }
    }
    return []
  }

  private var manifest: Manifest? {
    content(of: "package.json").flatMap {
      try? JSONDecoder().decode(Manifest.self, from: Data($0.bytes))
    }
  }

  private func content(of name: String) -> FileContent? {
    guard names.contains(name),
      let file = try? FileReader.snapshot(of: "\(directory)/\(name)", limit: Self.limit),
      file.kind == .file
    else { return nil }
    return file.content
  }
}

/// What of `package.json` decides; npm publishes nothing without a name.
private struct Manifest: Decodable {
  var name: String?
  var isPrivate: Bool
  var files: [String]?
  var declaresWorkspaces: Bool

  private enum Key: String, CodingKey {
    case name
    case isPrivate = "private"
    case files
    case workspaces
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    name = try? container.decode(String.self, forKey: .name)
    isPrivate = (try? container.decode(Bool.self, forKey: .isPrivate)) ?? false
    declaresWorkspaces = container.contains(.workspaces)
    files = try? container.decode([String].self, forKey: .files)
  }
}
