/// Tells into which file the variable is put for development.
struct EnvFileRules {
  private let paths: [String]
  private let present: Set<String>
  private let settings: Settings
  private let finder: CallFinder
  private let ignores: @Sendable (String) -> Bool
  private let reader: String

  static func add(
    paths: [String],
    settings: Settings,
    finder: CallFinder,
    ignores: @escaping @Sendable (String) -> Bool,
    read: @Sendable (String) -> [UInt8]?,
    to result: inout ScanResult
  ) {
    guard let first = result.variables.first else {
      if let reason = withoutVariable(finder, result) {
        result.envFile = ScanResult.EnvFile(path: nil, reason: reason)
      }
      return
    }
    let main =
      result.variables.first { variable in result.calls.contains { $0.file == variable.file } }
      ?? first
    let rules = EnvFileRules(
      paths: paths,
      present: Set(paths),
      settings: settings,
      finder: finder,
      ignores: ignores,
      reader: main.file
    )
    let answer = rules.answer()
    result.envFile = answer.file
    result.framework = answer.framework
  }

  private static func withoutVariable(_ finder: CallFinder, _ result: ScanResult) -> String? {
    for file in finder.evaluator.files where result.calls.contains(where: { $0.file == file.path })
    {
      if file.outline.imports.values.contains(where: {
        $0.module == "attio/server" || $0.module == "attio/client"
      }) {
        return "The App SDK runs inside Attio with the app's own token."
      }
    }
    return nil
  }

  private typealias Answer = (file: ScanResult.EnvFile, framework: String?)

  private func answer() -> Answer {
    let folder = projectFolder()
    if let path = named() { return (path, framework(folder)?.name) }
    if let rule = framework(folder), let file = rule.file(self, folder) {
      return (
        ScanResult.EnvFile(
          path: join(folder, file),
          reason: "\(rule.name) loads it: \(rule.reason)"
        ), rule.name
      )
    }
    if let property = withoutFile() {
      return (ScanResult.EnvFile(path: nil, reason: property), nil)
    }
    if let compose = compose() { return (compose, nil) }
    if let envrc = present.first(where: { $0 == ".envrc" || $0 == ".envrc.example" }) {
      let text = settings.manifests[envrc] ?? ""
      if text.contains("dotenv") {
        return (ScanResult.EnvFile(path: ".env", reason: "\(envrc) loads it with dotenv."), nil)
      }
      return (
        ScanResult.EnvFile(path: ".envrc", reason: "direnv loads it: write export NAME=… there."),
        nil
      )
    }
    let base = folder.isEmpty ? "" : folder
    for name in [".env", ".env.local", ".env.development.local"]
    where present.contains(join(base, name)) || isListedAsIgnored(join(base, name)) {
      return (
        ScanResult.EnvFile(path: join(base, name), reason: "git ignores it, and loaders read it."),
        nil
      )
    }
    return (
      ScanResult.EnvFile(
        path: join(base, ".env"),
        reason: "The file that loaders read where nothing names another."
      ), nil
    )
  }

  /// Only where a rule of git's names the file itself.
  private func isListedAsIgnored(_ path: String) -> Bool { ignores(path) }

  func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder + "/" + name
  }

  /// The folder of the part that reads the variable: the nearest one with a manifest.
  private func projectFolder() -> String {
    var folder = String(Evaluator.folder(reader))
    while !folder.isEmpty {
      if settings.manifests.keys.contains(where: { Self.isOf(folder, $0) }) { return folder }
      folder = String(Evaluator.folder(folder))
    }
    return ""
  }

  private static let roots: Set<String> = [
    "package.json", "composer.json", "Gemfile", "requirements.txt", "pyproject.toml", "go.mod",
    "Cargo.toml", "mix.exs", "Package.swift", "pom.xml", "build.gradle", "build.gradle.kts",
    "wrangler.toml", "wrangler.jsonc", "wrangler.json", "deno.json", "Pipfile",
  ]

  private static func isOf(_ folder: String, _ path: String) -> Bool {
    guard path.hasPrefix(folder + "/") else { return false }
    let rest = path.dropFirst(folder.count + 1)
    return !rest.contains("/") && (roots.contains(String(rest)) || rest.hasSuffix(".csproj"))
  }

  // MARK: - Named in code or scripts

  private func named() -> ScanResult.EnvFile? {
    for (path, text) in settings.manifests.sorted(by: { $0.key < $1.key })
    where path.hasSuffix("package.json") || path.hasSuffix("Procfile")
      || path.lowercased().hasSuffix("makefile") || path.hasSuffix("justfile")
    {
      for mark in [
        "--env-file-if-exists=", "--env-file=", "dotenv_config_path=", "--env-file ",
        "nuxt dev --dotenv ", "--dotenv ", "dotenv -e ", "env-cmd -f ",
      ] {
        guard let name = word(after: mark, in: text), name.contains("env") || name.contains(".")
        else { continue }
        return ScanResult.EnvFile(
          path: clean(String(Evaluator.folder(path)), name),
          reason: "\(path) names it: \(mark.trimmed)\(name)"
        )
      }
      if path.lowercased().hasSuffix("makefile") {
        for line in text.split(separator: "\n") {
          for mark in ["include ", "-include "] where line.hasPrefix(mark) && line.contains("env") {
            let name = line.dropFirst(mark.count).prefix { $0 != " " }
            return ScanResult.EnvFile(
              path: clean(String(Evaluator.folder(path)), String(name)),
              reason: "\(path) includes it."
            )
          }
        }
      }
    }
    for file in finder.evaluator.files where !file.isTest {
      if let found = named(in: file) { return found }
    }
    return nil
  }

  private static let loaders: Set<String> = [
    "load_dotenv", "loadEnvFile", "config", "read_env", "load", "Load", "createImmutable",
    "createMutable", "SettingsConfigDict", "dotenv_values", "from_filename", "from_path",
    "Overload", "forRoot", "configDotenv", "createUnsafeImmutable", "loadEnv", "bootEnv",
    "TraversePath", "DotEnvOptions", "filename", "overload", "source", "source!", "load!", "Config",
  ]

  private func named(in file: ParsedFile) -> ScanResult.EnvFile? {
    let source = file.source
    for call in file.outline.calls where Self.loaders.contains(call.name) {
      let isDotenv =
        source.isMember(call.token - 1) && source.isName(source.before(call.token - 1))
        && [
          "dotenv", "Dotenv", "process", "environ", "Env", "env", "dotenvy", "godotenv", "DotEnv",
          "ConfigModule", "Dotenvy", "Repository",
        ].contains(source.text(source.before(call.token - 1)))
      let isBare = [
        "load_dotenv", "loadEnvFile", "read_env", "SettingsConfigDict", "dotenv_values",
        "from_filename", "configDotenv", "createImmutable", "createMutable", "filename", "source!",
        "bootEnv",
      ].contains(call.name)
      let isConfig = call.name == "config" && file.outline.imports["config"]?.module == "dotenv"
      guard isDotenv || isBare || isConfig else { continue }
      let line = Int(source.tokens[call.token].line)
      let texts = call.arguments.filter { source.tokens[$0].kind == .text }.map(source.text)
      if call.name == "createImmutable" || call.name == "createMutable" {
        let folder = texts.first { $0.contains("..") } ?? ""
        let base =
          call.arguments.contains { source.isName($0, "__DIR__") }
          ? String(Evaluator.folder(file.path)) : ""
        let name = texts.first { $0.contains("env") } ?? ".env"
        return ScanResult.EnvFile(
          path: clean(base, folder + "/" + name),
          reason: "\(file.path), line \(line), loads it."
        )
      }
      guard let name = texts.first(where: { isEnvName($0) }) else { continue }
      let own = [
        "path", "from", "dirname", "__file__", "BASE_DIR", "parent", "__dirname", "parents", "join",
      ]
      let isFromFile = call.arguments.contains {
        source.isName($0, "__dirname") || source.isName($0, "__file__")
      }
      _ = own
      return ScanResult.EnvFile(
        path: clean(isFromFile ? String(Evaluator.folder(file.path)) : rootOf(call, file), name),
        reason: "\(file.path), line \(line), loads it."
      )
    }
    // Config classes: env_file = "…"
    for assignment in file.outline.assignments
    where ["env_file", "envFilePath", "envDir", "_env_file"].contains(assignment.name) {
      guard assignment.value < source.count else { continue }
      for token in assignment.value..<min(assignment.value + 4, source.count)
      where source.tokens[token].kind == .text && isEnvName(source.text(token)) {
        return ScanResult.EnvFile(
          path: clean("", source.text(token)),
          reason: "\(file.path), line \(source.tokens[token].line), names it."
        )
      }
    }
    return nil
  }

  /// `BASE_DIR / ".env"` means the project, as does a plain name.
  private func rootOf(_ call: Outline.Call, _ file: ParsedFile) -> String { "" }

  private func isEnvName(_ text: String) -> Bool {
    let last = text.split(separator: "/").last.map(String.init) ?? ""
    guard !last.hasSuffix(".example"), !last.hasSuffix(".sample") else { return false }
    return last.hasPrefix(".env") || last.hasSuffix(".env") || last == ".dev.vars"
      || last.hasPrefix("env.")
  }

  private func word(after mark: String, in text: String) -> String? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(mark) {
        let rest = text[text.index(index, offsetBy: mark.count)...]
        let word = rest.prefix { !" \"'\n,;&|\\".contains($0) }
        return word.isEmpty ? nil : String(word)
      }
      index = text.index(after: index)
    }
    return nil
  }

  /// A path without `.` and `..`.
  private func clean(_ folder: String, _ path: String) -> String {
    var parts = folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        if !parts.isEmpty { parts.removeLast() }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  // MARK: - Compose and others

  private func compose() -> ScanResult.EnvFile? {
    for name in ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"] {
      guard let text = settings.manifests[name] else { continue }
      let lines = text.split(separator: "\n").map(String.init)
      for (index, line) in lines.enumerated()
      where line.drop(while: { $0 == " " || $0 == "-" }).hasPrefix("env_file:") {
        let rest =
          line.split(separator: ":", maxSplits: 1).dropFirst().first.map(String.init)?.trimmed ?? ""
        var value = rest.filter { !"[]\"' ".contains($0) }
        if value.isEmpty, index + 1 < lines.count {
          value = lines[index + 1].filter { !"\"'[] ".contains($0) }
          if value.hasPrefix("-") { value = String(value.dropFirst()) }
          if value.hasPrefix("path:") { value = String(value.dropFirst(5)) }
        }
        if let first = value.split(separator: ",").first {
          return ScanResult.EnvFile(
            path: clean("", String(first)),
            reason: "\(name) gives it to the service with env_file."
          )
        }
      }
      if text.contains("${ATTIO") || text.contains("- ATTIO") {
        return ScanResult.EnvFile(path: ".env", reason: "Compose fills ${…} of \(name) from it.")
      }
    }
    return nil
  }

  private func withoutFile() -> String? {
    guard let file = finder.evaluator.files.first(where: { $0.path == reader }) else { return nil }
    if file.source.tokens.indices.contains(where: { file.source.isName($0, "getProperty") })
      && (present.contains("appsscript.json")
        || present.contains { $0.hasSuffix("/appsscript.json") } || reader.hasSuffix(".gs"))
    {
      return "Apps Script keeps it: Project Settings, Script properties."
    }
    return nil
  }

  private func framework(_ folder: String) -> FrameworkRule? {
    FrameworkRule.all.first { $0.isUsed(self, folder) } ?? (folder.isEmpty ? nil : nil)
  }

  /// Whether a manifest of the folder names a package.
  func has(_ package: String, in folder: String) -> Bool {
    settings.manifests.contains { path, text in
      String(Evaluator.folder(path)) == folder && text.contains("\"\(package)\"")
    }
  }

  func isPresent(_ name: String, in folder: String) -> Bool { present.contains(join(folder, name)) }

  /// Whether git ignores a file of the folder.
  func ignores(_ name: String, in folder: String) -> Bool { ignores(join(folder, name)) }

  func text(_ name: String, in folder: String) -> String {
    settings.manifests[join(folder, name)] ?? ""
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " || text.last == "\r" { text = text.dropLast() }
    return String(text)
  }
}
