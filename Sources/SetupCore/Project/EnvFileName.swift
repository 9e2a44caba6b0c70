/// Knows the names of env files.
package enum EnvFileName {
  /// The env file where nothing else decides.
  package static let standard = ".env"
  /// The example, which holds no values.
  package static let example = ".env.example"
  /// The file of direnv, which hands variables to the shell.
  package static let direnv = ".envrc"

  /// Whether a file shows which variables there are, and holds none.
  package static func isExample(_ name: String) -> Bool {
    let words = name.split(separator: ".")
    return ["example", "sample", "template", "dist", "defaults"].contains { words.contains($0) }
  }

  /// Whether a file in the project's folder is an env file by its name, a backup of one included.
  package static func isEnvLike(_ name: String) -> Bool {
    // Emacs keeps what was not saved in "#.env#".
    let name = (name.hasPrefix("#") ? String(name.dropFirst()) : name).lowercased()
    if name.hasSuffix(".env") || backups.contains(name) { return true }
    return [".env", direnv, ".flaskenv", ".dev.vars"].contains { start in
      // ".environment" and ".envoy.yaml" are something else.
      name.hasPrefix(start) && name.dropFirst(start.count).first.map { !$0.isLetter } ?? true
    }
  }

  private static let backups = ["env", "env.bak", "env.old", "env.save", "env.orig", "env~"]

  /// Why a file is not taken for an env file.
  package enum Refusal: Equatable, Sendable {
    /// It belongs to git.
    case git
    /// Its name ends like that of another kind of file.
    case name(ending: String)
    /// This line of it is none of an env file.
    case content(line: Int)

    /// What it was recognised by, after the file's name.
    package var reason: String {
      switch self {
      case .git: "is inside .git, which belongs to git"
      case .name(let ending): "is not an env file: its name ends in \(ending)"
      case .content(let line): "is not an env file: line \(line) sets no variable and is no comment"
      }
    }
  }

  /// Judges a name that a user gave; nil where it can be that of an env file.
  package static func refusal(of path: String) -> Refusal? {
    let parts = path.split(separator: "/").map(String.init)
    if parts.contains(where: { $0.lowercased() == ".git" }) { return .git }
    guard let name = parts.last, !isEnvLike(name) else { return nil }
    let endings = others.filter { name.lowercased().hasSuffix($0) }
    return endings.max { $0.count < $1.count }.map { .name(ending: $0) }
  }

  /// Judges a file that a user named and whose name says nothing; nil where it can be an env file.
  package static func refusal(of document: DotenvDocument, named path: String) -> Refusal? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard !isEnvLike(name) else { return nil }
    return document.firstForeignLine.map { .content(line: $0) }
  }

  /// How the names of files end that programs read as something else.
  private static let others = [
    ".json", ".jsonc", ".json5", ".yaml", ".yml", ".toml", ".xml", ".plist", ".md", ".html",
    ".css", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx", ".vue", ".svelte", ".py",
    ".rb", ".php", ".go", ".rs", ".swift", ".ex", ".exs", ".java", ".kt", ".cs", ".c", ".h", ".sql",
    ".sh", ".bash", ".zsh", ".fish", ".lock", ".log", ".pem", ".key", ".crt", ".sqlite", ".db",
    ".gitignore", ".gitattributes", ".gitmodules", ".npmrc", ".bashrc", ".zshrc", ".profile",
    ".bash_profile", ".zprofile", ".zshenv", "makefile", "dockerfile",
  ]

  /// Whether a name can be that of a file; it may lead out of the project, or be absolute.
  package static func isUsable(_ name: String) -> Bool {
    !name.isEmpty && !name.hasSuffix("/") && !name.utf8.contains(0)
  }
}
