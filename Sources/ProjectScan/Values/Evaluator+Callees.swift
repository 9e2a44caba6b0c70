extension Evaluator {
  /// A function of the project.
  struct Target: Hashable {
    var file: Int
    var function: Int
  }

  /// Names that so many things have that the object must be known.
  static let common: Set<String> = [
    "get", "post", "put", "patch", "delete", "request", "fetch", "call", "send", "query", "list",
    "create",
    "update", "find", "search", "all", "execute", "run", "del", "remove", "api", "make_request",
    "init", "new", "save", "upsert",
  ]

  /// The functions of the project that a call may mean, at most four.
  func callees(_ file: Int, name: String, at token: Int) -> [Target] {
    let parsed = files[file]
    let source = parsed.source
    let imported = parsed.outline.imports[name]
    let wanted = imported?.original ?? name
    guard let all = functionNames[wanted] ?? functionNames[name] else { return [] }
    let targets = all.prefix(64).map { Target(file: $0.file, function: $0.function) }
    if !source.isMember(token - 1) { return bare(file, token, targets, imported: imported != nil) }
    let receiver = source.before(token - 1)
    guard receiver >= 0 else { return [] }
    let isSelf =
      source.isName(receiver)
      && ChainReader(reader: ExpressionReader(evaluator: self, file: file)).isSelfName(receiver)
    if isSelf, !source.isMember(receiver - 1) { return ofSelf(file, token, targets) }
    return ofObject(file, name, receiver, targets)
  }

  private func bare(_ file: Int, _ token: Int, _ targets: [Target], imported: Bool) -> [Target] {
    let reachesMethods = [.ruby, .java, .kotlin, .csharp, .swift, .elixir, .scala, .groovy, .dart]
      .contains(files[file].language)
    let own = targets.filter {
      let function = files[$0.file].outline.functions[$0.function]
      return $0.file == file && (reachesMethods || !function.isMethod && function.owner < 0)
    }
    // The innermost one in sight.
    if !own.isEmpty {
      let owner = Int(
        files[file].outline.classOfToken[min(token, files[file].outline.classOfToken.count - 1)]
      )
      let near = own.filter { files[file].outline.functions[$0.function].owner == owner }
      return Array((near.isEmpty ? own : near).prefix(4))
    }
    if imported { return Array(targets.prefix(4)) }
    guard files[file].source.syntax.sharesNames else { return [] }
    // The same package, an inherited method, or a global function.
    let folder = Self.folder(files[file].path)
    let parents = self.parents(file, token)
    let near = targets.filter {
      let function = files[$0.file].outline.functions[$0.function]
      if function.owner >= 0 {
        return parents.contains(files[$0.file].outline.classes[function.owner].name)
      }
      return Self.folder(files[$0.file].path) == folder || targets.count == 1
    }
    return Array(near.prefix(4))
  }

  static func folder(_ path: String) -> Substring {
    path.lastIndex(of: "/").map { path[..<$0] } ?? ""
  }

  /// The names that the class around a place inherits from or includes.
  private func parents(_ file: Int, _ token: Int) -> Set<String> {
    let outline = files[file].outline
    let owner = token < outline.classOfToken.count ? Int(outline.classOfToken[token]) : -1
    guard owner >= 0 else { return [] }
    var names = Set(outline.classes[owner].parents)
    for name in names {
      for place in (classNames[name] ?? []).prefix(2) {
        names.formUnion(files[place.file].outline.classes[place.index].parents)
      }
    }
    for call in outline.calls
    where call.isCommand && ["include", "extend", "prepend", "use"].contains(call.name) {
      for index in call.arguments where files[file].source.isName(index) {
        names.insert(files[file].source.text(index))
      }
    }
    names.insert(outline.classes[owner].name)
    return names
  }

  private func ofSelf(_ file: Int, _ token: Int, _ targets: [Target]) -> [Target] {
    let outline = files[file].outline
    let owner = token < outline.classOfToken.count ? Int(outline.classOfToken[token]) : -1
    var ownerName = owner >= 0 ? outline.classes[owner].name : ""
    if let function = files[file].functions(around: token).last,
      outline.functions[function].owner >= 0
    {
      ownerName = outline.classes[outline.functions[function].owner].name
    }
    let same = targets.filter { $0.file == file && self.owner($0) == ownerName }
    if !same.isEmpty { return Array(same.prefix(4)) }
    let parents = parents(file, token)
    let inherited = targets.filter {
      parents.contains(self.owner($0)) || (self.owner($0) == ownerName && !ownerName.isEmpty)
    }
    if !inherited.isEmpty { return Array(inherited.prefix(4)) }
    return Array(targets.filter { $0.file == file }.prefix(4))
  }

  private func owner(_ target: Target) -> String {
    let outline = files[target.file].outline
    let owner = outline.functions[target.function].owner
    return owner >= 0 ? outline.classes[owner].name : ""
  }

  /// Methods of an object that is known by its type, its maker, the module it comes from, or its name.
  private func ofObject(_ file: Int, _ name: String, _ receiver: Int, _ targets: [Target])
    -> [Target]
  {
    let names = origins(file, receiver)
    let proved = targets.filter { target in
      let outline = files[target.file].outline
      if names.contains(owner(target)) { return true }
      return names.contains {
        !$0.isEmpty
          && (outline.functionsByName[$0] != nil
            || (outline.assignmentsByName[$0]?.contains {
              outline.assignments[$0].function < 0 && !outline.assignments[$0].isKey
            } ?? false))
          && (target.file != file || !Self.common.contains(name))
      }
    }
    if !proved.isEmpty { return Array(proved.prefix(4)) }
    // A module by its file's name: `attio.get(…)` of attio.ts.
    let modules = Set(names.map { $0.lowercased().filter { $0 != "_" && $0 != "-" } })
    let byFile = targets.filter { modules.contains(Self.stem(files[$0.file].path)) }
    if !byFile.isEmpty { return Array(byFile.prefix(4)) }
    if !Self.common.contains(name.lowercased()), targets.count <= 2 { return targets }
    return []
  }

  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." }).lowercased().filter { $0 != "_" && $0 != "-" }
  }

  /// The names that tell what an object is: its own, its type's, its maker's.
  func origins(_ file: Int, _ receiver: Int) -> Set<String> {
    let parsed = files[file]
    let source = parsed.source
    var names: Set<String> = []
    var place = receiver
    if source.isOpen(place, Sign.roundOpen) {
      // `Client.new(…).get`, `client(token).get`
      names.formUnion(source.inside(place).prefix(4).filter { source.isName($0) }.map(source.text))
      place -= 1
    }
    guard source.isName(place) else { return names }
    var own: [String] = [source.text(place)]
    if source.isMember(place - 1), source.isName(place - 2) { own.append(source.text(place - 2)) }
    for name in own where !ChainReader.selfNames.contains(name) {
      names.insert(name)
      names.formUnion(makers(file, name))
      if let imported = parsed.outline.imports[name] {
        names.insert(imported.original)
        if let last = imported.module.split(whereSeparator: { "/.".contains($0) }).last(where: {
          !["ts", "js", "mjs", "py"].contains($0)
        }) {
          names.insert(String(last))
        }
        for shared in (sharedNames[imported.original] ?? []).prefix(3) {
          names.formUnion(makers(shared.file, imported.original))
        }
      }
    }
    return names
  }

  private func makers(_ file: Int, _ name: String) -> Set<String> {
    let parsed = files[file]
    let source = parsed.source
    var names = Set(parsed.outline.types[name] ?? [])
    for place in (parsed.outline.assignmentsByName[name] ?? []).prefix(6) {
      let value = parsed.outline.assignments[place].value
      for index in value..<min(value + 8, source.count) {
        if source.isName(index) { names.insert(source.text(index)) }
        if source.tokens[index].kind == .open, source.tokens[index].sign == Sign.roundOpen { break }
      }
    }
    return names
  }

  /// A pattern of a function with what a call gives it.
  func substituted(_ pattern: Pattern, file: Int, arguments: [Range<Int>]) -> [Pattern] {
    var results = [pattern]
    for parameter in Set(pattern.parameters) where files.indices.contains(Int(parameter.file)) {
      let given = choices(parameter, file: file, arguments: arguments)
      results = results.flatMap { result in given.map { self.replaced(result, parameter, $0) } }
      if results.count > Self.choiceLimit { results = Array(results.prefix(Self.choiceLimit)) }
    }
    return results
  }

  /// What a call gives for a parameter: nil where it gives nothing and there is no default.
  private func choices(_ parameter: Parameter, file: Int, arguments: [Range<Int>]) -> [Pattern?] {
    var bare = parameter
    bare.fallback = nil
    if let given = argument(file, arguments, bare) {
      let source = files[file].source
      if let range = argumentRange(file, arguments, bare), range.count == 1, parameter.key == nil,
        source.isName(range.lowerBound),
        ["null", "nil", "None", "undefined"].contains(source.text(range.lowerBound))
      {
        return [nil]
      }
      return given
    }
    // The rest of an object that is handed on.
    if let key = parameter.key, key != "...", let handed = handedOn(bare, file, arguments) {
      var outer = handed
      outer.key = key
      outer.fallback = parameter.fallback
      return [Pattern([.parameter(outer)])]
    }
    let function = files[Int(parameter.file)].outline.functions[Int(parameter.function)]
    guard Int(parameter.index) < function.parameters.count else { return [nil] }
    let declared = function.parameters[Int(parameter.index)]
    let fallback =
      parameter.key.flatMap { key in declared.members.first { $0.key == key }?.fallback }
      ?? (parameter.key == nil ? declared.fallback : nil)
    if let fallback { return values(Int(parameter.file), fallback) }
    if let text = parameter.fallback { return [Pattern([.text(text)])] }
    return [nil]
  }

  /// Where a call hands on a parameter of its own as the object: `request(path, options)`.
  private func handedOn(_ parameter: Parameter, _ file: Int, _ arguments: [Range<Int>])
    -> Parameter?
  {
    var whole = parameter
    whole.key = nil
    guard let range = argumentRange(file, arguments, whole) else { return nil }
    let source = files[file].source
    var places = [range]
    if source.isOpen(range.lowerBound, Sign.curlyOpen) {
      places = source.parts(source.inside(range.lowerBound)).filter {
        source.isSign($0.lowerBound, Sign.spread)
      }
      .map { ($0.lowerBound + 1)..<$0.upperBound }
    }
    for place in places {
      let value = values(file, place)
      if value.count == 1, value[0].pieces.count == 1,
        case .parameter(let outer) = value[0].pieces[0], outer.key == nil
      {
        return outer
      }
    }
    return nil
  }

  private func replaced(_ pattern: Pattern, _ parameter: Parameter, _ value: Pattern?) -> Pattern {
    var result = pattern
    result.pieces = pattern.pieces.map { piece in
      if case .whenGiven(parameter, let yes, let no) = piece {
        if let value, case .parameter(let outer)? = value.pieces.first, value.pieces.count == 1 {
          return .whenGiven(outer, yes, no)
        }
        return .text(value == nil ? no : yes)
      }
      return piece
    }
    return filled(result, [parameter: value ?? .gap("")])
  }
}
