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

  /// Whether a name can be that of a file; it may lead out of the project, or be absolute.
  package static func isUsable(_ name: String) -> Bool {
    !name.isEmpty && !name.hasSuffix("/") && !name.utf8.contains(0)
  }
}
