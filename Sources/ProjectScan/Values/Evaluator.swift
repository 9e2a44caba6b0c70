/// Tells what strings expressions come to, as far as the source says.
final class Evaluator {
  var files: [ParsedFile]
  /// Where each name is given a value outside functions, or as a member.
  var sharedNames: [String: [(file: Int, assignment: Int)]] = [:]
  var functionNames: [String: [(file: Int, function: Int)]] = [:]
  var classNames: [String: [(file: Int, index: Int)]] = [:]
  var callsByName: [String: [(file: Int, call: Int)]] = [:]
  /// Values in files that are no code, by the last part of their name.
  var settings: [String: [String]] = [:]
  private var cache: [Span: [Pattern]] = [:]
  private var returns: [Int64: [Pattern]] = [:]
  var depth = 0
  var steps = 0

  static let depthLimit = 28
  static let stepLimit = 6_000_000
  static let choiceLimit = 6

  /// An expression in a file.
  struct Span: Hashable {
    var file: Int32
    var start: Int32
    var end: Int32
  }

  init(files: [ParsedFile], settings: [String: [String]]) {
    self.files = files
    self.settings = settings
    for index in files.indices { register(index) }
  }

  private func register(_ index: Int) {
    let outline = files[index].outline
    for (place, assignment) in outline.assignments.enumerated()
    where assignment.function < 0 || assignment.isMember {
      let count = sharedNames[assignment.name]?.count ?? 0
      guard
        count < Self.sharedLimit
          || count < 8 * Self.sharedLimit && namesAttio(index, assignment.value)
      else { continue }
      sharedNames[assignment.name, default: []].append((index, place))
    }
    for (place, function) in outline.functions.enumerated() where !function.name.isEmpty {
      let count = functionNames[function.name]?.count ?? 0
      if count < 8 * Self.sharedLimit {
        functionNames[function.name, default: []].append((index, place))
      }
    }
    for (place, owner) in outline.classes.enumerated() {
      classNames[owner.name, default: []].append((index, place))
    }
    for (place, call) in outline.calls.enumerated() {
      callsByName[call.name, default: []].append((index, place))
    }
  }

  /// Of a name that everybody uses, this many places are kept, and more of those that name Attio.
  private static let sharedLimit = 16

  /// Whether a value's first tokens say `attio`.
  private func namesAttio(_ file: Int, _ start: Int) -> Bool {
    let source = files[file].source
    for index in start..<min(start + 8, source.count)
    where source.tokens[index].kind == .text || source.tokens[index].kind == .name {
      let token = source.tokens[index]
      if ByteSearch.contains(
        Array(source.bytes[Int(token.start)..<Int(token.end)]),
        lowercased: Array("attio".utf8)
      ) {
        return true
      }
    }
    return false
  }

  /// The strings that an expression may come to; one unnamed gap where nothing is known.
  func values(_ file: Int, _ range: Range<Int>) -> [Pattern] {
    guard !range.isEmpty, depth < Self.depthLimit, steps < Self.stepLimit else { return [.gap("")] }
    let span = Span(file: Int32(file), start: Int32(range.lowerBound), end: Int32(range.upperBound))
    if let known = cache[span] { return known }
    cache[span] = [.gap("")]
    depth += 1
    steps += 1
    let result = distinct(ExpressionReader(evaluator: self, file: file).values(range))
    depth -= 1
    // What was cut short by the depth is not kept.
    if depth < Self.depthLimit - 8 { cache[span] = result } else { cache[span] = nil }
    return result
  }

  func distinct(_ patterns: [Pattern]) -> [Pattern] {
    var result: [Pattern] = []
    for pattern in patterns where !result.contains(pattern) {
      result.append(pattern)
      if result.count == Self.choiceLimit { break }
    }
    return result.isEmpty ? [.gap("")] : result
  }

  /// Every pair, joined.
  func joined(_ left: [Pattern], _ right: [Pattern]) -> [Pattern] {
    var result: [Pattern] = []
    for first in left {
      for second in right where result.count < Self.choiceLimit { result.append(first + second) }
    }
    return result
  }

  /// What a function gives back, with its parameters open.
  func returned(_ file: Int, _ function: Int) -> [Pattern] {
    let key = Int64(file) << 32 | Int64(function)
    if let known = returns[key] { return known }
    returns[key] = [.gap("")]
    let result = distinct(returnRanges(file, function).flatMap { values(file, $0) })
    returns[key] = result
    return result
  }

  func returnRanges(_ file: Int, _ index: Int) -> [Range<Int>] {
    let parsed = files[file]
    let function = parsed.outline.functions[index]
    let source = parsed.source
    if function.isExpression { return [function.body] }
    var ranges: [Range<Int>] = []
    var lastStart = -1
    var indent = Int32.max
    var steps = 0
    for token in function.body where token < source.count {
      steps += 1
      if steps > 4_000 { break }
      if source.isName(token, "return"), Int(parsed.outline.functionOfToken[token]) == index,
        token + 1 < source.count
      {
        let end = source.expressionEnd(token + 1)
        if end > token + 1 { ranges.append((token + 1)..<end) }
        if ranges.count >= 4 { break }
      }
      if source.syntax.givesLast,
        source.tokens[token].startsLine || token == function.body.lowerBound,
        !source.isMember(token), !source.isSign(token, Sign.pipe),
        source.tokens[token].kind != .close,
        !source.isName(token, "end")
      {
        if source.tokens[token].indent <= indent {
          indent = source.tokens[token].indent
          lastStart = token
        }
      }
    }
    if ranges.isEmpty, source.syntax.givesLast, lastStart >= 0 {
      let end = min(source.expressionEnd(lastStart), function.body.upperBound)
      if end > lastStart { ranges.append(lastStart..<end) }
    }
    return ranges
  }
}
