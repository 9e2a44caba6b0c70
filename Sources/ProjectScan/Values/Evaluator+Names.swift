extension Evaluator {
  /// The values of a name at a place.
  func resolve(_ file: Int, _ name: String, at token: Int) -> [Pattern] {
    let parsed = files[file]
    let outline = parsed.outline
    for index in parsed.functions(around: token) {
      let function = outline.functions[index]
      if let local = local(file, name, in: index, at: token) { return local }
      for (place, parameter) in function.parameters.enumerated() {
        if parameter.name == name, !name.isEmpty {
          return base(file, parameter.fallback) ?? [open(file, index, place, nil)]
        }
        if let member = parameter.members.first(where: { $0.name == name }) {
          return base(file, member.fallback) ?? [open(file, index, place, member.key)]
        }
      }
    }
    let own = near(outline.assignmentsByName[name] ?? [], token, outline).filter {
      let assignment = outline.assignments[$0]
      return !assignment.isKey && (assignment.function < 0 || assignment.isMember)
    }
    let found = own.flatMap { value(file, $0, seenFrom: token) }.filter { $0 != .gap("") }
    if !found.isEmpty { return distinct(preferAddresses(found)).map { renamed($0, name) } }
    if let imported = outline.imports[name] {
      let shared = resolveShared(imported.original, from: file)
      if shared[0] != .gap("") { return shared.map { renamed($0, name) } }
    } else if parsed.source.syntax.sharesNames {
      let shared = resolveShared(name, from: file)
      if shared[0] != .gap("") { return shared.map { renamed($0, name) } }
    }
    // A method or property of that name that takes nothing.
    if let index = outline.functionsByName[name]?.first, outline.functions[index].parameters.isEmpty
    {
      let value = returned(file, index)
      if value[0] != .gap("") { return value }
    }
    return [.gap(name)]
  }

  /// The address that a parameter has by default, which callers change in tests alone.
  private func base(_ file: Int, _ fallback: Range<Int>?) -> [Pattern]? {
    guard let fallback else { return nil }
    let found = values(file, fallback).filter { Address($0) != nil }
    return found.isEmpty ? nil : found
  }

  private func open(_ file: Int, _ function: Int, _ index: Int, _ key: String?) -> Pattern {
    let parameter = Parameter(
      file: Int32(file),
      function: Int32(function),
      index: Int32(index),
      key: key
    )
    return Pattern([.parameter(parameter)])
  }

  private func preferAddresses(_ values: [Pattern]) -> [Pattern] {
    let addresses = values.filter { Address($0) != nil }
    return addresses.isEmpty ? values : addresses
  }

  private func renamed(_ pattern: Pattern, _ name: String) -> Pattern {
    if pattern == .gap("") || pattern.isEmpty { return .gap(name) }
    if case .gap(let inner)? = pattern.pieces.first, pattern.pieces.count == 1,
      !Address.namesBase(inner), Address.namesBase(name)
    {
      return .gap(name)
    }
    return pattern
  }

  /// The number of assignments that begin before a token; they are in the order of the source, but for
  /// what was taken apart.
  private func firstAfter(_ token: Int, _ places: [Int], _ outline: Outline) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if outline.assignments[places[middle]].token < token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The assignments around a token, at most 24.
  private func near(_ places: [Int], _ token: Int, _ outline: Outline) -> [Int] {
    guard places.count > 24 else { return places }
    let end = firstAfter(token, places, outline)
    let lower = max(0, end - 16)
    return Array(places[lower..<min(places.count, lower + 24)])
  }

  /// What a function's own variable holds at a place: the last value that it was surely given, and those
  /// that it may have been given since.
  private func local(_ file: Int, _ name: String, in function: Int, at token: Int) -> [Pattern]? {
    let parsed = files[file]
    guard let places = parsed.outline.assignmentsByName[name] else { return nil }
    var found: [Int] = []
    let end = firstAfter(token, places, parsed.outline)
    for place in places[max(0, end - 200)..<end].reversed() {
      let assignment = parsed.outline.assignments[place]
      guard assignment.function == function, !assignment.isMember, assignment.token < token,
        assignment.value <= token, !isWithin(token, parsed, assignment)
      else { continue }
      found.append(place)
      if isCertain(assignment.token, before: token, parsed) || found.count == 4 { break }
    }
    guard !found.isEmpty else { return nil }
    return found.flatMap { value(file, $0, seenFrom: token) }.map { renamed($0, name) }
  }

  private func isWithin(_ token: Int, _ parsed: ParsedFile, _ assignment: Outline.Assignment)
    -> Bool
  {
    token < assignment.value + 400 && token < parsed.source.expressionEnd(assignment.value)
  }

  /// Whether a statement has run wherever the later place is reached.
  private func isCertain(_ earlier: Int, before later: Int, _ parsed: ParsedFile) -> Bool {
    let source = parsed.source
    guard later < source.count else { return true }
    if source.syntax.blocks == .indentation {
      return source.tokens[earlier].indent <= source.tokens[later].indent
    }
    var block = Int(source.tokens[earlier].parent)
    while block >= 0, !source.isOpen(block, Sign.curlyOpen) {
      block = Int(source.tokens[block].parent)
    }
    return block < 0 || Int(source.tokens[block].match) > later
  }

  /// The value of an assignment, with the parameters that are out of sight filled in.
  func value(_ file: Int, _ place: Int, seenFrom token: Int?) -> [Pattern] {
    let parsed = files[file]
    let assignment = parsed.outline.assignments[place]
    guard assignment.value < parsed.source.count else { return [.gap("")] }
    let range =
      assignment.value..<max(assignment.value, parsed.source.expressionEnd(assignment.value))
    guard !range.isEmpty else { return [.gap("")] }
    if let key = parsed.outline.destructured[place] {
      let value = values(file, range)
      return ChainReader(reader: ExpressionReader(evaluator: self, file: file))
        .member(key, of: value, isSelf: false, at: assignment.token)
    }
    let result = values(file, range)
    if assignment.isEach, parsed.source.tokens[range.lowerBound].kind == .text {
      return [.gap(assignment.name)]
    }
    let inSight = token.map { parsed.functions(around: $0) } ?? []
    return result.flatMap { grounded($0, file: file, inSight: inSight) }
  }

  /// Replaces parameters of functions that are not around the reader: by their defaults, by what
  /// constructors are given, or by gaps of their names.
  private func grounded(_ pattern: Pattern, file: Int, inSight: [Int]) -> [Pattern] {
    let hidden = pattern.parameters.filter {
      Int($0.file) != file || !inSight.contains(Int($0.function))
    }
    guard let first = hidden.first else { return [pattern] }
    let owner = files[Int(first.file)].outline.functions[Int(first.function)]
    var result: [Pattern] = []
    if Int(first.index) < owner.parameters.count {
      let parameter = owner.parameters[Int(first.index)]
      let fallback =
        first.key.flatMap { key in parameter.members.first { $0.key == key }?.fallback }
        ?? (first.key == nil ? parameter.fallback : nil)
      if let fallback { result = values(Int(first.file), fallback) }
      if !result.contains(where: { Address($0) != nil }) {
        let given = constructed(first, owner)
        let isKnown = !given.isEmpty && given.allSatisfy { $0.text != nil }
        if given.contains(where: { Address($0) != nil }) || (isKnown && result.isEmpty) {
          result = given
        }
      }
      if result.isEmpty, let text = first.fallback { result = [Pattern([.text(text)])] }
      if result.isEmpty { result = [.gap(first.key ?? parameter.name)] }
    }
    if result.isEmpty { result = [.gap("")] }
    return result.map { filled(pattern, [first: $0]) }
  }

  /// What is given for a parameter where the object is made.
  private func constructed(_ parameter: Parameter, _ function: Outline.Function) -> [Pattern] {
    guard function.owner >= 0, depth < Self.depthLimit - 6 else { return [] }
    let owner = files[Int(parameter.file)].outline.classes[function.owner].name
    var result: [Pattern] = []
    for place in (callsByName[owner] ?? []).prefix(4) {
      let call = files[place.file].outline.calls[place.call]
      let arguments = files[place.file].source.parts(call.arguments)
      result += argument(place.file, arguments, parameter) ?? []
    }
    return result
  }

  /// A member of the object or class that a place belongs to, or of one it inherits from.
  func resolveMember(_ file: Int, _ name: String, at token: Int) -> [Pattern] {
    let outline = files[file].outline
    let places = near(outline.assignmentsByName[name] ?? [], token, outline).filter {
      let assignment = outline.assignments[$0]
      return assignment.isMember && !assignment.isKey
        || assignment.function < 0 && !assignment.isKey
    }
    var found = places.flatMap { value(file, $0, seenFrom: token) }.filter { $0 != .gap("") }
    if found.isEmpty { found = parameterMembers(file, name) }
    if found.isEmpty, let index = outline.functionsByName[name]?.first,
      outline.functions[index].parameters.isEmpty
    {
      found = returned(file, index).filter { $0 != .gap("") }
    }
    if found.isEmpty { found = resolveShared(name, from: file).filter { $0 != .gap("") } }
    return distinct(preferAddresses(found)).map { renamed($0, name) }
  }

  /// The defaults of parameters that a constructor keeps as members.
  private func parameterMembers(_ file: Int, _ name: String) -> [Pattern] {
    var result: [Pattern] = []
    for function in files[file].outline.functions
    where function.name == "constructor" || function.name == "__init__"
      || function.name == "__construct"
    {
      for parameter in function.parameters where parameter.name == name {
        if let fallback = parameter.fallback { result += values(file, fallback) }
      }
    }
    return result
  }

  /// The values that a name has in any file.
  func resolveShared(_ name: String, from file: Int) -> [Pattern] {
    var found: [Pattern] = []
    if let places = sharedNames[name] {
      // The nearest file first: its folder is the longest that both share.
      let near = places.count > 12 ? Array(places.filter { $0.file == file }.prefix(12)) : places
      for place in near where found.count < 12 {
        found += value(place.file, place.assignment, seenFrom: nil)
      }
    }
    for place in (functionNames[name] ?? []).prefix(2)
    where files[place.file].outline.functions[place.function].parameters.isEmpty {
      found += returned(place.file, place.function)
    }
    found = found.filter { $0 != .gap("") && !$0.isEmpty }
    if !found.contains(where: { Address($0) != nil }), let texts = settings[Self.settingKey(name)] {
      for text in texts {
        var pattern = Pattern([.text(text)])
        pattern.isConfigured = true
        found.append(pattern)
      }
    }
    return distinct(preferAddresses(found))
  }

  /// A setting's name as it is compared: its last part, letters only.
  static func settingKey(_ name: String) -> String {
    let last = name.split { ".:/".contains($0) }.last.map(String.init) ?? name
    return last.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  /// A pattern with parameters replaced.
  func filled(_ pattern: Pattern, _ values: [Parameter: Pattern]) -> Pattern {
    var result = Pattern([], origin: nil)
    result.isConfigured = pattern.isConfigured
    for piece in pattern.pieces {
      switch piece {
      case .parameter(let parameter):
        if let value = values[parameter] {
          result = result + value
        } else {
          result = result + Pattern([piece])
        }
      default: result = result + Pattern([piece])
      }
    }
    // The path begins in what the caller gives, unless the function's own text says more than a base.
    var own = Pattern([pattern.pieces.first ?? .text("")])
    own.origin = pattern.origin
    let ownIsBase =
      Address(own)?.isBase ?? ["", "v2"].contains(pattern.head.filter { $0 != "/" })
    result.origin = ownIsBase ? result.origin ?? pattern.origin : pattern.origin ?? result.origin
    result.isThroughCall = result.isThroughCall || pattern.isThroughCall
    return result
  }
}
