/// Reads an outline out of tokens.
struct OutlineReader {
  let source: SourceText
  let isGo: Bool
  var outline = Outline()
  /// Bodies that end by indentation and are still open: the indentation, and what to close.
  var open: [(indent: Int32, isClass: Bool, index: Int)] = []
  static let notMethods: Set<String> = [
    "if", "for", "while", "switch", "catch", "return", "function", "new", "await", "typeof", "with",
    "foreach", "using", "lock", "synchronized", "elseif", "try", "else", "do", "super", "throw",
    "async", "sizeof", "fixed", "match", "select", "when", "in", "of", "yield", "delete", "void",
    "and", "or", "not", "elif", "unless", "until", "case",
  ]
  private static let classWords: Set<String> = [
    "class", "struct", "interface", "module", "object", "impl", "trait", "defmodule", "extension",
    "actor", "record", "enum",
  ]

  init(_ source: SourceText, isGo: Bool) {
    self.source = source
    self.isGo = isGo
  }

  static func outline(of source: SourceText, isGo: Bool) -> Outline {
    var reader = OutlineReader(source, isGo: isGo)
    reader.run()
    return reader.outline
  }

  private mutating func run() {
    var index = 0
    while index < source.count {
      let token = source.tokens[index]
      if source.syntax.blocks == .indentation, token.startsLine { closeBlocks(at: index) }
      switch token.kind {
      case .name: name(index)
      case .sign:
        if token.sign == Sign.arrow { arrow(index) }
        if token.sign == Sign.assign || token.sign == Sign.walrus || token.sign == Sign.of("||=")
          || token.sign == Sign.of("??=")
        {
          assignment(index)
        }
        if token.sign == Sign.arrow || token.sign == Sign.colon { keyed(index) }
      default: break
      }
      index += 1
    }
    for block in open { end(block, at: source.count) }
    bareMethods()
    place()
  }

  // MARK: - Blocks

  private mutating func closeBlocks(at index: Int) {
    let indent = source.tokens[index].indent
    while let block = open.last, indent <= block.indent {
      // A closing bracket or word may stand where the block began.
      let isHeader = source.tokens[index].kind == .close
      if isHeader, indent == block.indent { return }
      end(block, at: index)
      open.removeLast()
    }
  }

  private mutating func end(_ block: (indent: Int32, isClass: Bool, index: Int), at token: Int) {
    if block.isClass {
      let lower = outline.classes[block.index].body.lowerBound
      outline.classes[block.index].body = lower..<max(lower, token)
    } else {
      let lower = outline.functions[block.index].body.lowerBound
      outline.functions[block.index].body = lower..<max(lower, token)
    }
  }

  /// Notes for each token in which function and class it stands.
  private mutating func place() {
    outline.functionOfToken = Self.innermost(outline.functions.map(\.body), count: source.count)
    outline.classOfToken = Self.innermost(outline.classes.map(\.body), count: source.count)
    for index in outline.functions.indices {
      let token = outline.functions[index].token
      guard token < source.count else { continue }
      if outline.functions[index].owner < 0 {
        outline.functions[index].owner = Int(outline.classOfToken[token])
      }
      outline.functions[index].outer = Int(outline.functionOfToken[token])
      outline.functionsByName[outline.functions[index].name, default: []].append(index)
    }
    for index in outline.assignments.indices {
      outline.assignments[index].function = Int(
        outline.functionOfToken[outline.assignments[index].token]
      )
      outline.assignmentsByName[outline.assignments[index].name, default: []].append(index)
    }
  }

  /// The innermost of nested ranges for each token, in linear time.
  private static func innermost(_ ranges: [Range<Int>], count: Int) -> [Int32] {
    var result = [Int32](repeating: -1, count: count + 1)
    let order = ranges.indices.sorted {
      (ranges[$0].lowerBound, -ranges[$0].upperBound) < (
        ranges[$1].lowerBound, -ranges[$1].upperBound
      )
    }
    var stack: [Int] = []
    var next = 0
    for token in 0...count {
      while let top = stack.last, ranges[top].upperBound <= token { stack.removeLast() }
      while next < order.count, ranges[order[next]].lowerBound <= token {
        if ranges[order[next]].upperBound > token { stack.append(order[next]) }
        next += 1
      }
      if let top = stack.last { result[token] = Int32(top) }
    }
    return result
  }

  // MARK: - Names

  private mutating func name(_ index: Int) {
    let text = source.text(index)
    let isAfterMember = source.isMember(index - 1)
    if !isAfterMember {
      if source.syntax.functionWords.contains(text) {
        if function(index) { return }
      } else if Self.classWords.contains(text), isGo == false {
        if classHeader(index) { return }
      } else if text == "import" || text == "from" || text == "use" || text == "const"
        || text == "alias" || text == "let" || text == "var"
      {
        imports(index, text)
      } else if text == "for" || text == "foreach" {
        loop(index)
      } else if text == "with",
        source.syntax.blocks == .indentation || source.syntax.linesEndStatements
      {
        with(index)
      }
    }
    call(index, text)
    typed(index, text)
  }

  /// `Type name`, `name: Type` and `name Type`, to tell whose method is called.
  private mutating func typed(_ index: Int, _ text: String) {
    guard let first = text.utf8.first, first >= 0x41, first <= 0x5A, text.utf8.count > 2 else {
      return
    }
    var next = index + 1
    if source.isSign(next, Sign.question) { next += 1 }
    if source.isName(next), !source.tokens[next].startsLine {
      outline.types[source.text(next), default: []].append(text)
    }
    var previous = index - 1
    while source.isMember(previous), source.isName(previous - 1) { previous -= 2 }
    while source.isSign(previous, Sign.star) || source.isSign(previous, Sign.ampersand)
      || source.isSign(previous, Sign.question)
    {
      previous -= 1
    }
    if source.isSign(previous, Sign.colon), source.isName(previous - 1) {
      outline.types[source.text(previous - 1), default: []].append(text)
    } else if source.isName(previous), previous == index - 1 || isGo {
      outline.types[source.text(previous), default: []].append(text)
    }
  }

  // MARK: - Calls

  private mutating func call(_ index: Int, _ text: String) {
    var next = index + 1
    guard next < source.count else { return }
    if source.isSign(next, Sign.bang), source.isOpen(next + 1, Sign.roundOpen) { next += 1 }
    if source.isSign(next, Sign.question) || source.isSign(next, Sign.safeDot),
      source.isOpen(next + 1, Sign.roundOpen)
    {
      next += 1
    }
    if source.isSign(next, Sign.doubleColon), source.isSign(next + 1, Sign.less) { next += 1 }
    if source.isSign(next, Sign.less) { next = afterGenerics(next) ?? next }
    if isGo, source.isOpen(next, Sign.squareOpen), next + 1 < source.count,
      source.isOpen(source.after(next), Sign.roundOpen)
    {
      next = source.after(next)
    }
    if source.isOpen(next, Sign.roundOpen) {
      if source.tokens[next].startsLine, source.syntax.linesEndStatements { return }
      outline.calls.append(
        Outline.Call(
          name: text,
          token: index,
          open: next,
          arguments: source.inside(next),
          isCommand: false
        )
      )
    } else if source.syntax.hasCommandCalls {
      command(index, text)
    }
  }

  private func afterGenerics(_ index: Int) -> Int? {
    var depth = 0
    var next = index
    while next < source.count, next < index + 60 {
      if source.isSign(next, Sign.less) { depth += 1 }
      if source.isSign(next, Sign.greater) { depth -= 1 }
      if source.isSign(next, Sign.of(">=")) || source.isSign(next, Sign.semicolon) { return nil }
      next = source.after(next)
      if depth == 0 { return source.isOpen(next, Sign.roundOpen) ? next : nil }
    }
    return nil
  }

  private static let noCommands: Set<String> = [
    "if", "unless", "while", "until", "return", "and", "or", "not", "do", "then", "else", "elsif",
    "end", "case", "when", "in", "class", "module", "def", "defp", "begin", "rescue", "yield",
    "puts", "p", "raise", "require", "require_relative", "import", "alias", "fn", "defmodule",
    "nil", "true", "false", "self", "new", "with", "cond", "private", "attr_reader", "for",
  ]

  private mutating func command(_ index: Int, _ text: String) {
    let next = index + 1
    guard next < source.count, !source.tokens[next].startsLine, !Self.noCommands.contains(text)
    else { return }
    let token = source.tokens[next]
    let gap = token.start > source.tokens[index].end
    let isArgument: Bool
    switch token.kind {
    case .text, .number: isArgument = gap
    case .name:
      isArgument =
        gap
        && ![
          "do", "if", "unless", "and", "or", "in", "rescue", "when", "then", "while", "until",
          "end", "else",
        ].contains(source.text(next))
    case .open: isArgument = gap && token.sign == Sign.template
    default: isArgument = false
    }
    guard isArgument else { return }
    // Elixir: `@base_url "https://…"`
    let start = Int(source.tokens[index].start)
    if start > 0, source.bytes[start - 1] == 0x40,
      source.tokens[index].startsLine || source.tokens[next].kind == .open
    {
      return add(text, token: index, value: next)
    }
    var end = next
    while end < source.count, source.tokens[end].kind != .close {
      if end > next, source.tokens[end].startsLine, !source.isSign(end - 1, Sign.comma),
        !(source.tokens[end].kind == .sign)
      {
        break
      }
      if source.isSign(end, Sign.semicolon) || source.isName(end, "do") || source.isName(end, "if")
        || source.isName(end, "unless")
      {
        break
      }
      end = source.after(end)
      if end - next > 2_000 { break }
    }
    outline.calls.append(
      Outline.Call(name: text, token: index, open: index, arguments: next..<end, isCommand: true)
    )
  }

  // MARK: - Assignments

  private mutating func assignment(_ index: Int) {
    guard let target = target(before: index) else { return }
    let inBracket = source.tokens[index].parent
    if source.syntax.namesArguments, inBracket >= 0,
      source.isOpen(Int(inBracket), Sign.roundOpen)
    {
      return
    }
    add(target.name, token: target.token, value: index + 1, isMember: target.isMember)
    // a, b := …, and a = b = …, name what is not told apart here.
  }

  mutating func add(
    _ name: String,
    token: Int,
    value: Int,
    isMember: Bool = false,
    isKey: Bool = false,
    isEach: Bool = false
  ) {
    outline.assignments.append(
      Outline.Assignment(
        name: name,
        token: token,
        value: value,
        isMember: isMember,
        isKey: isKey,
        function: -1,
        isEach: isEach
      )
    )
  }

  /// The name to which `=` gives a value, its type passed over.
  func target(before index: Int) -> (name: String, token: Int, isMember: Bool)? {
    var place = index - 1
    // `name: Type = value`
    var back = place
    var steps = 0
    while back > 0, steps < 12 {
      if source.isSign(back, Sign.colon), source.isName(back - 1) {
        place = back - 1
        break
      }
      let token = source.tokens[back]
      let isType =
        token.kind == .name || token.kind == .close || token.kind == .open || token.kind == .text
        || (token.kind == .sign
          && [
            Sign.dot, Sign.less, Sign.greater, Sign.of("|"), Sign.ampersand, Sign.question,
            Sign.of("'"),
          ].contains(token.sign))
      if !isType || token.startsLine { break }
      back = token.kind == .close ? Int(token.match) - 1 : back - 1
      steps += 1
    }
    if source.isSign(place, Sign.question) || source.isSign(place, Sign.bang) { place -= 1 }
    // Go: `url, err := …` names the first.
    while isGo, source.isSign(place - 1, Sign.comma), source.isName(place - 2) { place -= 2 }
    guard source.isName(place) else {
      // x["key"] = value
      guard place > 0, source.tokens[place].kind == .close, source.tokens[place].match >= 0 else {
        return nil
      }
      let open = Int(source.tokens[place].match)
      if source.isOpen(open, Sign.squareOpen), source.tokens[open + 1].kind == .text,
        open + 2 == place
      {
        return (source.text(open + 1), open + 1, true)
      }
      return nil
    }
    let before =
      source.tokens[place].start > 0 ? source.bytes[Int(source.tokens[place].start) - 1] : 0
    let isMember = source.isMember(place - 1) || (before == 0x40 && source.syntax.hasCommandCalls)
    return (source.text(place), place, isMember)
  }

  /// `key: value` and `'key' => value` in brackets.
  private mutating func keyed(_ index: Int) {
    let key = index - 1
    let parent = source.tokens[index].parent
    guard key >= 0, index + 1 < source.count, parent >= 0 || source.syntax.hasCommandCalls else {
      return
    }
    let isText = source.tokens[key].kind == .text
    guard isText || source.isName(key) else { return }
    let isArrow = source.isSign(index, Sign.arrow)
    if isArrow, !isText, !source.syntax.hasCommandCalls, !source.syntax.dotJoins { return }
    // `a ? b : c` has no key.
    if !isArrow, source.isSign(key - 1, Sign.question) { return }
    guard !source.isMember(key - 1) else { return }
    add(source.text(key), token: key, value: index + 1, isMember: true, isKey: true)
  }

  /// `with open() as x`, also of several.
  private mutating func with(_ index: Int) {
    var next = index + 1
    var start = next
    if source.isOpen(next, Sign.roundOpen) {
      next += 1
      start = next
    }
    let limit = min(source.count, index + 300)
    while next < limit, source.tokens[next].kind != .close {
      if source.isName(next, "as"), source.isName(next + 1) {
        add(source.text(next + 1), token: next + 1, value: start)
        start = next + 3
      }
      if source.isSign(next, Sign.colon) { return }
      next = source.after(next)
    }
  }

  /// `for (const x of …)`, `for x in …`, `foreach ($xs as $x)`.
  private mutating func loop(_ index: Int) {
    var next = index + 1
    if source.isName(next, "await") { next += 1 }
    if source.isOpen(next, Sign.roundOpen) { next += 1 }
    let start = next
    while next < min(source.count, start + 12) {
      if source.isName(next, "of") || source.isName(next, "in") {
        guard source.isName(next - 1) else { return }
        return add(source.text(next - 1), token: next - 1, value: next + 1, isEach: true)
      }
      if source.isName(next, "as"), source.isName(next + 1) {
        let last = source.isSign(next + 2, Sign.arrow) ? next + 3 : next + 1
        guard source.isName(last) else { return }
        return add(source.text(last), token: last, value: start, isEach: true)
      }
      if source.isName(next, "range"), isGo, source.isSign(next - 1, Sign.walrus),
        source.isName(next - 2)
      {
        return add(source.text(next - 2), token: next - 2, value: next + 1, isEach: true)
      }
      next += 1
    }
  }
}

// MARK: - Functions and classes

extension OutlineReader {
  /// Reads a function that begins with a word such as `def`.
  mutating func function(_ index: Int) -> Bool {
    var next = index + 1
    var owner: String?
    var receiver: String?
    if source.isSign(next, Sign.star) { next += 1 }
    if isGo, source.isOpen(next, Sign.roundOpen), source.isName(source.after(next)) {
      let inside = source.inside(next)
      let names = inside.filter { source.isName($0) }
      receiver = names.first.map(source.text)
      owner = names.dropFirst().first.map(source.text) ?? receiver
      next = source.after(next)
    }
    // `self.name`, and Kotlin's `Type.name`.
    while source.isName(next), source.isMember(next + 1), source.isName(next + 2) { next += 2 }
    if source.isSign(next, Sign.less), source.syntax.functionWords.contains("fun") {
      while next < source.count, !source.isSign(next, Sign.greater) { next += 1 }
      next += 1
      while source.isName(next), source.isMember(next + 1), source.isName(next + 2) { next += 2 }
    }
    var name = ""
    var nameToken = index
    if source.isName(next), !source.isOpen(next, Sign.roundOpen) {
      name = source.text(next)
      nameToken = next
      next += 1
    }
    if source.isSign(next, Sign.question) || source.isSign(next, Sign.bang) { next += 1 }
    if isGo, source.isOpen(next, Sign.squareOpen) { next = source.after(next) }
    if source.isSign(next, Sign.less) {
      var depth = 0
      let limit = min(source.count, next + 80)
      while next < limit {
        if source.isSign(next, Sign.less) { depth += 1 }
        if source.isSign(next, Sign.greater) { depth -= 1 }
        next += 1
        if depth == 0 { break }
      }
    }
    var parameters: [Outline.FunctionParameter] = []
    if source.isOpen(next, Sign.roundOpen) {
      parameters = self.parameters(source.inside(next))
      next = source.after(next)
    } else if source.syntax.hasCommandCalls, source.isName(next), !source.tokens[next].startsLine,
      !source.isName(next, "do")
    {
      var end = next
      while end < source.count, !source.tokens[end].startsLine, !source.isName(end, "do") {
        end = source.after(end)
      }
      parameters = self.parameters(next..<end)
      next = end
    } else if name.isEmpty {
      return false
    }
    if name.isEmpty { name = assignedName(before: index) ?? "" }
    addFunction(
      name,
      nameToken,
      parameters,
      header: index,
      next: next,
      owner: owner,
      receiver: receiver
    )
    return true
  }

  private mutating func addFunction(
    _ name: String,
    _ nameToken: Int,
    _ parameters: [Outline.FunctionParameter],
    header: Int,
    next: Int,
    owner: String? = nil,
    receiver: String? = nil
  ) {
    var function = Outline.Function(
      name: name,
      parameters: parameters,
      body: next..<next,
      isExpression: false,
      line: Int(source.tokens[header].line),
      token: nameToken
    )
    function.receiver = receiver
    if let owner {
      if let known = outline.classes.firstIndex(where: { $0.name == owner }) {
        function.owner = known
      } else {
        outline.classes.append(Outline.Class(name: owner, parents: [], body: 0..<0))
        function.owner = outline.classes.count - 1
      }
    }
    let body = bodyStart(next)
    switch body {
    case .none:
      function.body = next..<next
    case .braces(let open):
      function.body = source.inside(open)
    case .expression(let start):
      function.isExpression = true
      function.body = start..<max(start, source.expressionEnd(start))
    case .indented(let start):
      function.body = start..<start
      outline.functions.append(function)
      open.append((source.tokens[header].indent, false, outline.functions.count - 1))
      return
    }
    outline.functions.append(function)
  }

  private enum Body {
    case none
    case braces(Int)
    case expression(Int)
    case indented(Int)
  }

  private func bodyStart(_ start: Int) -> Body {
    var next = start
    let limit = min(source.count, start + 120)
    if source.syntax.blocks == .indentation {
      // `def name(x) = expression`, and `def name(x), do: expression`.
      if source.isSign(next, Sign.assign) { return .expression(next + 1) }
      while next < limit, !source.tokens[next].startsLine {
        if source.isName(next, "do"), source.isSign(next + 1, Sign.colon) {
          return .expression(next + 2)
        }
        if source.isSign(next, Sign.colon) || source.isName(next, "do") {
          return .indented(next + 1)
        }
        next = source.after(next)
      }
      if source.isName(next, "do"), source.isSign(next + 1, Sign.colon) {
        return .expression(next + 2)
      }
      return .indented(next)
    }
    while next < limit {
      if source.isOpen(next, Sign.curlyOpen) {
        // A type such as `Promise<{ … }>` has braces, too.
        let isType =
          source.isSign(next - 1, Sign.less) || source.isSign(next - 1, Sign.colon)
          || source.isSign(next - 1, Sign.of("|")) || source.isSign(next - 1, Sign.ampersand)
        if !isType { return .braces(next) }
      }
      if source.isSign(next, Sign.assign) || source.isSign(next, Sign.arrow) {
        return source.isOpen(next + 1, Sign.curlyOpen) && source.isSign(next, Sign.arrow)
          ? .braces(next + 1) : .expression(next + 1)
      }
      if source.isSign(next, Sign.semicolon) || source.tokens[next].kind == .close { return .none }
      next = source.after(next)
    }
    return .none
  }

  /// `class X extends Y {` and the like.
  mutating func classHeader(_ index: Int) -> Bool {
    var next = index + 1
    if source.isSign(next, Sign.less) {
      while next < min(source.count, index + 40), !source.isSign(next, Sign.greater) { next += 1 }
      next += 1
    }
    guard source.isName(next) else { return false }
    while source.isMember(next + 1), source.isName(next + 2) { next += 2 }
    var name = source.text(next)
    var parents: [String] = []
    var at = next + 1
    let limit = min(source.count, at + 60)
    while at < limit, !source.isOpen(at, Sign.curlyOpen) {
      if source.syntax.blocks == .indentation,
        source.tokens[at].startsLine || source.isName(at, "do")
      {
        break
      }
      if source.isSign(at, Sign.semicolon) { return false }
      if source.isName(at) { parents.append(source.text(at)) }
      if source.isOpen(at, Sign.roundOpen), source.syntax.blocks == .indentation {
        parents += source.inside(at).filter { source.isName($0) }.map(source.text)
      }
      at = source.after(at)
    }
    // `impl Trait for Type`
    if let place = parents.firstIndex(of: "for"), place + 1 < parents.count {
      name = parents[place + 1]
    }
    if source.syntax.blocks == .indentation {
      outline.classes.append(Outline.Class(name: name, parents: parents, body: at..<at))
      open.append((source.tokens[index].indent, true, outline.classes.count - 1))
    } else {
      guard at < source.count, source.isOpen(at, Sign.curlyOpen) else { return false }
      outline.classes.append(Outline.Class(name: name, parents: parents, body: source.inside(at)))
    }
    primaryConstructor(next)
    return true
  }

  /// Kotlin's and C#'s `class Name(private val base: String)`.
  private mutating func primaryConstructor(_ name: Int) {
    guard source.isOpen(name + 1, Sign.roundOpen), source.syntax.blocks == .braces else { return }
    let parameters = self.parameters(source.inside(name + 1))
    for parameter in parameters {
      guard let fallback = parameter.fallback else { continue }
      add(parameter.name, token: name, value: fallback.lowerBound, isMember: true)
    }
  }

  /// `(x) => …`, `name(x) => …` and methods without a word.
  mutating func arrow(_ index: Int) {
    guard source.syntax.hasBareMethods else { return }
    var place = index - 1
    // C#'s `=>` of a property has no parameters; a return type may stand before the arrow.
    var steps = 0
    while place > 0, steps < 24, source.tokens[place].kind != .close {
      if source.isSign(place, Sign.assign) || source.isSign(place, Sign.semicolon)
        || source.isSign(place, Sign.comma) || source.tokens[place].kind == .open
      {
        break
      }
      place -= 1
      steps += 1
    }
    if place != index - 1 {
      // Only `): Type =>` goes back over a type.
      let isTyped =
        place >= 0 && source.tokens[place].kind == .close && source.isSign(place + 1, Sign.colon)
      place = isTyped ? place : index - 1
    }
    var parameters: [Outline.FunctionParameter] = []
    var start = place
    if place >= 0, source.tokens[place].kind == .close, source.tokens[place].match >= 0,
      source.isOpen(Int(source.tokens[place].match), Sign.roundOpen)
    {
      start = Int(source.tokens[place].match)
      parameters = self.parameters(source.inside(start))
    } else if source.isName(place) {
      parameters = [Outline.FunctionParameter(name: source.text(place), label: source.text(place))]
    } else {
      return
    }
    let isBareMethod = source.isName(start - 1) && !source.isName(start - 1, "async")
    let name = isBareMethod ? source.text(start - 1) : assignedName(before: start) ?? ""
    let body = index + 1
    guard body < source.count else { return }
    var function = Outline.Function(
      name: name,
      parameters: parameters,
      body: source.isOpen(body, Sign.curlyOpen)
        ? source.inside(body) : body..<max(body, source.expressionEnd(body)),
      isExpression: !source.isOpen(body, Sign.curlyOpen),
      line: Int(source.tokens[start].line),
      token: max(0, start - 1)
    )
    if isBareMethod { function.token = start - 1 }
    function.isMethod =
      isBareMethod || source.isSign(start - 1, Sign.colon)
      || source.isName(start - 1, "async") && source.isSign(start - 2, Sign.colon)
    outline.functions.append(function)
  }

  /// The name to which a function's value is given.
  private func assignedName(before index: Int) -> String? {
    var place = index - 1
    // Generics, `async`, and calls that wrap it such as `useCallback(`.
    if source.isSign(place, Sign.greater) {
      var steps = 0
      while place > 0, steps < 40, !source.isSign(place, Sign.less) {
        place -= 1
        steps += 1
      }
      place -= 1
    }
    while source.isName(place, "async") || source.isName(place, "static") { place -= 1 }
    if source.isOpen(place, Sign.roundOpen), source.isName(place - 1), !source.isMember(place - 2) {
      place -= 2
    }
    if source.isSign(place, Sign.assign) { return target(before: place)?.name }
    if source.isSign(place, Sign.colon) {
      if source.isName(place - 1) || source.tokens[max(0, place - 1)].kind == .text {
        return source.text(place - 1)
      }
    }
    return nil
  }

  /// `name(…) {` in a class or object.
  mutating func bareMethods() {
    guard source.syntax.hasBareMethods else { return }
    for call in outline.calls where !call.isCommand {
      guard !Self.notMethods.contains(call.name), !source.isMember(call.token - 1),
        !source.isName(call.token - 1, "new"), !source.isName(call.token - 1, "function"),
        !source.isName(call.token - 1, "await"), !source.isName(call.token - 1, "return")
      else { continue }
      var next = source.after(call.open)
      guard next < source.count else { continue }
      if source.isSign(next, Sign.colon) {
        var steps = 0
        next += 1
        while next < source.count, steps < 40 {
          let isType =
            source.isSign(next - 1, Sign.less) || source.isSign(next - 1, Sign.colon)
            || source.isSign(next - 1, Sign.of("|"))
          if source.isOpen(next, Sign.curlyOpen), !isType { break }
          if source.isSign(next, Sign.semicolon) || source.isSign(next, Sign.comma)
            || source.isSign(next, Sign.assign) || source.isSign(next, Sign.arrow)
            || source.tokens[next].kind == .close
          {
            break
          }
          next = source.after(next)
          steps += 1
        }
      } else if source.isName(next, "throws") || source.isName(next, "where") {
        while next < source.count, !source.isOpen(next, Sign.curlyOpen),
          !source.isSign(next, Sign.semicolon)
        { next += 1 }
      }
      guard source.isOpen(next, Sign.curlyOpen) else { continue }
      var function = Outline.Function(
        name: call.name,
        parameters: parameters(call.arguments),
        body: source.inside(next),
        isExpression: false,
        line: Int(source.tokens[call.token].line),
        token: call.token
      )
      function.isMethod = true
      outline.functions.append(function)
    }
  }

  // MARK: - Parameters

  func parameters(_ range: Range<Int>) -> [Outline.FunctionParameter] {
    source.parts(range, limit: 24).map(parameter)
  }

  private func parameter(_ range: Range<Int>) -> Outline.FunctionParameter {
    var start = range.lowerBound
    while start < range.upperBound, source.isSign(start, Sign.at) {
      start = source.isOpen(start + 2, Sign.roundOpen) ? source.after(start + 2) : start + 2
    }
    while start < range.upperBound,
      source.isSign(start, Sign.spread) || source.isSign(start, Sign.star)
        || source.isSign(start, Sign.of("**")) || source.isSign(start, Sign.ampersand)
    { start += 1 }
    if start < range.upperBound, source.isOpen(start, Sign.squareOpen), source.syntax.hasBareMethods
    {
      start = source.after(start)
    }
    let fallback = fallback(start..<range.upperBound)
    let end = fallback.map { $0.lowerBound - 1 } ?? range.upperBound
    guard start < end else { return Outline.FunctionParameter(name: "", label: "") }
    if source.isOpen(start, Sign.curlyOpen) {
      var parameter = Outline.FunctionParameter(name: "", label: "")
      parameter.members = members(source.inside(start))
      return parameter
    }
    let names = topNames(start..<end)
    guard let first = names.first else { return Outline.FunctionParameter(name: "", label: "") }
    var nameToken = first
    switch source.syntax.parameters {
    case .nameLast: nameToken = names.last ?? first
    case .labelled:
      let beforeColon = names.filter { name in
        !(start..<name).contains { source.isSign($0, Sign.colon) }
      }
      nameToken = beforeColon.last ?? first
    case .nameFirst:
      let modifiers: Set<String> = [
        "private", "public", "readonly", "protected", "override", "val", "var", "mut", "vararg",
        "final", "const", "required", "ref", "dynamic",
      ]
      nameToken = names.first { !modifiers.contains(source.text($0)) } ?? first
      if source.isName(nameToken, "String") && names.count == 2 { nameToken = names[1] }
    }
    var parameter = Outline.FunctionParameter(
      name: source.text(nameToken),
      label: source.text(first)
    )
    parameter.fallback = fallback
    return parameter
  }

  private func topNames(_ range: Range<Int>) -> [Int] {
    var names: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if source.isName(index) { names.append(index) }
      index = source.after(index)
    }
    return names
  }

  private func fallback(_ range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      if source.isSign(index, Sign.assign) || (source.isSign(index, Sign.backslash)) {
        let start = source.isSign(index, Sign.backslash) ? index + 2 : index + 1
        return start < range.upperBound ? start..<range.upperBound : nil
      }
      // Ruby: `method: :get`
      if source.isSign(index, Sign.colon), source.syntax.hasCommandCalls,
        index + 1 < range.upperBound
      {
        return (index + 1)..<range.upperBound
      }
      index = source.after(index)
    }
    return nil
  }

  /// Reads the members into which a parameter is taken apart, with new names and defaults.
  func members(_ range: Range<Int>) -> [Outline.Member] {
    source.parts(range, limit: 24).compactMap { part in
      guard source.isName(part.lowerBound) else {
        if source.isSign(part.lowerBound, Sign.spread), source.isName(part.lowerBound + 1) {
          return Outline.Member(key: "...", name: source.text(part.lowerBound + 1))
        }
        return nil
      }
      let key = source.text(part.lowerBound)
      var name = key
      if source.isSign(part.lowerBound + 1, Sign.colon), source.isName(part.lowerBound + 2) {
        name = source.text(part.lowerBound + 2)
      }
      return Outline.Member(key: key, name: name, fallback: fallback(part))
    }
  }

  // MARK: - Imports

  mutating func imports(_ index: Int, _ word: String) {
    switch word {
    case "import", "from", "use", "alias": importList(index)
    default: destructured(index)
    }
  }

  private mutating func importList(_ index: Int) {
    // One statement: names, renamed by `as`, and a module.
    var end = index + 1
    let limit = min(source.count, index + 400)
    while end < limit {
      if source.isSign(end, Sign.semicolon) { break }
      if source.tokens[end].startsLine, source.tokens[end].parent == source.tokens[index].parent {
        break
      }
      end += 1
    }
    guard end > index + 1 else { return }
    var module = ""
    var names: [(String, String)] = []
    var at = index + 1
    while at < end {
      if source.tokens[at].kind == .text { module = source.text(at) }
      if source.isName(at), !source.isName(at, "as"), !source.isName(at, "from"),
        !source.isName(at, "type"), !source.isName(at, "import")
      {
        let original = source.text(at)
        if source.isName(at + 1, "as"), source.isName(at + 2) {
          names.append((original, source.text(at + 2)))
          at += 3
          continue
        }
        names.append((original, original))
      }
      at += 1
    }
    if module.isEmpty {
      module = (index + 1..<end).map { source.text($0) }.joined()
    }
    for (original, name) in names {
      outline.imports[name] = Outline.ImportedName(original: original, module: module)
    }
  }

  /// `const { a, b: c } = require('…')` and `= process.env`.
  private mutating func destructured(_ index: Int) {
    let open = index + 1
    guard source.isOpen(open, Sign.curlyOpen) else {
      // const x = require('…')
      if source.isName(open), source.isSign(open + 1, Sign.assign),
        source.isName(open + 2, "require"),
        source.isOpen(open + 3, Sign.roundOpen), source.tokens[open + 4].kind == .text
      {
        let name = source.text(open)
        outline.imports[name] = Outline.ImportedName(original: name, module: source.text(open + 4))
      }
      return
    }
    let close = source.after(open)
    guard source.isSign(close, Sign.assign) else { return }
    let value = close + 1
    let isRequire =
      source.isName(value, "require")
      || (source.isName(value, "await") && source.isName(value + 1, "import"))
    if isRequire {
      let module = (value..<min(value + 5, source.count)).first { source.tokens[$0].kind == .text }
      for member in members(source.inside(open)) {
        outline.imports[member.name] = Outline.ImportedName(
          original: member.key,
          module: module.map(source.text) ?? ""
        )
      }
      return
    }
    // A member of what stands there; the value is found through its name.
    for member in members(source.inside(open)) {
      add(member.name, token: open, value: value, isMember: false)
      outline.destructured[outline.assignments.count - 1] = member.key
    }
  }
}
