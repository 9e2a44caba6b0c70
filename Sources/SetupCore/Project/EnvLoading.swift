/// Which env files programs load by themselves while somebody develops; any other is loaded only by who
/// names it.
package struct EnvLoading: Equatable, Sendable {
  /// Their paths relative to the project, the one that wins first.
  package var files: [String]

  /// The files that most loaders take, as Next.js, Bun and dotenv for Ruby order them.
  package static let usual = EnvLoading(files: [
    ".env.development.local", ".env.local", ".env.development", ".env",
  ])

  /// Collects the files.
  package init(files: [String]) {
    self.files = files
  }

  /// Judges by the names in the project's folder and by the packages that its manifests name.
  ///
  /// - Parameters:
  ///   - names: The names in the folder.
  ///   - manifest: The text of `package.json` and `composer.json`; empty without one.
  package init(names: [String], manifest: String) {
    let project = Project(names: Set(names), manifest: manifest)
    let rule = Self.frameworks.first { $0.isUsed(project) }
    let own = rule?.files ?? []
    let others = rule?.isAlone == true ? [] : Self.usual.files.filter { !own.contains($0) }
    files = own + others
    // The functions of Supabase have a file of their own beside what the project loads.
    if names.contains("supabase") { files.append("supabase/functions/.env") }
  }
}

extension EnvLoading {
  /// What a framework is recognised by.
  private struct Project {
    var names: Set<String>
    var manifest: String

    func has(package name: String) -> Bool { manifest.contains("\"\(name)\"") }
    func has(anyOf files: [String]) -> Bool { !names.isDisjoint(with: files) }
  }

  /// A framework that loads other files than the usual ones, or in another order.
  private struct Framework: Sendable {
    var isUsed: @Sendable (Project) -> Bool
    var files: [String]
    /// Whether it loads nothing but these.
    var isAlone = false
  }

  private static let frameworks = [
    // Next.js on Cloudflare keeps to its own files.
    Framework(isUsed: { $0.has(package: "next") }, files: usual.files),
    // developers.cloudflare.com, "Local development": .dev.vars or .env, never both.
    Framework(
      isUsed: {
        $0.names.contains(".dev.vars")
          && $0.has(anyOf: ["wrangler.toml", "wrangler.json", "wrangler.jsonc"])
      },
      files: [".dev.vars"],
      isAlone: true
    ),
    // nuxt.com, ".env": no other file is loaded without --dotenv.
    Framework(isUsed: { $0.has(package: "nuxt") }, files: [".env"]),
    // vite.dev, "Env Variables and Modes": a mode's file wins over .env.local.
    Framework(
      isUsed: { project in
        ["vite", "astro", "@sveltejs/kit"].contains { project.has(package: $0) }
      },
      files: [".env.development.local", ".env.development", ".env.local", ".env"]
    ),
    // symfony.com, "Configuring Environment Variables in .env Files": its mode is called dev.
    Framework(
      isUsed: {
        $0.has(package: "symfony/framework-bundle") || $0.names.contains("symfony.lock")
      },
      files: [".env.dev.local", ".env.dev", ".env.local", ".env"]
    ),
    // flask.palletsprojects.com, "Environment Variables From dotenv": .env wins over .flaskenv.
    Framework(
      isUsed: { $0.names.contains(".flaskenv") },
      files: usual.files + [".flaskenv"]
    ),
  ]
}
