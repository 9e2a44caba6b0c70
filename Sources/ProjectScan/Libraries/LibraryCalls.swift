import AttioTables

/// Finds the calls that client libraries make.
struct LibraryCalls {
  let finder: CallFinder
  let manifests: [String: String]
  private var evaluator: Evaluator { finder.evaluator }
  private let rows: [String: OperationTable.Row]
  private var found: [ScanResult.Call] = []
  private var tests: [ScanResult.Call] = []
  private var unresolved: [ScanResult.Unresolved] = []

  private init(_ finder: CallFinder, _ manifests: [String: String]) {
    self.finder = finder
    self.manifests = manifests
    rows = Dictionary(
      PathText.table.rows.map { ("\($0.requirement.method.rawValue) \($0.requirement.path)", $0) }
    ) { first, _ in first }
  }

  static func add(_ finder: CallFinder, manifests: [String: String], to result: inout ScanResult) {
    var reader = LibraryCalls(finder, manifests)
    for library in ClientLibrary.all where reader.isUsed(library) { reader.read(library) }
    let known = Set(result.calls.map { "\($0.file):\($0.line)" })
    result.calls += reader.found.filter { !known.contains("\($0.file):\($0.line)") }
    result.testCalls += reader.tests
    result.unresolved += reader.unresolved
  }

  /// Whether the project has a library: by a manifest or an import.
  private func isUsed(_ library: ClientLibrary) -> Bool {
    if evaluator.files.contains(where: {
      library.languages.contains($0.language) && imports($0, library)
    }) {
      return true
    }
    switch library.name {
    case "attio (gem)": return gem("attio") || gem("attio-ruby") == false && usesRuby("client")
    case "attio-ruby (gem)":
      return gem("attio-ruby") || gem("attio") == false && usesRuby("configure")
    case "attio (hex)":
      return manifests.contains { $0.key.hasSuffix("mix.exs") && $0.value.contains("{:attio,") }
    default: return false
    }
  }

  private func gem(_ name: String) -> Bool {
    manifests.contains {
      ($0.key.hasSuffix("Gemfile") || $0.key.hasSuffix(".gemspec"))
        && ($0.value.contains("\"\(name)\"") || $0.value.contains("'\(name)'"))
    }
  }

  private func usesRuby(_ method: String) -> Bool {
    evaluator.files.contains { file in
      file.language == .ruby
        && file.outline.calls.contains { call in
          call.name == method && file.source.isMember(call.token - 1)
            && file.source.isName(call.token - 2, "Attio")
        }
    }
  }

  private func imports(_ file: ParsedFile, _ library: ClientLibrary) -> Bool {
    file.outline.imports.values.contains { imported in Self.matches(imported.module, library) }
  }

  private static func matches(_ module: String, _ library: ClientLibrary) -> Bool {
    library.modules.contains { name in
      if module == name || module.hasPrefix(name + "/") || module.hasPrefix(name + ".")
        || module.hasPrefix(name + "import") || module.hasPrefix(name + "::")
      {
        return true
      }
      return module == "import" + name
    }
  }

  private mutating func read(_ library: ClientLibrary) {
    guard let methods = LibraryMethod.byLibrary[library.name] else { return }
    for index in evaluator.files.indices
    where library.languages.contains(evaluator.files[index].language) {
      let file = evaluator.files[index]
      guard !finder.generated.contains(index) else { continue }
      for call in file.outline.calls {
        read(call, index, library, methods)
      }
      if library.name == "attio (gem)" || library.name == "attio-ruby (gem)" {
        bareCalls(index, library, methods)
      }
    }
  }

  /// Ruby calls without brackets or arguments: `client.notes.list`.
  private mutating func bareCalls(
    _ index: Int,
    _ library: ClientLibrary,
    _ methods: [String: [LibraryMethod]]
  ) {
    let source = evaluator.files[index].source
    for token in source.tokens.indices where source.isName(token) && source.isMember(token - 1) {
      let name = source.text(token)
      guard methods[name] != nil, !source.isOpen(token + 1, Sign.roundOpen),
        !source.isMember(token + 1)
          || (methods[name] ?? []).contains(where: { $0.parts.count == 2 })
      else { continue }
      let call = Outline.Call(
        name: name,
        token: token,
        open: token,
        arguments: token..<token,
        isCommand: true
      )
      read(call, index, library, methods)
    }
  }

  private mutating func read(
    _ call: Outline.Call,
    _ index: Int,
    _ library: ClientLibrary,
    _ methods: [String: [LibraryMethod]]
  ) {
    let file = evaluator.files[index]
    let source = file.source
    var name = call.name
    if library.languages.contains(.python), name.hasSuffix("_async") {
      name = String(name.dropLast(6))
    }
    if !source.isMember(call.token - 1) {
      function(call, index, library, methods)
      return
    }
    let chain = Self.chain(source, call.token)
    let candidates = (methods[name] ?? []) + (methods[name + "!"] ?? []).filter { _ in false }
    for method in candidates {
      guard let proof = proof(method, chain, index, call, library) else { continue }
      add(method, file, line: Int(source.tokens[call.token].line), isSure: proof)
      return
    }
  }

  /// The names before a call, the first one first, with the token of the root.
  static func chain(_ source: SourceText, _ token: Int) -> (names: [String], root: Int) {
    var names: [String] = [source.text(token)]
    var place = token
    while source.isMember(place - 1), names.count < 12 {
      var left = source.before(place - 1)
      guard left >= 0 else { break }
      if source.isOpen(left, Sign.roundOpen), source.isName(left - 1) { left -= 1 }
      if source.isOpen(left, Sign.roundOpen) {
        // (yield* X).name
        let inside = source.inside(left).filter { source.isName($0) }
        if let last = inside.last {
          names.insert(source.text(last), at: 0)
          place = last
        }
        break
      }
      guard source.isName(left) else { break }
      names.insert(source.text(left), at: 0)
      place = left
    }
    return (names, place)
  }

  /// Nil where a call is none of the library's; else whether its object is proved.
  private func proof(
    _ method: LibraryMethod,
    _ chain: (names: [String], root: Int),
    _ index: Int,
    _ call: Outline.Call,
    _ library: ClientLibrary
  ) -> Bool? {
    let file = evaluator.files[index]
    var parts = method.parts
    if parts.first == "sdk", library.name == "attio-ts-sdk" { parts.removeFirst() }
    if method.isOfResult { parts = [parts.last ?? ""] }
    let tail = chain.names.suffix(parts.count)
    guard tail.count == parts.count,
      zip(tail, parts).allSatisfy({
        $0 == $1 || $1.hasPrefix("<") || $1 == $0 + "_async" || $0 == $1 + "_async"
      })
    else { return nil }
    if library.name == "attio (hex)" { return hex(method, chain, file) }
    if library.name == "attio-ruby (gem)" { return ruby(method, chain, index, call) }
    if method.isOfResult { return nil }
    let owners = chain.names.dropLast(parts.count)
    if parts.contains(where: { $0.hasPrefix("<") }), owners.count != 1,
      !(owners.count == 2 && owners.first == "this")
    {
      return nil
    }
    if library.name == "attio (PyPI)" { return true }
    if parts.count == 1, owners.isEmpty { return nil }
    return object(chain, owners: Array(owners), index, library)
  }

  /// Whether the object was made by the library; nil where it surely has nothing to do with it.
  private func object(
    _ chain: (names: [String], root: Int),
    owners: [String],
    _ index: Int,
    _ library: ClientLibrary
  ) -> Bool? {
    let file = evaluator.files[index]
    let source = file.source
    var origins: Set<String> = []
    var place = chain.root
    for (offset, owner) in owners.enumerated() where !ChainReader.selfNames.contains(owner) {
      _ = offset
      origins.insert(owner)
      origins.formUnion(made(index, owner))
      if let imported = file.outline.imports[owner] {
        origins.insert(imported.original)
        for shared in (evaluator.sharedNames[imported.original] ?? []).prefix(4) {
          origins.formUnion(made(shared.file, imported.original))
        }
        for function in (evaluator.functionNames[imported.original] ?? []).prefix(4) {
          origins.formUnion(returnedNames(function.file, function.function))
        }
      }
      for name in origins {
        for function in (evaluator.functionNames[name] ?? []).prefix(2) {
          origins.formUnion(returnedNames(function.file, function.function))
        }
      }
    }
    place = chain.root
    _ = place
    if library.name == "attio (gem)", owners.first == "Attio" { return true }
    let isMade = !origins.isDisjoint(with: library.makers)
    if isMade, library.makers != ["Client"] || imports(file, library) || source.syntax.sharesNames {
      return true
    }
    // A field of another class, or a parameter without a type.
    let isNamed = origins.contains { name in
      ["attio", "crm", "sdk"].contains { name.lowercased().contains($0) }
    }
    let isClient =
      origins.contains { ["client", "api"].contains($0.lowercased()) }
      && (imports(file, library) || library.languages == [.ruby])
    return isNamed || isClient ? false : nil
  }

  /// The names in the values that a name is given, and in its types.
  private func made(_ index: Int, _ name: String) -> Set<String> {
    let file = evaluator.files[index]
    let source = file.source
    var names = Set(file.outline.types[name] ?? [])
    for place in (file.outline.assignmentsByName[name] ?? []).prefix(6) {
      let value = file.outline.assignments[place].value
      for token in value..<min(value + 12, source.count) {
        if token > value, source.tokens[token].startsLine,
          source.tokens[token].parent == source.tokens[value].parent
        {
          break
        }
        if source.isName(token) { names.insert(source.text(token)) }
        if source.tokens[token].kind == .open, source.tokens[token].sign == Sign.curlyOpen { break }
      }
    }
    return names
  }

  private func returnedNames(_ index: Int, _ function: Int) -> Set<String> {
    let source = evaluator.files[index].source
    var names: Set<String> = []
    for range in evaluator.returnRanges(index, function) {
      for token in range.prefix(8) where source.isName(token) {
        names.insert(source.text(token))
        names.formUnion(made(index, source.text(token)))
      }
    }
    return names
  }

  private func hex(
    _ method: LibraryMethod,
    _ chain: (names: [String], root: Int),
    _ file: ParsedFile
  ) -> Bool? {
    guard chain.names.count >= 2 else { return nil }
    if chain.names.first == "Attio" { return true }
    let module = chain.names[0]
    guard chain.names.count == 2, module == method.parts.first else { return nil }
    // alias Attio.Records, alias Attio.{Records, Notes}
    let source = file.source
    for token in source.tokens.indices
    where source.isName(token, "alias") && source.isName(token + 1, "Attio") {
      for next in (token + 2)..<min(token + 40, source.count) {
        if source.tokens[next].startsLine, source.tokens[next].parent == source.tokens[token].parent
        {
          break
        }
        if source.isName(next), source.text(next) == module { return true }
      }
    }
    return nil
  }

  private func ruby(
    _ method: LibraryMethod,
    _ chain: (names: [String], root: Int),
    _ index: Int,
    _ call: Outline.Call
  ) -> Bool? {
    if !method.isOfResult {
      return chain.names.first == "Attio" && chain.names.count == 3 ? true : nil
    }
    guard chain.names.count == 2, let owner = chain.names.first else { return nil }
    let names = made(index, owner)
    return names.contains("Attio") && names.contains(method.parts[0]) ? true : nil
  }

  /// A function that is imported from the library.
  private mutating func function(
    _ call: Outline.Call,
    _ index: Int,
    _ library: ClientLibrary,
    _ methods: [String: [LibraryMethod]]
  ) {
    let file = evaluator.files[index]
    let line = Int(file.source.tokens[call.token].line)
    if library.name == "attio-rs (git)", let method = methods[call.name]?.first {
      return add(method, file, line: line, isSure: true)
    }
    guard let imported = file.outline.imports[call.name], Self.matches(imported.module, library)
    else { return }
    if let method = methods[imported.original]?.first(where: { $0.parts.count == 1 }) {
      return add(method, file, line: line, isSure: true)
    }
    // recordsQuery(client, …) is records.query.
    for list in methods.values {
      for method in list where method.parts.count == 2 {
        let second = method.parts[1]
        let name = method.parts[0] + second.prefix(1).uppercased() + second.dropFirst()
        if name == imported.original { return add(method, file, line: line, isSure: true) }
      }
    }
  }

  private mutating func add(_ method: LibraryMethod, _ file: ParsedFile, line: Int, isSure: Bool) {
    let isTest = file.isTest || file.testsFrom.map { line >= $0 } ?? false
    guard let row = rows[method.operation] else {
      if !isTest, method.operation == "-" {
        unresolved.append(
          ScanResult.Unresolved(
            file: file.path,
            line: line,
            text: "no such endpoint: \(method.parts.joined(separator: ".")) \(method.note)"
          )
        )
      }
      return
    }
    let call = ScanResult.Call(
      operation: method.operation,
      file: file.path,
      line: line,
      isCertain: isSure && !method.isMeant,
      requirement: row.requirement,
      target: method.targetIsObjects ? "objects" : nil
    )
    if isTest {
      tests.append(call)
    } else if !found.contains(where: {
      $0.file == call.file && $0.line == call.line && $0.operation == call.operation
    }) {
      found.append(call)
    }
  }
}
