import Ground
import SetupCore
import SystemPackage

/// Tells what a folder is by the files in it; looks at names, one level deep at most.
struct ProjectMarkers {
  private static let languages: [(file: String, language: ProjectLanguage)] = [
    ("package.json", .javascript),
    ("pyproject.toml", .python),
    ("requirements.txt", .python),
    ("Gemfile", .ruby),
    ("go.mod", .go),
    ("Package.swift", .swift),
    ("mix.exs", .elixir),
    ("composer.json", .php),
    ("Cargo.toml", .rust),
  ]
  /// Marks of a project whose language is not known here.
  private static let others = [
    "Makefile", "Dockerfile", "docker-compose.yml", "compose.yaml", "pom.xml", "build.gradle",
    "build.gradle.kts", "setup.py", "Pipfile", "deno.json", "pubspec.yaml", "CMakeLists.txt",
  ]
  /// The most subfolders that are looked into.
  private static let subfolderLimit = 200

  let folder: String
  let names: [String]

  init(_ folder: String) {
    self.folder = folder
    names = (try? FolderListing.names(in: folder)) ?? []
  }

  /// The language, by the first marker found.
  var language: ProjectLanguage? {
    let language = Self.languages.first { names.contains($0.file) }?.language
    return language == .javascript && names.contains("tsconfig.json") ? .typescript : language
  }

  /// Whether a file marks the folder as a project.
  var isProject: Bool {
    language != nil || Self.others.contains { names.contains($0) }
      || names.contains { $0.hasSuffix(".csproj") || $0.hasSuffix(".sln") }
  }

  /// Whether a file says that several projects live below.
  var declaresWorkspaces: Bool {
    let declaring = ["pnpm-workspace.yaml", "go.work", "lerna.json", "turbo.json", "nx.json"]
    return declaring.contains { names.contains($0) }
      || holds("\"workspaces\"", in: "package.json") || holds("[workspace]", in: "Cargo.toml")
  }

  /// The projects directly below, and below the folders where monorepos keep theirs.
  func projectsBelow() -> [ProjectMarkers] {
    let hidden = ["node_modules", "vendor", "target", "build", "dist"]
    var found: [ProjectMarkers] = []
    for name in names.prefix(Self.subfolderLimit)
    where !name.hasPrefix(".") && !hidden.contains(name) {
      guard let below = ProjectMarkers.ifFolder(FilePath(folder).appending(name)) else { continue }
      if below.isProject { found.append(below) }
      if ["packages", "apps", "services", "crates"].contains(name) {
        found += below.names.prefix(Self.subfolderLimit)
          .compactMap { Self.ifFolder(FilePath(below.folder).appending($0)) }
          .filter(\.isProject)
      }
    }
    return found
  }

  private static func ifFolder(_ path: FilePath) -> ProjectMarkers? {
    guard (try? FileStatus.ofLink(path.string))?.kind == .directory else { return nil }
    return ProjectMarkers(path.string)
  }

  private func holds(_ part: String, in name: String) -> Bool {
    text(of: name)?.contains(part) ?? false
  }

  /// The text of a manifest in the folder; nil where it is not there or too large for one.
  func text(of name: String) -> String? {
    guard names.contains(name),
      let file = try? FileReader.snapshot(
        of: FilePath(folder).appending(name).string,
        limit: 1024 * 1024
      )
    else { return nil }
    return String(decoding: file.content.bytes, as: UTF8.self)
  }
}
