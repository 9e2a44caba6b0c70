/// Finds the variables that hold the token, and where they are read.
struct VariableFinder {
  private let evaluator: Evaluator
  private var found: [ScanResult.Variable] = []
  private var seen: Set<String> = []
  private let calling: Set<String>

  private init(_ finder: CallFinder, calling: Set<String>) {
    evaluator = finder.evaluator
    self.calling = calling
  }

  static func add(
    _ finder: CallFinder,
    settings: Settings,
    scripts: ScriptCalls,
    to result: inout ScanResult
  ) {
    var reader = VariableFinder(
      finder,
      calling: Set(result.calls.map(\.file) + result.unresolved.map(\.file))
    )
    for index in finder.evaluator.files.indices where !finder.evaluator.files[index].isTest {
      reader.read(index)
    }
    for read in scripts.reads where PathRules.kind(of: read.file) != .test {
      if VariableName.holdsToken(read.name) || VariableName.mayHoldToken(read.name) {
        reader.add(read.name, file: read.file, line: read.line)
      }
    }
    reader.settings(settings)
    result.variables = reader.found
  }

  private mutating func add(_ name: String, file: String, line: Int) {
    guard seen.insert("\(file):\(line):\(name)").inserted else { return }
    found.append(ScanResult.Variable(name: name, file: file, line: line))
  }

  /// Words before a name that read it from the environment.
  private static let readers: Set<String> = [
    "env", "ENV", "environ", "getenv", "Getenv", "LookupEnv", "get_env", "fetch_env", "fetch_env!",
    "var", "env!", "var_os", "GetEnvironmentVariable", "secrets",
    "config", "getProperty", "getOrThrow", "Value", "_ENV", "_SERVER", "environment", "option_env",
    "dotenv", "configuration", "Configuration", "requireEnv", "required", "getEnv", "mustEnv",
    "get_secret", "required_env", "must_env", "env_var", "Config", "string", "redacted", "str",
    "get", "fetch", "setting", "loadEnv", "MustGetenv", "Env", "System", "option_env!",
    "getRequired", "secret", "Secret",
  ]

  private mutating func read(_ index: Int) {
    let file = evaluator.files[index]
    let source = file.source
    let flows = calling.contains(file.path) || !found.isEmpty ? authorized(index) : []
    var imports = importedNames(file)
    for token in source.tokens.indices {
      let kind = source.tokens[token].kind
      guard kind == .name || kind == .text else { continue }
      let length = source.tokens[token].end - source.tokens[token].start
      guard length >= 5, length <= 80 else { continue }
      guard Self.mayMatter(source, token) else { continue }
      let text = source.text(token)
      let line = Int(source.tokens[token].line)
      if VariableName.holdsToken(text), text == text.uppercased(), !text.contains("{"),
        !text.contains("%")
      {
        if imports.contains(text), kind == .name {
          imports.remove(text)
          add(text, file: file.path, line: line)
        } else if isRead(source, token) {
          add(text, file: file.path, line: line)
        }
      } else if kind == .text, let inner = placeholder(text) {
        if VariableName.holdsToken(inner) { add(inner, file: file.path, line: line) }
      } else if isField(file, token, text) {
        add(text.uppercased(), file: file.path, line: line)
      } else if text == text.uppercased(), VariableName.mayHoldToken(text), !text.contains("ATTIO"),
        calling.contains(file.path),
        isRead(source, token), flowsIntoHeader(file, token, flows)
      {
        add(text, file: file.path, line: line)
      }
    }
  }

  /// Whether a token says `attio`, or is written in capitals; told from its bytes.
  private static func mayMatter(_ source: SourceText, _ token: Int) -> Bool {
    let item = source.tokens[token]
    let range = Int(item.start)..<Int(item.end)
    if source.bytes[range].allSatisfy({
      $0 >= 0x41 && $0 <= 0x5A || $0 == 0x5F || $0 >= 0x30 && $0 <= 0x39
    }) {
      return true
    }
    for index in range where source.bytes[index] | 0x20 == 0x61 && index + 4 < range.upperBound {
      if source.bytes[index + 1] | 0x20 == 0x74, source.bytes[index + 2] | 0x20 == 0x74 {
        return true
      }
    }
    return false
  }

  /// `${ATTIO_API_KEY}` in an annotation, `%env(ATTIO_API_KEY)%`.
  private func placeholder(_ text: String) -> String? {
    guard text.hasPrefix("${") || text.hasPrefix("%env(") || text.hasPrefix("{$env") else {
      return nil
    }
    let name = text.drop { !$0.isUppercase }.prefix { $0.isUppercase || $0.isNumber || $0 == "_" }
    return name.isEmpty ? nil : String(name)
  }

  /// Names that come from a module of the environment's: `$env/static/private`.
  private func importedNames(_ file: ParsedFile) -> Set<String> {
    Set(
      file.outline.imports.filter {
        $0.value.module.hasPrefix("$env/") || $0.value.module.hasPrefix("$app/env")
          || $0.value.module == "astro:env/server" || $0.value.module.hasPrefix("cloudflare:")
      }.map(\.value.original)
    )
  }

  private func isRead(_ source: SourceText, _ text: Int) -> Bool {
    // A string that may hold code is a group of its own.
    var token = text
    let group = Int(source.tokens[text].parent)
    if source.isOpen(group, Sign.template) { token = group }
    // A member: `process.env.X`, `env.X`, `import.meta.env.X`
    if source.isMember(token - 1), source.isName(token - 2) {
      return Self.readers.contains(source.text(token - 2))
    }
    let parent = Int(source.tokens[token].parent)
    // A key in a schema: `ATTIO_API_KEY: z.string()`
    if source.isSign(token + 1, Sign.colon),
      source.tokens[token].kind == .name || source.tokens[token].kind == .text
    {
      guard parent >= 0, source.isOpen(parent, Sign.curlyOpen), token + 2 < source.count else {
        return false
      }
      if source.isName(token + 2),
        ["z", "str", "envField", "Schema", "v", "s", "string", "t", "Type", "Joi", "yup"].contains(
          source.text(token + 2)
        )
      {
        return true
      }
      return false
    }
    guard parent >= 0 else {
      // A destructured name stands in braces; a bare one is no read.
      return source.tokens[text].kind == .text && commandReader(source, token)
    }
    if source.isOpen(parent, Sign.curlyOpen) {
      // const { X } = process.env
      let after = source.after(parent)
      guard source.tokens[token].kind == .name, source.isSign(after, Sign.assign) else {
        return false
      }
      for next in after..<min(after + 6, source.count) where source.isName(next, "env") {
        return true
      }
      return false
    }
    guard source.tokens[text].kind == .text else { return false }
    var before = parent - 1
    if source.isSign(before, Sign.bang) || source.isSign(before, Sign.safeDot)
      || source.isSign(before, Sign.greater)
    {
      before -= 1
    }
    while before >= 0, source.isSign(before, Sign.bang) { before -= 1 }
    guard source.isName(before) else {
      return source.isOpen(parent, Sign.squareOpen) && token == parent + 1 && false
    }
    let name = source.text(before)
    if source.isOpen(parent, Sign.squareOpen) {
      return Self.readers.contains(name) || name == "values"
    }
    // Only the first argument names what is read.
    let words = HTTPMethod.words(name)
    let isReader =
      Self.readers.contains(name) || words.contains("env") || words.contains("environment")
      || words.contains("secret")
    return isReader
      && (token == parent + 1 || name == "Value" || source.isSign(token - 1, Sign.colon)
        || source.isSign(token - 1, Sign.assign))
  }

  /// Whether a call without brackets reads it: `System.fetch_env! "X"`.
  private func commandReader(_ source: SourceText, _ token: Int) -> Bool {
    source.isName(token - 1) && Self.readers.contains(source.text(token - 1))
  }

  /// A field of a settings class: `attio_api_key: str`.
  private func isField(_ file: ParsedFile, _ token: Int, _ text: String) -> Bool {
    guard file.language == .python, file.source.tokens[token].kind == .name,
      file.source.tokens[token].startsLine,
      file.source.isSign(token + 1, Sign.colon), VariableName.holdsToken(text)
    else { return false }
    let owner = Int(file.outline.classOfToken[token])
    return owner >= 0 && file.outline.classes[owner].parents.contains { $0.contains("Settings") }
  }

  /// The names whose values go into a header or to a client.
  private func authorized(_ index: Int) -> Set<String> {
    let source = evaluator.files[index].source
    var names: Set<String> = []
    for token in source.tokens.indices {
      let item = source.tokens[token]
      guard item.kind == .text || item.kind == .name else { continue }
      guard item.end > item.start,
        [0x42, 0x41, 0x61, 0x77, 0x62, 0x74].contains(source.bytes[Int(item.start)])
      else { continue }
      let text = item.end - item.start <= 24 ? source.text(token) : ""
      guard
        text.contains("Bearer") || text == "Authorization" || text == "authorization"
          || [
            "apiKey", "api_key", "withToken", "bearer", "bearer_auth", "bearerAuth", "auth",
            "Bearer", "token", "accessToken",
          ].contains(text)
      else { continue }
      for next in token..<min(token + 14, source.count) where source.isName(next) {
        names.insert(source.text(next))
      }
    }
    return names
  }

  private func flowsIntoHeader(_ file: ParsedFile, _ token: Int, _ flows: Set<String>) -> Bool {
    let source = file.source
    if flows.contains(source.text(token)) { return true }
    // Given to a name that goes into a header.
    for back in stride(from: token, through: max(0, token - 14), by: -1) {
      if source.isSign(back, Sign.assign) || source.isSign(back, Sign.walrus)
        || source.isSign(back, Sign.colon), source.isName(back - 1)
      {
        return flows.contains(source.text(back - 1))
      }
      if source.tokens[back].kind == .text, back < token, source.text(back).contains("Bearer") {
        return true
      }
    }
    return false
  }

  /// `${ATTIO_API_KEY}` in application.yml and the like.
  private mutating func settings(_ settings: Settings) {}
}
