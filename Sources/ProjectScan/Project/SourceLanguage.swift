/// A language whose calls are found.
enum SourceLanguage: String, CaseIterable, Sendable {
  case javascript = "JavaScript"
  case typescript = "TypeScript"
  case python = "Python"
  case ruby = "Ruby"
  case php = "PHP"
  case go = "Go"
  case java = "Java"
  case kotlin = "Kotlin"
  case groovy = "Groovy"
  case scala = "Scala"
  case dart = "Dart"
  case csharp = "C#"
  case rust = "Rust"
  case swift = "Swift"
  case elixir = "Elixir"

  /// The family whose rules its text follows.
  var family: any LanguageFamily.Type {
    switch self {
    case .javascript, .typescript: JavaScriptFamily.self
    case .python: PythonFamily.self
    case .ruby: RubyFamily.self
    case .php: PHPFamily.self
    case .go: GoFamily.self
    case .java: JavaFamily.self
    case .kotlin, .groovy, .scala: KotlinFamily.self
    case .dart: DartFamily.self
    case .csharp: CSharpFamily.self
    case .rust: RustFamily.self
    case .swift: SwiftFamily.self
    case .elixir: ElixirFamily.self
    }
  }

  private static let extensions: [String: SourceLanguage] = [
    "js": .javascript, "mjs": .javascript, "cjs": .javascript, "json": .javascript,
    "jsx": .javascript,
    "gs": .javascript,
    "ts": .typescript, "mts": .typescript, "cts": .typescript, "tsx": .typescript,
    "vue": .javascript, "svelte": .javascript, "astro": .javascript, "html": .javascript,
    "htm": .javascript,
    "py": .python, "pyw": .python, "ipynb": .python, "rb": .ruby, "rake": .ruby, "ru": .ruby,
    "php": .php, "phtml": .php, "go": .go, "java": .java, "kt": .kotlin, "kts": .kotlin,
    "groovy": .groovy, "scala": .scala, "sc": .scala, "dart": .dart, "cs": .csharp, "rs": .rust,
    "swift": .swift,
    "ex": .elixir, "exs": .elixir,
  ]

  /// The language of a file by its name; nil for none of these.
  init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."),
      let found = Self.extensions[name[name.index(after: dot)...].lowercased()]
    else {
      if name == "Rakefile" || name == "Gemfile" {
        self = .ruby
        return
      }
      return nil
    }
    self = found
  }
}
