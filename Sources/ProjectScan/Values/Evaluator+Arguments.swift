extension Evaluator {
  /// The values that a call gives for a parameter; nil where it gives none.
  func argument(_ file: Int, _ arguments: [Range<Int>], _ parameter: Parameter) -> [Pattern]? {
    guard let range = argumentRange(file, arguments, parameter) else { return nil }
    guard let key = parameter.key else { return values(file, range) }
    guard let member = member(key, file, range) else { return nil }
    return values(file, member)
  }

  /// Where a call gives an argument.
  func argumentRange(_ file: Int, _ arguments: [Range<Int>], _ parameter: Parameter) -> Range<Int>?
  {
    let function = files[Int(parameter.file)].outline.functions[Int(parameter.function)]
    guard Int(parameter.index) < function.parameters.count else { return nil }
    let wanted = function.parameters[Int(parameter.index)]
    let source = files[file].source
    for range in arguments where isNamed(range, source) {
      let label = source.text(range.lowerBound)
      if label == wanted.name || label == wanted.label {
        return (range.lowerBound + 2)..<range.upperBound
      }
    }
    var index = Int(parameter.index)
    if let first = function.parameters.first, ["self", "cls"].contains(first.name), index > 0 {
      index -= 1
    }
    let positional = arguments.filter { !isNamed($0, source) || !source.syntax.namesArguments }
    guard index < positional.count, !positional[index].isEmpty else { return nil }
    var range = positional[index]
    if isNamed(range, source), wanted.members.isEmpty, source.syntax.parameters == .labelled {
      range = (range.lowerBound + 2)..<range.upperBound
    }
    return range
  }

  func isNamed(_ range: Range<Int>, _ source: SourceText) -> Bool {
    guard range.count > 2 else { return false }
    let first = range.lowerBound
    if source.isName(first), source.isSign(first + 1, Sign.colon) { return true }
    return source.isName(first) && source.isSign(first + 1, Sign.assign)
      && source.syntax.namesArguments
  }

  /// The value of a member of an object: a literal, or a name for one.
  func member(_ key: String, _ file: Int, _ range: Range<Int>, depth: Int = 0) -> Range<Int>? {
    let source = files[file].source
    guard !range.isEmpty, depth < 4 else { return nil }
    var start = range.lowerBound
    while start < range.upperBound,
      source.isSign(start, Sign.ampersand) || source.isName(start, "new")
        || source.isName(start, "array") || source.isSign(start, Sign.percent)
    { start += 1 }
    guard start < range.upperBound else { return nil }
    if source.tokens[start].kind == .open, source.tokens[start].sign != Sign.template {
      for part in source.parts(source.inside(start)) {
        if let value = keyedValue(key, part, source) { return value }
        if part.count == 1, source.isName(part.lowerBound), source.text(part.lowerBound) == key {
          return part
        }
      }
      return nil
    }
    guard source.isName(start), range.upperBound == start + 1 else { return nil }
    let name = source.text(start)
    let outline = files[file].outline
    for place in (outline.assignmentsByName[name] ?? []).suffix(200).reversed()
    where outline.assignments[place].token < start && !outline.assignments[place].isKey {
      let value = outline.assignments[place].value
      let end = source.expressionEnd(value)
      if value < end, let found = member(key, file, value..<end, depth: depth + 1) { return found }
    }
    return nil
  }

  /// The value of `key: value`, `'key' => value` or `key=value`.
  func keyedValue(_ key: String, _ part: Range<Int>, _ source: SourceText) -> Range<Int>? {
    guard part.count > 2,
      source.tokens[part.lowerBound].kind == .text || source.isName(part.lowerBound),
      source.text(part.lowerBound).lowercased() == key.lowercased()
    else { return nil }
    let sign = part.lowerBound + 1
    guard
      source.isSign(sign, Sign.colon) || source.isSign(sign, Sign.arrow)
        || source.isSign(sign, Sign.assign)
    else { return nil }
    return (sign + 1)..<part.upperBound
  }
}
