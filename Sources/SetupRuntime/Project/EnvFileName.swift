import SystemPackage

/// Knows the names of env files and the order in which loaders prefer them.
enum EnvFileName {
  /// The env file where nothing else decides.
  static let standard = ".env"
  /// The example, which holds no values.
  static let example = ".env.example"

  /// Sorts out the env files among a folder's names: `.env.local`, `.env`, then the others.
  static func candidates(among names: [String]) -> [String] {
    let preferred = [".env.local", ".env"].filter(names.contains)
    let others = names.filter { name in
      name.hasPrefix(".env.") && !preferred.contains(name) && !isExample(name)
        && TemporaryFileName.purpose(of: name) == nil
    }
    return preferred + others
  }

  /// Whether a file shows which variables there are, and holds none.
  static func isExample(_ name: String) -> Bool {
    let words = name.split(separator: ".")
    return ["example", "sample", "template", "dist", "defaults"].contains { words.contains($0) }
  }

  /// Whether a name can be that of a file; it may lead out of the project, or be absolute.
  static func isUsable(_ name: String) -> Bool {
    !name.isEmpty && !name.hasSuffix("/") && !name.utf8.contains(0)
  }

  /// The absolute path of a name that is relative to a folder.
  static func path(of name: String, in directory: String) -> String {
    FilePath(directory).pushing(FilePath(name)).string
  }
}
