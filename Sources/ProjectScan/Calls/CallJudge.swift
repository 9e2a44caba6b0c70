import AttioTables

/// Judges what was found: which operation each call is, and what is left open.
struct CallJudge {
  let finder: CallFinder
  var result = ScanResult()
  private var places: Set<String> = []
  private var matched: Set<Origin> = []
  private var open: [(candidate: Candidate, text: String?)] = []
  private var evaluator: Evaluator { finder.evaluator }

  init(_ finder: CallFinder) { self.finder = finder }

  static func judge(_ finder: CallFinder) -> ScanResult {
    var judge = CallJudge(finder)
    for (origin, candidates) in finder.candidates { judge.place(origin, candidates) }
    judge.uncalled()
    for (candidate, text) in judge.open where !judge.matched.contains(candidate.group) {
      judge.leaveOpen(file: candidate.file, line: candidate.line, text)
    }
    return judge.result
  }

  private mutating func place(_ origin: Origin, _ candidates: [Candidate]) {
    let strongest = candidates.map(\.strength).max() ?? .none
    var kept = candidates.filter { $0.strength >= .named }
    if kept.isEmpty { kept = candidates.filter { $0.strength == strongest } }
    if kept.contains(where: { !$0.isGuess }) { kept = kept.filter { !$0.isGuess } }
    for candidate in kept { judge(candidate) }
  }

  private mutating func judge(_ candidate: Candidate) {
    let path = PathText(candidate.path, isConfigured: candidate.isConfigured)
    let table = PathText.table
    guard path.segments.first == .literal("v2") else {
      if case .literal("scim")? = path.segments.first { return }
      if !candidate.isGuess, path.segments.first != .value, !path.segments.isEmpty {
        unresolved(candidate, "no such endpoint: \(shown(candidate, path))")
      } else if !candidate.isGuess, !path.segments.isEmpty {
        unresolved(candidate, nil)
      }
      return
    }
    var found = false
    for method in candidate.methods {
      guard let verb = method.text else {
        let rows = HTTPMethod.names.sorted().flatMap { table.match($0, path.segments) }
        if rows.count == 1 {
          found = true
          add(candidate, path, rows[0], isSure: false)
        }
        continue
      }
      let rows = table.match(verb, path.segments)
      if let row = rows.first,
        rows.count == 1 || !path.segments.dropFirst().prefix(1).contains(.value)
      {
        found = true
        add(candidate, path, row, isSure: candidate.isSure && candidate.strength > .none)
      }
    }
    if found || candidate.isGuess { return }
    // A method that was only guessed gives way to the one that there is.
    if candidate.strength <= .usual, candidate.methods.allSatisfy({ $0.text != nil }) {
      let rows = HTTPMethod.names.sorted().flatMap { table.match($0, path.segments) }
      if rows.count == 1, candidate.strength == .none {
        return add(candidate, path, rows[0], isSure: false)
      }
    }
    let isKnown =
      !path.segments.contains(.value)
      || !table.rows.contains {
        $0.segments.count == path.segments.count && looseFit($0.segments, path.segments)
      }
    if isKnown, candidate.methods.allSatisfy({ $0.text != nil }) {
      unresolved(candidate, "no such endpoint: \(shown(candidate, path))")
    } else {
      unresolved(candidate, nil)
    }
  }

  private func looseFit(_ row: [String], _ path: [OperationTable.Segment]) -> Bool {
    zip(row, path).allSatisfy { $0.hasPrefix("{") || $1 == .value || $1 == .literal($0) }
  }

  private func shown(_ candidate: Candidate, _ path: PathText) -> String {
    let method = candidate.methods.first?.text ?? "GET"
    let segments = path.segments.map { if case .literal(let text) = $0 { text } else { "{…}" } }
    return "\(method) /\(segments.joined(separator: "/"))"
  }

  private mutating func add(
    _ candidate: Candidate,
    _ path: PathText,
    _ row: OperationTable.Row,
    isSure: Bool
  ) {
    let file = evaluator.files[candidate.file]
    let operation = "\(row.requirement.method.rawValue) \(row.requirement.path)"
    matched.insert(candidate.group)
    guard places.insert("\(file.path):\(candidate.line):\(operation)").inserted else { return }
    var target: String?
    if row.segments.count > 1, row.segments[1] == "{target}",
      case .literal(let text) = path.segments[1]
    {
      target = text
    }
    let call = ScanResult.Call(
      operation: operation,
      file: file.path,
      line: candidate.line,
      isCertain: isSure,
      requirement: row.requirement,
      target: target
    )
    if isTest(file, line: candidate.line) {
      result.testCalls.append(call)
    } else {
      result.calls.append(call)
    }
  }

  private func isTest(_ file: ParsedFile, line: Int) -> Bool {
    file.isTest || file.testsFrom.map { line >= $0 } ?? false
  }

  private mutating func unresolved(_ candidate: Candidate, _ text: String?) {
    open.append((candidate, text))
  }

  private mutating func leaveOpen(file index: Int, line: Int, _ text: String?) {
    let file = evaluator.files[index]
    guard !isTest(file, line: line), places.insert("\(file.path):\(line):?").inserted else {
      return
    }
    let shown = text ?? SourceExcerpt.line(line, of: file.source)
    result.unresolved.append(
      ScanResult.Unresolved(file: file.path, line: line, text: SourceExcerpt.safe(shown))
    )
  }

  /// Functions that send what their callers give, where nobody calls them.
  private mutating func uncalled() {
    for (target, summaries) in finder.summaries where !finder.called.contains(target) {
      for summary in summaries where !summary.isWholeAddress && !summary.isGenerated {
        let methods = summary.methods.flatMap { method -> [Pattern] in
          if case .whenGiven(_, let yes, let no)? = method.pieces.first {
            return [Pattern([.text(yes)]), Pattern([.text(no)])]
          }
          return [method]
        }
        let isOpen = PathText(summary.path, isConfigured: summary.isConfigured).openParameter != nil
        // Where the parameters can only be values, the operation is told all the same.
        let segments = PathText(summary.path, isConfigured: summary.isConfigured).segments
        let rows = methods.compactMap(\.text).flatMap { PathText.table.match($0, segments) }
        guard !isOpen || rows.count == methods.count && segments.count > 2,
          methods.allSatisfy({ $0.text != nil })
        else {
          leaveOpen(file: summary.file, line: summary.line, nil)
          continue
        }
        judge(
          Candidate(
            path: summary.path,
            methods: methods,
            strength: summary.strength,
            file: summary.file,
            line: summary.line,
            isSure: false,
            isConfigured: summary.isConfigured,
            group: Origin(file: Int32(target.file), token: Int32(-target.function - 2), line: 0)
          )
        )
      }
    }
  }
}
