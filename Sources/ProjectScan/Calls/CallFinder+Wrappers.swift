extension CallFinder {
  /// Keeps a call: as one that is complete, or as what its function sends.
  func note(
    _ file: Int,
    _ call: Outline.Call,
    _ value: Pattern,
    _ method: MethodReader.Answer,
    isOwn: Bool,
    isGuess: Bool = false
  ) {
    guard let address = Address(value), !address.isBase else { return }
    let parsed = evaluator.files[file]
    let origin =
      value.origin
      ?? Origin(
        file: Int32(file),
        token: Int32(call.token),
        line: parsed.source.tokens[call.token].line
      )
    var strength = method.strength
    if value.isThroughCall, strength == .usual { strength = .none }
    let candidate = Candidate(
      path: address.path,
      methods: method.values,
      strength: strength,
      file: Int(origin.file),
      line: Int(origin.line),
      isSure: !isGuess && !address.isConfigured,
      isConfigured: address.hidesVersion,
      group: Origin(file: Int32(file), token: Int32(call.token), line: 0),
      isGuess: isGuess
    )
    keep(candidate, origin: origin, file: file, token: call.token)
  }

  func keep(_ candidate: Candidate, origin: Origin, file: Int, token: Int) {
    let isGenerated = generated.contains(Int(origin.file)) && generated.contains(file)
    let owner = openFunction(candidate)
    if isGenerated || owner != nil {
      let inner = evaluator.files[file].functions(around: token).first.map {
        Evaluator.Target(file: file, function: $0)
      }
      guard let target = owner ?? inner else { return }
      let summary = Summary(
        path: candidate.path,
        isWholeAddress: false,
        methods: candidate.methods,
        strength: candidate.strength,
        isConfigured: candidate.isConfigured,
        isSure: candidate.isSure,
        isGenerated: isGenerated,
        file: file,
        line: isGenerated || candidate.path.parameters.isEmpty
          ? Int(origin.line) : Int(evaluator.files[file].source.tokens[token].line)
      )
      add(summary, to: target)
      return
    }
    candidates[origin, default: []].append(candidate)
  }

  /// Keeps a summary; of two about the same path, the one that surely knows the method.
  private func add(_ summary: Summary, to target: Evaluator.Target) {
    var known = summaries[target] ?? []
    guard !known.contains(summary) else { return }
    if known.contains(where: {
      $0.path.pieces == summary.path.pieces && $0.strength > summary.strength
        && summary.strength <= .usual
    }) {
      return
    }
    known.removeAll {
      $0.path.pieces == summary.path.pieces && $0.strength < summary.strength
        && $0.strength <= .usual
    }
    known.append(summary)
    summaries[target] = known
  }

  /// The function on whose callers a call depends; nil where the call is complete.
  private func openFunction(_ candidate: Candidate) -> Evaluator.Target? {
    for method in candidate.methods {
      if let parameter = method.parameters.first {
        return Evaluator.Target(file: Int(parameter.file), function: Int(parameter.function))
      }
    }
    guard
      let parameter = PathText(candidate.path, isConfigured: candidate.isConfigured).openParameter
    else { return nil }
    return Evaluator.Target(file: Int(parameter.file), function: Int(parameter.function))
  }

  /// Keeps that a function sends to an address that its caller gives.
  func summarize(_ file: Int, _ call: Outline.Call, _ value: Pattern, _ method: MethodReader.Answer)
  {
    guard let parameter = value.parameters.first else { return }
    let summary = Summary(
      path: value,
      isWholeAddress: true,
      methods: method.values,
      strength: method.strength,
      isConfigured: false,
      file: file,
      line: Int(evaluator.files[file].source.tokens[call.token].line)
    )
    let target = Evaluator.Target(file: Int(parameter.file), function: Int(parameter.function))
    if !(summaries[target]?.contains(summary) ?? false) {
      summaries[target, default: []].append(summary)
    }
  }

  /// Looks at the callers of functions that send; gives back the functions that were found to send, too.
  func wrappers(_ fresh: Set<Evaluator.Target>) -> Set<Evaluator.Target> {
    let before = summaries
    let names = Set(fresh.map { evaluator.files[$0.file].outline.functions[$0.function].name })
      .filter { !$0.isEmpty }
    for name in names.sorted() {
      for place in callers(of: name) {
        let call = evaluator.files[place.file].outline.calls[place.call]
        evaluator.steps = 0
        for target in evaluator.callees(place.file, name: call.name, at: call.token)
        where fresh.contains(target) {
          guard !isDefinition(place.file, call, target) else { continue }
          called.insert(target)
          for summary in before[target] ?? [] {
            apply(summary, to: call, in: place.file, of: target)
          }
        }
      }
    }
    return Set(summaries.keys.filter { summaries[$0] != before[$0] })
  }

  private func callers(of name: String) -> [(file: Int, call: Int)] {
    var places = evaluator.callsByName[name] ?? []
    // Renamed imports.
    for (file, parsed) in evaluator.files.enumerated() {
      for (local, imported) in parsed.outline.imports
      where imported.original == name && local != name {
        places += (evaluator.callsByName[local] ?? []).filter { $0.file == file }
      }
    }
    return places
  }

  /// Whether what looks like a call is the function's own head.
  private func isDefinition(_ file: Int, _ call: Outline.Call, _ target: Evaluator.Target) -> Bool {
    if target.file == file,
      evaluator.files[file].outline.functions[target.function].token == call.token
    {
      return true
    }
    return evaluator.files[file].outline.functions.contains {
      $0.token == call.token && $0.name == call.name
    }
  }

  private func apply(
    _ summary: Summary,
    to call: Outline.Call,
    in file: Int,
    of target: Evaluator.Target
  ) {
    let source = evaluator.files[file].source
    var arguments = source.parts(call.arguments)
    if call.token > 0, source.syntax.hasCommandCalls { arguments = piped(file, call) + arguments }
    let paths = evaluator.substituted(summary.path, file: file, arguments: arguments)
    let methods = summary.methods.flatMap {
      evaluator.substituted($0, file: file, arguments: arguments)
    }.map { value in
      value.text.flatMap(HTTPMethod.named).map { Pattern([.text($0)]) }
        ?? methodName(value).map { Pattern([.text($0)]) } ?? value
    }
    let isCallersPath = summary.path.parameters.isEmpty == false
    for path in paths {
      var whole = path
      if !summary.isWholeAddress {
        whole = Pattern([.text("https://" + Address.host)])
        whole = whole + path
        whole.origin = path.origin
      }
      guard let address = Address(whole) else {
        if summary.isWholeAddress, let first = path.parameters.first {
          let outer = Evaluator.Target(file: Int(first.file), function: Int(first.function))
          var handed = summary
          handed.path = path
          handed.methods = methods
          if outer != target, !(summaries[outer]?.contains(handed) ?? false) {
            summaries[outer, default: []].append(handed)
          }
        }
        continue
      }
      if address.isBase { continue }
      let token = Int32(call.token)
      let here = Origin(file: Int32(file), token: token, line: source.tokens[call.token].line)
      var origin = here
      if isCallersPath, !summary.isGenerated, let given = path.origin, given != summary.path.origin
      {
        // A constant of the file's is told where it is given.
        let functions = evaluator.files[file].outline.functionOfToken
        let isNear =
          Int(given.file) == file && Int(given.token) < functions.count
          && functions[Int(given.token)] == functions[call.token]
        origin = isNear ? given : here
      }
      // A path of the function's own, with a method that callers give, is told where it stands.
      if !isCallersPath, !summary.isGenerated { origin = path.origin ?? here }
      let candidate = Candidate(
        path: address.path,
        methods: methods,
        strength: summary.strength,
        file: Int(origin.file),
        line: Int(origin.line),
        isSure: !address.isConfigured && summary.isSure,
        isConfigured: address.hidesVersion || summary.isConfigured,
        group: here
      )
      keep(candidate, origin: origin, file: file, token: call.token)
    }
  }

  private func methodName(_ value: Pattern) -> String? {
    guard value.pieces.count == 1, case .gap(let name) = value.pieces[0] else { return nil }
    return HTTPMethod.named(name)
  }

  private func piped(_ file: Int, _ call: Outline.Call) -> [Range<Int>] {
    let source = evaluator.files[file].source
    guard source.isSign(call.token - 1, Sign.pipe), call.token >= 2 else { return [] }
    let left = source.before(call.token - 1)
    return left >= 0 ? [left..<(call.token - 1)] : []
  }
}
