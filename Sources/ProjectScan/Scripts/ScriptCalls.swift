import AttioTables

/// Runs through scripts and keeps what they send to Attio.
struct ScriptCalls: Sendable {
  /// A call, before it is matched.
  struct Found: Sendable {
    var file: String
    var line: Int
    var method: String
    var path: Pattern
    var isConfigured: Bool
    var isTest: Bool
  }

  /// A variable that stands in a header.
  struct Read: Sendable {
    var name: String
    var file: String
    var line: Int
  }

  private(set) var found: [Found] = []
  private(set) var open: [(file: String, line: Int, isTest: Bool)] = []
  private(set) var reads: [Read] = []
  private var scripts: [(path: String, statements: [ShellReader.Statement])] = []

  mutating func read(_ path: String, _ bytes: [UInt8]) {
    guard bytes.count <= ProjectScanner.sizeLimit else { return }
    let text = ScriptText.commands(path, bytes)
    guard !text.isEmpty else { return }
    let isPowerShell = path.lowercased().hasSuffix(".ps1") || path.lowercased().hasSuffix(".psm1")
    scripts.append((path, ShellReader.statements(text, isPowerShell: isPowerShell)))
  }

  mutating func finish() {
    var shared = ScriptRun.Names()
    for (path, statements) in scripts {
      var run = ScriptRun(path: path, isTest: PathRules.kind(of: path) == .test)
      run.shared = shared
      run.collect(statements)
      run.perform()
      found += run.found
      open += run.open.map { (path, $0, run.isTest) }
      reads += run.reads
      shared.merge(run.names)
    }
    scripts = []
  }

  /// Matches the calls with the table.
  func add(to result: inout ScanResult) {
    var seen: Set<String> = []
    for call in found {
      let path = PathText(call.path, isConfigured: call.isConfigured)
      let rows = PathText.table.match(call.method, path.segments)
      guard let row = rows.first, rows.count == 1 || path.segments.dropFirst().first != .value
      else {
        guard !call.isTest, seen.insert("\(call.file):\(call.line)").inserted else { continue }
        let isKnown = !path.segments.contains(.value)
        let segments = path.segments.map { if case .literal(let text) = $0 { text } else { "{…}" } }
          .joined(separator: "/")
        result.unresolved.append(
          ScanResult.Unresolved(
            file: call.file,
            line: call.line,
            text: SourceExcerpt.safe(
              (isKnown ? "no such endpoint: " : "") + "\(call.method) /\(segments)"
            )
          )
        )
        continue
      }
      let operation = "\(call.method) \(row.requirement.path)"
      guard seen.insert("\(call.file):\(call.line):\(operation)").inserted else { continue }
      var target: String?
      if row.segments.count > 1, row.segments[1] == "{target}",
        case .literal(let text) = path.segments[1]
      {
        target = text
      }
      let made = ScanResult.Call(
        operation: operation,
        file: call.file,
        line: call.line,
        isCertain: !call.isConfigured,
        requirement: row.requirement,
        target: target
      )
      if call.isTest { result.testCalls.append(made) } else { result.calls.append(made) }
    }
    for place in open where !place.isTest && seen.insert("\(place.file):\(place.line)").inserted {
      result.unresolved.append(
        ScanResult.Unresolved(
          file: place.file,
          line: place.line,
          text: "a path that only exists at run time"
        )
      )
    }
  }
}

/// Goes through one script as a shell would, as far as names and addresses are concerned.
struct ScriptRun {
  struct Names {
    var variables: [String: Pattern] = [:]
    var arrays: [String: [ShellReader.Word]] = [:]
    var functions: [String: [ShellReader.Statement]] = [:]

    mutating func merge(_ other: Names) {
      variables.merge(other.variables) { first, _ in first }
      functions.merge(other.functions) { first, _ in first }
    }
  }

  let path: String
  let isTest: Bool
  var shared = Names()
  private(set) var names = Names()
  private(set) var found: [ScriptCalls.Found] = []
  private(set) var open: [Int] = []
  private(set) var reads: [ScriptCalls.Read] = []
  private var top: [ShellReader.Statement] = []
  private var called: Set<String> = []
  private var steps = 0

  init(path: String, isTest: Bool) {
    self.path = path
    self.isTest = isTest
  }

  mutating func collect(_ statements: [ShellReader.Statement]) {
    var current: String?
    var body: [ShellReader.Statement] = []
    for statement in statements {
      switch statement {
      case .function(let name):
        current = name
        body = []
      case .endOfFunction:
        if let current { names.functions[current] = body }
        current = nil
      case .command(let words)
      where current == nil && words.first?.text == "function" && words.count > 1:
        current = words[1].text
        body = []
      default:
        if current == nil { top.append(statement) } else { body.append(statement) }
      }
    }
    if let current { names.functions[current] = body }
  }

  mutating func perform() {
    run(top, arguments: [], depth: 0)
    for (name, body) in names.functions.sorted(by: { $0.key < $1.key }) where !called.contains(name)
    {
      run(body, arguments: nil, depth: 0)
    }
  }

  private mutating func run(
    _ statements: [ShellReader.Statement],
    arguments: [Pattern]?,
    depth: Int
  ) {
    for statement in statements {
      steps += 1
      guard steps < 200_000, depth < 6 else { return }
      switch statement {
      case .array(let name, let words): names.arrays[name] = words
      case .command(let words): command(words, arguments, depth)
      default: break
      }
    }
  }

  private static let passed: Set<String> = [
    "sudo", "time", "env", "exec", "if", "!", "then", "do", "while", "else", "elif", "export",
    "local", "readonly", "declare", "typeset", "return", "nohup", "retry", "until", "-", "command",
    "@curl", "set",
  ]

  private mutating func command(_ all: [ShellReader.Word], _ arguments: [Pattern]?, _ depth: Int) {
    var words = expanded(all)
    // PowerShell: `$base = "…"`
    if words.count > 2, case .variable(let name, _)? = words[0].pieces.first,
      words[0].pieces.count == 1, words[1].text == "="
    {
      guard
        ["invoke-restmethod", "invoke-webrequest", "irm", "iwr"].contains(
          words[2].text?.lowercased() ?? ""
        )
      else {
        names.variables[name] = value(words[2], arguments)
        return
      }
      words = Array(words.dropFirst(2))
    }
    while let first = words.first {
      if let (name, rest) = assignment(first) {
        var pattern = value(rest, arguments)
        if pattern.pieces.isEmpty { pattern = Pattern([.text("")]) }
        names.variables[name] = pattern
        words.removeFirst()
      } else if let text = first.text, Self.passed.contains(text) {
        words.removeFirst()
      } else {
        break
      }
    }
    guard let first = words.first, var name = first.text else { return }
    if name.hasPrefix("@") { name = String(name.dropFirst()) }
    name = String(name.split(separator: "/").last ?? "")
    if ["curl", "wget", "http", "https", "xh", "curl.exe"].contains(name)
      || ["invoke-restmethod", "invoke-webrequest", "irm", "iwr"].contains(name.lowercased())
    {
      return send(name, Array(words.dropFirst()), arguments)
    }
    if let body = names.functions[name] ?? shared.functions[name] {
      called.insert(name)
      let given = words.dropFirst().map { value($0, arguments) }
      run(body, arguments: given, depth: depth + 1)
    }
  }

  private func expanded(_ words: [ShellReader.Word]) -> [ShellReader.Word] {
    words.flatMap { word -> [ShellReader.Word] in
      if word.pieces.count == 1, case .all(let name) = word.pieces[0],
        let elements = names.arrays[name]
      {
        return elements
      }
      return [word]
    }
  }

  private func assignment(_ word: ShellReader.Word) -> (String, ShellReader.Word)? {
    guard case .text(let text)? = word.pieces.first, let equals = text.firstIndex(of: "=") else {
      return nil
    }
    let name = text[..<equals]
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      !(name.first?.isNumber ?? true)
    else { return nil }
    var rest = word
    rest.pieces[0] = .text(String(text[text.index(after: equals)...]))
    return (String(name), rest)
  }

  private func value(_ word: ShellReader.Word, _ arguments: [Pattern]?) -> Pattern {
    var sum = Pattern([])
    let origin = Origin(file: 0, token: 0, line: Int32(word.line))
    for piece in word.pieces {
      switch piece {
      case .text(let text): sum = sum + Pattern([.text(text)], origin: text.isEmpty ? nil : origin)
      case .other, .all: sum = sum + .gap("value")
      case .variable(let name, let fallback):
        if let number = Int(name), number > 0 {
          if let arguments, number <= arguments.count {
            sum = sum + arguments[number - 1]
          } else {
            sum =
              sum
              + Pattern([
                .parameter(
                  Parameter(
                    file: 0,
                    function: 0,
                    index: Int32(number),
                    key: nil,
                    fallback: fallback
                  )
                )
              ])
          }
        } else if let known = names.variables[name] ?? shared.variables[name] {
          var known = known
          // What is not known is told where it is used.
          if Address(known) == nil, known.text == nil { known.origin = nil }
          sum = sum + known
        } else if let fallback, !fallback.isEmpty {
          var pattern = Pattern([.text(fallback)])
          pattern.isConfigured = true
          sum = sum + pattern
        } else {
          sum = sum + .gap(name)
        }
      }
    }
    return sum
  }

  private mutating func send(_ name: String, _ words: [ShellReader.Word], _ arguments: [Pattern]?) {
    var method: String?
    var implied = "GET"
    var isOpenMethod = false
    var address: (Pattern, Int)?
    var index = 0
    let isPowerShell = name.lowercased().hasPrefix("i")
    while index < words.count {
      let word = words[index]
      let text =
        word.text
        ?? {
          guard case .text(let text)? = word.pieces.first else { return "" }
          return text
        }()
      if let told = option(text, words, &index, isPowerShell: isPowerShell, arguments) {
        switch told {
        case .method(let verb): if verb.isEmpty { isOpenMethod = true } else { method = verb }
        case .implied(let verb): implied = verb
        case .address(let pattern, let line): address = address ?? (pattern, line)
        case .passed: break
        }
        index += 1
        continue
      }
      if ["http", "https", "xh"].contains(name), let verb = HTTPMethod.named(text),
        text == text.uppercased()
      {
        method = verb
      }
      let pattern = value(word, arguments)
      if Address(pattern) != nil, address == nil { address = (pattern, word.line) }
      if name == "http" || name == "xh" || name == "https", text.contains("="),
        !text.contains("=="), !text.hasPrefix("http"), address != nil
      {
        implied = "POST"
      }
      index += 1
    }
    guard let (pattern, line) = address, let found = Address(pattern), !found.isBase else { return }
    note(words)
    if isOpenMethod
      || !pattern.parameters.isEmpty
        && PathText(found.path, isConfigured: found.hidesVersion).openParameter != nil
    {
      open.append(line)
      return
    }
    self.found.append(
      ScriptCalls.Found(
        file: path,
        line: pattern.origin.map { Int($0.line) } ?? line,
        method: method ?? implied,
        path: found.path,
        isConfigured: found.hidesVersion,
        isTest: isTest
      )
    )
  }

  private enum Told {
    case method(String)
    case implied(String)
    case address(Pattern, Int)
    case passed
  }

  private func option(
    _ text: String,
    _ words: [ShellReader.Word],
    _ index: inout Int,
    isPowerShell: Bool,
    _ arguments: [Pattern]?
  ) -> Told? {
    guard text.hasPrefix("-"), !(words[index].isQuoted && text.contains(" ")) else { return nil }
    func next() -> ShellReader.Word? {
      index += 1
      return index < words.count ? words[index] : nil
    }
    func verb(_ word: ShellReader.Word?) -> Told {
      guard let word else { return .passed }
      let pattern = value(word, arguments)
      if let text = pattern.text { return .method(HTTPMethod.named(text) ?? text.uppercased()) }
      return .method("")
    }
    let lower = text.lowercased()
    if isPowerShell {
      switch lower {
      case "-method", "-custommethod": return verb(next())
      case "-uri":
        guard let word = next() else { return .passed }
        let pattern = value(word, arguments)
        return Address(pattern) == nil ? .passed : .address(pattern, word.line)
      case "-headers", "-body", "-contenttype", "-authentication", "-token", "-outfile":
        _ = next()
        return .passed
      default: return .passed
      }
    }
    switch text {
    case "-X", "--request", "--method": return verb(next())
    case "-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--json", "-F",
      "--form", "--data-ascii", "--post-data", "--post-file", "--body-data", "--form-string":
      _ = next()
      return .implied("POST")
    case "-G", "--get": return .method("GET")
    case "-T", "--upload-file":
      _ = next()
      return .implied("PUT")
    case "--url":
      guard let word = next() else { return .passed }
      return .address(value(word, arguments), word.line)
    case "-H", "--header", "-o", "--output", "-w", "--write-out", "-u", "--user", "-A", "-e",
      "--max-time", "-m", "--retry", "--connect-timeout", "-b", "-c", "-K", "--config", "-x":
      _ = next()
      return .passed
    default: break
    }
    for prefix in ["--request=", "--method="] where text.hasPrefix(prefix) {
      return .method(text.dropFirst(prefix.count).uppercased())
    }
    if text.hasPrefix("--data") || text.hasPrefix("--json=") || text.hasPrefix("--post-data=")
      || text.hasPrefix("--body-data=")
    {
      return .implied("POST")
    }
    if text.hasPrefix("-X"), text.count > 2 { return .method(text.dropFirst(2).uppercased()) }
    if !text.hasPrefix("--"), text.hasSuffix("X") { return verb(next()) }
    if !text.hasPrefix("--"), text.hasSuffix("d") {
      _ = next()
      return .implied("POST")
    }
    if !text.hasPrefix("--"), text.hasSuffix("H") || text.hasSuffix("o") { _ = next() }
    return .passed
  }

  /// The variables in a header that authorizes.
  private mutating func note(_ words: [ShellReader.Word]) {
    for word in words {
      let text = word.pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
      guard text.contains("Bearer") || text.contains("uthorization") else { continue }
      for case .variable(let name, _) in word.pieces
      where names.variables[name] == nil && Int(name) == nil {
        reads.append(ScriptCalls.Read(name: name, file: path, line: word.line))
      }
    }
  }
}
