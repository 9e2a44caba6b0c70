/// Reads one expression of a file, from its outermost operator inwards.
struct ExpressionReader {
  let evaluator: Evaluator
  let file: Int

  var parsed: ParsedFile { evaluator.files[file] }
  var source: SourceText { evaluator.files[file].source }

  private static let leading: Set<String> = [
    "await", "return", "yield", "async", "try", "throw", "unsafe", "from",
  ]

  func values(_ range: Range<Int>) -> [Pattern] {
    let source = source
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let isMark =
        source.isSign(start, Sign.ampersand) || source.isSign(start, Sign.star)
        || source.isSign(start, Sign.spread)
        || source.isSign(start, Sign.question) || source.isSign(start, Sign.bang)
      guard
        isMark
          || (source.isName(start) && end > start + 1 && Self.leading.contains(source.text(start)))
      else {
        break
      }
      start += 1
    }
    while end > start, source.isSign(end - 1, Sign.bang) || source.isSign(end - 1, Sign.question) {
      end -= 1
    }
    guard start < end else { return [.gap("")] }
    // A cast in front: `(string) x`
    if source.isOpen(start, Sign.roundOpen), source.after(start) == end {
      return evaluator.values(file, source.inside(start))
    }
    if source.isName(start, "if"), let values = conditional(start..<end) { return values }
    return operators(start..<end)
  }

  /// `if c { a } else { b }` and `if (c) a else b`.
  private func conditional(_ range: Range<Int>) -> [Pattern]? {
    let source = source
    var index = range.lowerBound
    while index < range.upperBound {
      if source.isName(index, "else") {
        let left = source.before(index)
        guard left > range.lowerBound else { return nil }
        let isBlock = source.isOpen(left, Sign.curlyOpen)
        let first =
          isBlock
          ? source.inside(left) : source.after(range.lowerBound + 1)..<index
        var second = (index + 1)..<range.upperBound
        if source.isOpen(index + 1, Sign.curlyOpen) { second = source.inside(index + 1) }
        guard !first.isEmpty, !second.isEmpty else { return nil }
        return evaluator.values(file, first) + evaluator.values(file, second)
      }
      index = source.after(index)
    }
    return nil
  }

  private struct Top {
    var question: Int?
    var colon: Int?
    var orElse: Int?
    var pythonIf: Int?
    var pythonElse: Int?
    var joins: [Int] = []
    var percent: Int?
    var pipe: Int?
    var stop: Int?
    var isOther = false
  }

  private func top(_ range: Range<Int>) -> Top {
    let source = source
    var top = Top()
    var index = range.lowerBound
    while index < range.upperBound {
      let token = source.tokens[index]
      if token.kind == .sign {
        switch token.sign {
        case Sign.question: if top.question == nil { top.question = index }
        case Sign.colon: if top.question != nil, top.colon == nil { top.colon = index }
        case Sign.orElse, Sign.or, Sign.elvis: if top.orElse == nil { top.orElse = index }
        case Sign.plus: top.joins.append(index)
        case Sign.dot: if source.syntax.dotJoins { top.joins.append(index) }
        case Sign.join: top.joins.append(index)
        case Sign.percent: if top.percent == nil { top.percent = index }
        case Sign.pipe: top.pipe = index
        case Sign.arrow, Sign.of("&&"), Sign.of("=="), Sign.of("==="), Sign.of("!=="),
          Sign.of("!="):
          top.isOther = true
        default: break
        }
      } else if token.kind == .name, index > range.lowerBound {
        if source.isName(index, "if") { top.pythonIf = top.pythonIf ?? index }
        if source.isName(index, "else") { top.pythonElse = top.pythonElse ?? index }
        if source.isName(index, "or") { top.orElse = top.orElse ?? index }
        if source.isName(index, "as"), top.stop == nil { top.stop = index }
        if source.isName(index, "satisfies"), top.stop == nil { top.stop = index }
      }
      index = source.after(index)
    }
    return top
  }

  private func operators(_ whole: Range<Int>) -> [Pattern] {
    var range = whole
    var top = top(range)
    if let stop = top.stop, stop > range.lowerBound, top.joins.allSatisfy({ $0 < stop }) {
      range = range.lowerBound..<stop
      top = self.top(range)
    }
    if let question = top.question, let colon = top.colon, question < colon {
      return ternary(range, question: question, colon: colon)
    }
    if let first = top.pythonIf, let second = top.pythonElse, first < second {
      let left = evaluator.values(file, range.lowerBound..<first)
      return left + evaluator.values(file, (second + 1)..<range.upperBound)
    }
    if let first = top.pythonIf, source.syntax.hasCommandCalls {
      return evaluator.values(file, range.lowerBound..<first)
    }
    if let place = top.orElse {
      return orElse(
        evaluator.values(file, range.lowerBound..<place),
        evaluator.values(file, (place + 1)..<range.upperBound)
      )
    }
    if top.isOther { return [.gap("")] }
    if let pipe = top.pipe { return piped(range, at: pipe) }
    if !top.joins.isEmpty {
      var start = range.lowerBound
      var sum: [Pattern] = [Pattern([])]
      for place in top.joins.prefix(40) + [range.upperBound] {
        if start < place { sum = evaluator.joined(sum, evaluator.values(file, start..<place)) }
        start = place + 1
      }
      return sum
    }
    if let place = top.percent, place > range.lowerBound {
      let format = evaluator.values(file, range.lowerBound..<place)
      guard format[0].text != nil || format[0].pieces.count > 1 else { return [.gap("")] }
      var arguments = [(place + 1)..<range.upperBound]
      if source.isOpen(place + 1, Sign.roundOpen) {
        arguments = source.parts(source.inside(place + 1))
      }
      var reader = self
      reader.formatToken = place
      return reader.formatted(format, arguments)
    }
    return ChainReader(reader: self).values(range)
  }

  private func ternary(_ range: Range<Int>, question: Int, colon: Int) -> [Pattern] {
    let first = evaluator.values(file, (question + 1)..<colon)
    let second = evaluator.values(file, (colon + 1)..<range.upperBound)
    // `body ? 'POST' : 'GET'` depends on what the caller gives.
    let condition = evaluator.values(file, range.lowerBound..<question)
    if first.count == 1, second.count == 1, let yes = first[0].text, let no = second[0].text,
      condition.count == 1, case .parameter(let parameter)? = condition[0].pieces.first
    {
      return [Pattern([.whenGiven(parameter, yes, no)])]
    }
    return first + second
  }

  private func orElse(_ left: [Pattern], _ right: [Pattern]) -> [Pattern] {
    if let first = left.first, first.pieces.count == 1, !first.parameters.isEmpty,
      right.contains(where: { Address($0) != nil })
    {
      return right
    }
    if left.count == 1, left[0].pieces.count == 1,
      case .parameter(var parameter) = left[0].pieces[0],
      right.count == 1, let text = right[0].text
    {
      parameter.fallback = text
      return [Pattern([.parameter(parameter)])]
    }
    if let whole = left.first, case .gap? = whole.pieces.first, whole.pieces.count == 1 {
      return right.map {
        var pattern = $0
        pattern.isConfigured = true
        return pattern
      }
    }
    return left
  }

  /// `a |> f(b)` is `f(a, b)`.
  private func piped(_ range: Range<Int>, at pipe: Int) -> [Pattern] {
    let left = range.lowerBound..<pipe
    let source = source
    var callee = pipe + 1
    while source.isName(callee), source.isMember(callee + 1) { callee += 2 }
    guard source.isName(callee) else { return evaluator.values(file, left) }
    let name = source.text(callee)
    var arguments = [left]
    if source.isOpen(callee + 1, Sign.roundOpen) {
      arguments += source.parts(source.inside(callee + 1))
    }
    return CallReader(reader: self).value(
      name: name,
      token: callee,
      receiver: nil,
      arguments: arguments
    )
  }

  /// A format's text with its places filled.
  func formatted(_ formats: [Pattern], _ arguments: [Range<Int>]) -> [Pattern] {
    formats.map { format in
      var result = Pattern([], origin: format.origin)
      result.isConfigured = format.isConfigured
      var next = 0
      for piece in format.pieces {
        guard case .text(let text) = piece else {
          result = result + Pattern([piece])
          continue
        }
        for part in FormatText.parts(text) {
          switch part {
          case .text(let text):
            result = result + Pattern([.text(text)])
          case .place(let index, let name):
            let range = argument(index ?? next, name, in: arguments)
            if index == nil, name == nil { next += 1 }
            let value = range.map { evaluator.values(file, $0)[0] } ?? named(name)
            result = result + value
          }
        }
      }
      result.origin = format.origin ?? result.origin
      let line = source.tokens[formatToken].line
      if formatToken > 0, let origin = result.origin, origin.line != line, Address(result) != nil {
        result.origin = Origin(file: Int32(file), token: Int32(formatToken), line: line)
      }
      return result
    }
  }

  private func argument(_ index: Int, _ name: String?, in arguments: [Range<Int>]) -> Range<Int>? {
    if let name {
      for range in arguments where source.isName(range.lowerBound) && range.count > 2 {
        if source.text(range.lowerBound) == name,
          source.isSign(range.lowerBound + 1, Sign.assign)
            || source.isSign(range.lowerBound + 1, Sign.colon)
        {
          return (range.lowerBound + 2)..<range.upperBound
        }
      }
      return nil
    }
    return index < arguments.count ? arguments[index] : nil
  }

  /// The value of a name that a format holds: `{BASE}`.
  private func named(_ name: String?) -> Pattern {
    guard let name, !name.isEmpty else { return .gap("") }
    let token = formatToken
    return evaluator.resolve(file, name, at: token)[0]
  }

  /// Where the format stands, for what its names mean there.
  var formatToken: Int = 0
}
