/// What files that are no code say: addresses under their keys, and the manifests of packages.
struct Settings: Sendable {
  /// Addresses of Attio's by the last part of their key.
  var addresses: [String: [String]] = [:]
  /// Manifests and files of frameworks, by path.
  var manifests: [String: String] = [:]

  private static let kinds = [
    ".yml", ".yaml", ".json", ".jsonc", ".properties", ".toml", ".ini", ".conf", ".cfg", ".example",
    ".sample", ".template", ".dist",
  ]
  private static let manifestNames: Set<String> = [
    "package.json", "composer.json", "gemfile", "requirements.txt", "pyproject.toml", "pipfile",
    "setup.py", "go.mod", "cargo.toml", "mix.exs",
    "package.swift", "pom.xml", "build.gradle", "build.gradle.kts", "pubspec.yaml", "compose.yaml",
    "compose.yml", "docker-compose.yml",
    "docker-compose.yaml", "makefile", "justfile", ".envrc", ".envrc.example", "dockerfile",
    "procfile", "wrangler.toml", "wrangler.json", "wrangler.jsonc", "appsscript.json", "deno.json",
    "vite.config.ts", "vite.config.js", "requirements-dev.txt", "settings.ini", "fly.toml",
  ]

  static func isManifest(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return manifestNames.contains(name) || name.hasSuffix(".csproj") || name.hasSuffix(".gemspec")
  }

  static func read(_ paths: [String], read: @Sendable (String) -> [UInt8]?) -> Settings {
    var settings = Settings()
    for path in paths {
      let name = path.lowercased()
      let isManifest = isManifest(path)
      guard isManifest || kinds.contains(where: name.hasSuffix), let bytes = read(path),
        bytes.count <= ProjectScanner.sizeLimit
      else { continue }
      if isManifest, bytes.count < 262_144 {
        settings.manifests[path] = String(decoding: bytes, as: UTF8.self)
      }
      if ByteSearch.contains(bytes, lowercased: Array("attio".utf8)), !isDocument(bytes) {
        settings.note(bytes)
      }
    }
    return settings
  }

  /// OpenAPI documents name servers that nobody calls.
  private static func isDocument(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    return head.contains("openapi") || head.contains("swagger")
  }

  private mutating func note(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) where line.count < 1_000 {
      let text = String(decoding: line, as: UTF8.self)
      guard let address = Self.address(in: text) else { continue }
      let key = text.prefix { $0 != "=" && $0 != ":" }.filter {
        !" \"'-\t#".contains($0) || $0 == "-"
      }
      guard !key.isEmpty, !text.drop(while: { $0 == " " }).hasPrefix("#") else { continue }
      let name = Evaluator.settingKey(String(key))
      if !name.isEmpty, !(addresses[name]?.contains(address) ?? false) {
        addresses[name, default: []].append(address)
      }
    }
  }

  private static func address(in text: String) -> String? {
    let words = text.split { " \"'`,}<>()\t\r".contains($0) }
    for word in words {
      guard let start = word.range(ofAddress: "https://api.attio.com") else { continue }
      return String(word[start...])
    }
    return nil
  }
}

extension Substring {
  fileprivate func range(ofAddress part: String) -> Substring.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(part) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
