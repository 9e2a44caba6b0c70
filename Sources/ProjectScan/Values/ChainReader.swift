/// Reads a value with the members and calls that follow it.
struct ChainReader {
  let reader: ExpressionReader
  private var evaluator: Evaluator { reader.evaluator }
  private var file: Int { reader.file }
  private var source: SourceText { reader.source }

  init(reader: ExpressionReader) { self.reader = reader }

  static let selfNames: Set<String> = [
    "this", "self", "static", "cls", "Self", "super", "__MODULE__",
  ]

  func values(_ range: Range<Int>) -> [Pattern] {
    let source = source
    var index = range.lowerBound
    if source.isName(index, "new"), index + 1 < range.upperBound { index += 1 }
    var (value, next) = primary(index, end: range.upperBound)
    var isSelf = source.isName(index) && isSelfName(index)
    while next < range.upperBound {
      if source.isMember(next) || source.isSign(next, Sign.bang) && source.isMember(next + 1) {
        if source.isSign(next, Sign.bang) { next += 1 }
        let name = next + 1
        guard source.isName(name), name < range.upperBound else { break }
        if let open = argumentList(name, end: range.upperBound) {
          value = CallReader(reader: reader).value(
            name: source.text(name),
            token: name,
            receiver: value,
            arguments: source.parts(source.inside(open))
          )
          next = source.after(open)
        } else {
          value = member(source.text(name), of: value, isSelf: isSelf, at: name)
          next = name + 1
        }
        isSelf = false
      } else if source.isOpen(next, Sign.squareOpen) {
        value = element(of: value, source.inside(next), at: next)
        next = source.after(next)
      } else if source.isSign(next, Sign.bang) || source.isSign(next, Sign.question) {
        next += 1
      } else if source.isOpen(next, Sign.curlyOpen) {
        // `new Client { BaseAddress = … }`, `Client(…) { url(…) }`
        if !value.contains(where: { Address($0) != nil }),
          let inner = CallReader(reader: reader).address(inside: next)
        {
          value = inner
        }
        next = source.after(next)
      } else if source.isOpen(next, Sign.roundOpen) {
        next = source.after(next)
        value = [.gap("")]
      } else if source.tokens[next].kind == .text || source.isOpen(next, Sign.template) {
        let (more, after) = primary(next, end: range.upperBound)
        value = evaluator.joined(value, more)
        next = after
      } else {
        break
      }
    }
    return value
  }

  func isSelfName(_ index: Int) -> Bool {
    let name = source.text(index)
    if Self.selfNames.contains(name) { return true }
    let parsed = reader.parsed
    return parsed.functions(around: index).contains {
      parsed.outline.functions[$0].receiver == name
    }
  }

  /// The bracket of a call whose name stands at a token.
  func argumentList(_ name: Int, end: Int) -> Int? {
    var next = name + 1
    if source.isSign(next, Sign.bang) || source.isSign(next, Sign.safeDot) { next += 1 }
    if source.isSign(next, Sign.doubleColon) { next += 1 }
    if source.isSign(next, Sign.less) {
      var depth = 0
      let limit = min(end, next + 60)
      while next < limit {
        if source.isSign(next, Sign.less) { depth += 1 }
        if source.isSign(next, Sign.greater) { depth -= 1 }
        next = source.after(next)
        if depth == 0 { break }
      }
    }
    return next < end && source.isOpen(next, Sign.roundOpen) ? next : nil
  }

  private func primary(_ index: Int, end: Int) -> ([Pattern], Int) {
    let source = source
    let token = source.tokens[index]
    switch token.kind {
    case .text:
      return ([text(index)], index + 1)
    case .number:
      return ([Pattern([.text(source.text(index))])], index + 1)
    case .open:
      let next = source.after(index)
      switch token.sign {
      case Sign.template: return (template(index), next)
      case Sign.roundOpen: return (evaluator.values(file, source.inside(index)), next)
      case Sign.squareOpen: return (list(index), next)
      default: return ([.gap("")], next)
      }
    case .name:
      if let open = argumentList(index, end: end) {
        let value = CallReader(reader: reader).value(
          name: source.text(index),
          token: index,
          receiver: nil,
          arguments: source.parts(source.inside(open))
        )
        return (value, source.after(open))
      }
      if isSelfName(index), source.isMember(index + 1) {
        return ([.gap(source.text(index))], index + 1)
      }
      return (evaluator.resolve(file, source.text(index), at: index), index + 1)
    case .sign:
      if token.sign == Sign.dot, source.isName(index + 1) {
        return ([.gap(source.text(index + 1))], index + 2)
      }
      // Go and PHP: `[]string{…}`, and marks in front.
      return index + 1 < end ? primary(index + 1, end: end) : ([.gap("")], index + 1)
    case .close:
      return ([.gap("")], index + 1)
    }
  }

  /// The text of a string; its token is where the path begins.
  func text(_ index: Int) -> Pattern {
    var text = source.text(index)
    if text.utf8.contains(0x5C) {
      text = text.split(separator: "\\", omittingEmptySubsequences: true).joined()
    }
    let origin = Origin(file: Int32(file), token: Int32(index), line: source.tokens[index].line)
    return Pattern([.text(text)], origin: text.isEmpty ? nil : origin)
  }

  private func template(_ open: Int) -> [Pattern] {
    let source = source
    var sum: [Pattern] = [Pattern([])]
    var index = open + 1
    let end = min(Int(source.tokens[open].match), source.count)
    var count = 0
    while index < end, count < 120 {
      if source.tokens[index].kind == .text {
        let piece = text(index)
        if !piece.isEmpty { sum = evaluator.joined(sum, [piece]) }
        index += 1
      } else if source.isOpen(index, Sign.code) {
        let inside = source.inside(index)
        let value = inside.isEmpty ? [.gap("")] : evaluator.values(file, inside)
        sum = evaluator.joined(sum, value)
        index = source.after(index)
      } else {
        // `$name` and `$this->name`
        var last = index + 1
        while source.isMember(last), source.isName(last + 1), last + 1 < end { last += 2 }
        sum = evaluator.joined(sum, evaluator.values(file, index..<last))
        index = last
      }
      count += 1
    }
    return sum
  }

  /// The elements of a list, as choices.
  private func list(_ open: Int) -> [Pattern] {
    let parts = source.parts(source.inside(open), limit: Evaluator.choiceLimit)
    return parts.filter { !$0.isEmpty }.flatMap { evaluator.values(file, $0) }
  }

  private func element(of value: [Pattern], _ inside: Range<Int>, at token: Int) -> [Pattern] {
    guard inside.count == 1, source.tokens[inside.lowerBound].kind == .text else {
      // A table's values, whatever the key.
      return value.count > 1 ? value : [.gap("")]
    }
    let name = source.text(inside.lowerBound)
    return member(name, of: value, isSelf: false, at: token)
  }

  /// The value of a member.
  func member(_ name: String, of value: [Pattern], isSelf: Bool, at token: Int) -> [Pattern] {
    if value.count == 1, case .parameter(let parameter)? = value[0].pieces.first,
      value[0].pieces.count == 1, parameter.key == nil
    {
      var member = parameter
      member.key = name
      return [Pattern([.parameter(member)])]
    }
    if isSelf {
      let own = evaluator.resolveMember(file, name, at: token)
      if own[0] != .gap("") { return own }
      return [.gap(name)]
    }
    if name == "freeze", value.contains(where: { $0.text != nil }) { return value }
    let transparent: Set<String> = [
      "href", "absoluteString", "value", "url", "string", "path", "freeze", "class", "uri",
      "String", "origin",
    ]
    if value.contains(where: { Address($0) != nil || $0.parameters.count > 0 }),
      transparent.contains(name)
    {
      return value
    }
    let shared = evaluator.resolveShared(name, from: file)
    if shared.contains(where: { $0 != .gap("") && $0 != .gap(name) }) { return shared }
    if value.contains(where: { Address($0)?.isBase == true }) { return value }
    return [.gap(name)]
  }
}
