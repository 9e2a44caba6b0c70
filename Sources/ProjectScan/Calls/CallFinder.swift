/// Finds what the files of a project send to Attio.
final class CallFinder {
  let evaluator: Evaluator
  var candidates: [Origin: [Candidate]] = [:]
  var summaries: [Evaluator.Target: [Summary]] = [:]
  /// Functions whose callers were seen.
  var called: Set<Evaluator.Target> = []
  var generated: Set<Int> = []

  init(_ evaluator: Evaluator, generated: Set<Int>) {
    self.evaluator = evaluator
    self.generated = generated
  }

  private static let roundLimit = 4
  /// No file that people write has more calls.
  private static let callLimit = 6_000

  func run() {
    for file in evaluator.files.indices {
      for call in evaluator.files[file].outline.calls.prefix(Self.callLimit) { direct(file, call) }
      storedObjects(file)
    }
    var fresh = Set(summaries.keys)
    for _ in 0..<Self.roundLimit where !fresh.isEmpty {
      fresh = wrappers(fresh)
    }
  }

  private static let ignored: Set<String> = [
    "log", "info", "warn", "error", "debug", "print", "println", "puts", "printf", "Printf",
    "Println", "Errorf", "echo", "raise",
    "includes", "startsWith", "endsWith", "startswith", "endswith", "match", "test", "expect",
    "describe", "it", "mock", "nock", "stub_request",
    "push", "setHeader", "header", "set", "Set", "add", "Add", "Redirect", "redirect", "require",
    "assert", "assertEqual", "trace", "fatal", "exception",
    "critical", "warning", "assertEquals", "toBe", "toEqual", "fake", "fatalf", "Fatalf", "Fatal",
    "panic", "abort", "die", "exit", "format!", "println!", "eprintln!", "panic!", "info!", "bail!",
    "anyhow!", "Error", "Logger", "console", "open_browser", "split", "indexOf", "contains",
    "Contains", "HasPrefix", "hasPrefix", "isEqual", "freeze", "define", "defineConfig", "write",
    "sprintf", "Sprintf", "format", "Format", "urljoin", "encodeURIComponent", "join", "JoinPath",
    "concat", "getenv", "env", "String", "str", "addBreadcrumb", "captureException", "append",
    "appending", "appendingPathComponent", "default", "withDefault", "optional", "isset", "define",
    "env_or", "Getenv", "rstrip", "trim", "strip", "replace", "chomp", "freeze",
    "if", "for", "while", "switch", "return", "catch", "with", "elif", "elsif", "unless", "until",
    "and", "or", "not", "function", "super", "Bearer", "curl_exec", "curl_close", "curl_getinfo",
    "curl_errno", "curl_error",
  ]

  /// Looks whether a call itself sends something.
  private func direct(_ file: Int, _ call: Outline.Call) {
    guard !Self.ignored.contains(call.name), !call.name.hasSuffix("Error"),
      !call.name.hasSuffix("Exception")
    else { return }
    let parsed = evaluator.files[file]
    let source = parsed.source
    // Only the address of a handle is one: the handle itself stands for it in every other call.
    if call.name == "curl_setopt",
      !call.arguments.contains(where: { source.isName($0, "CURLOPT_URL") })
    {
      return
    }
    evaluator.steps = 0
    let arguments = pipedArguments(file, call) + source.parts(call.arguments)
    guard !arguments.isEmpty else { return }
    let isOwn = !evaluator.callees(file, name: call.name, at: call.token).isEmpty
    let reader = CallReader(reader: ExpressionReader(evaluator: evaluator, file: file))
    var whole: (index: Int, value: Pattern)?
    for (index, argument) in arguments.enumerated().prefix(4) where !argument.isEmpty {
      let range = reader.unlabelled(argument)
      guard !range.isEmpty else { continue }
      if object(file, call, arguments, index, range) { return }
      let values = evaluator.values(file, range)
      let addresses = values.filter { Address($0).map { !$0.isBase } ?? false }
      if !addresses.isEmpty {
        if isOwn { return }
        let method = MethodReader(evaluator, file, call, arguments).answer(address: index)
        for value in addresses { note(file, call, value, method, isOwn: false) }
        return
      }
      if index < 3, let value = values.first(where: { isWholeParameter($0) }),
        whole == nil || takesMethodFirst(call.name) && whole?.index == index - 1
      {
        whole = (index, value)
      }
    }
    if let whole, !isOwn, isSender(call.name), receiverBase(file, call) == nil {
      let method = MethodReader(evaluator, file, call, arguments).answer(address: whole.index)
      summarize(file, call, whole.value, method)
    }
    if !isOwn || evaluator.files[file].source.isMember(call.token - 1) {
      relative(file, call, arguments, reader)
    }
  }

  /// Whether the method comes before the address: `request(method, url)`.
  private func takesMethodFirst(_ name: String) -> Bool {
    [
      "request", "request!", "NewRequest", "open", "build", "method", "NewRequestWithContext",
      "Request", "public_send", "send", "HttpRequestMessage", "newRequest",
    ].contains(name)
  }

  /// What a pipe hands to a call: `url |> Req.get!()`.
  private func pipedArguments(_ file: Int, _ call: Outline.Call) -> [Range<Int>] {
    let source = evaluator.files[file].source
    guard source.syntax.hasCommandCalls else { return [] }
    var start = call.token
    while source.isMember(start - 1), source.isName(start - 2) { start -= 2 }
    guard source.isSign(start - 1, Sign.pipe) else { return [] }
    let end = start - 1
    var left = source.before(end)
    var steps = 0
    while left > 0, steps < 200 {
      let token = source.tokens[left]
      if token.startsLine, !source.isSign(left, Sign.pipe) { break }
      if source.isSign(left - 1, Sign.assign) || source.isSign(left - 1, Sign.comma)
        || source.tokens[left - 1].kind == .open
        || source.isSign(left - 1, Sign.of("<-")) || source.isSign(left - 1, Sign.thinArrow)
        || source.isName(left - 1, "do")
      {
        break
      }
      left = source.before(left)
      steps += 1
    }
    return left >= 0 && left < end ? [left..<end] : []
  }

  private func isWholeParameter(_ pattern: Pattern) -> Bool {
    guard case .parameter? = pattern.pieces.first else { return false }
    return true
  }

  static let senders: Set<String> = [
    "fetch", "axios", "ky", "got", "request", "urlopen", "Request", "NewRequest",
    "NewRequestWithContext", "curl_init", "URL", "url", "uri", "open", "send", "HttpRequestMessage",
    "execute", "$fetch", "ofetch", "fetchWithRetry", "URLRequest", "create", "new", "build",
    "exchange", "method", "request!", "new!", "dataTask", "undici", "HTTPClientRequest", "needle",
    "superagent", "curl_setopt", "parse", "query", "RestRequest", "run", "call", "public_send",
  ]

  private func isSender(_ name: String) -> Bool {
    Self.senders.contains(name) || HTTPMethod.inName(name) != nil
  }

  /// An object that holds the address: `axios({ method, url })`, `{ hostname, path, method }`.
  private func object(
    _ file: Int,
    _ call: Outline.Call,
    _ arguments: [Range<Int>],
    _ index: Int,
    _ range: Range<Int>
  ) -> Bool {
    let source = evaluator.files[file].source
    guard
      source.tokens[range.lowerBound].kind == .open
        && source.tokens[range.lowerBound].sign != Sign.template
        || range.count == 1 && source.isName(range.lowerBound)
    else {
      // CURLOPT_URL, $url
      return false
    }
    if range.count == 1, source.isName(range.lowerBound),
      !source.text(range.lowerBound).lowercased().hasSuffix("options"), !isSender(call.name)
    {
      return false
    }
    let own = calleeBase(file, call)
    let base = own ?? receiverBase(file, call)
    for key in ["url", "uri", "CURLOPT_URL", "endpoint", "path", "RequestUri", "pathname"] {
      guard let place = evaluator.member(key, file, range) else { continue }
      var values = evaluator.values(file, place)
      if key == "path" || key == "pathname" || !values.contains(where: { Address($0) != nil }) {
        if let host = host(file, range) {
          values = values.map { URLJoin.joined(host, $0) }
        } else if let own = ["baseURL", "base_url", "baseUrl", "prefixUrl"].compactMap({
          evaluator.member($0, file, range)
        }).first {
          let bases = evaluator.values(file, own).filter { Address($0) != nil }
          values = bases.flatMap { base in values.map { URLJoin.joined(base, $0) } }
        } else if let base, own != nil || isSender(call.name) {
          values = base.flatMap { base in values.map { URLJoin.joined(base, $0) } }
        } else if generated.contains(file), values.contains(where: { $0.head.hasPrefix("/v2/") }) {
          values = values.map { URLJoin.joined(Pattern([.text("https://api.attio.com")]), $0) }
        } else if key == "url", isSender(call.name),
          evaluator.callees(file, name: call.name, at: call.token).isEmpty,
          let whole = values.first(where: { isWholeParameter($0) })
        {
          summarize(
            file,
            call,
            whole,
            MethodReader(evaluator, file, call, arguments).answer(address: index)
          )
          return true
        }
      }
      let addresses = values.filter { Address($0).map { !$0.isBase } ?? false }
      guard !addresses.isEmpty else { continue }
      if !evaluator.callees(file, name: call.name, at: call.token).isEmpty { return false }
      var method = MethodReader(evaluator, file, call, arguments).answer(address: index)
      if method.strength == .none { method.strength = .usual }
      for value in addresses { note(file, call, value, method, isOwn: false) }
      return true
    }
    return false
  }

  /// The base of what is called itself: `this.http({ method, url })`.
  private func calleeBase(_ file: Int, _ call: Outline.Call) -> [Pattern]? {
    guard !call.isCommand, !isSender(call.name) else { return nil }
    let start = receiverRange(file, call)?.lowerBound ?? call.token
    let values = evaluator.values(file, start..<(call.token + 1)).filter {
      Address($0)?.isBase == true
    }
    return values.isEmpty ? nil : values
  }

  private func host(_ file: Int, _ range: Range<Int>) -> Pattern? {
    for key in ["hostname", "host"] {
      guard let place = evaluator.member(key, file, range) else { continue }
      if let value = evaluator.values(file, place).first(where: { Address($0)?.isBase == true }) {
        return value
      }
    }
    return nil
  }

  /// The address of the object that is called, where it is a client.
  func receiverBase(_ file: Int, _ call: Outline.Call) -> [Pattern]? {
    let source = evaluator.files[file].source
    guard source.isMember(call.token - 1) else { return classBase(file, call.token) }
    guard let range = receiverRange(file, call) else { return nil }
    let values = evaluator.values(file, range).filter { Address($0) != nil }
    if !values.isEmpty { return values }
    // A chain's earlier arguments: `Http::withToken(x)->baseUrl(base)->post(…)`
    let isSelf =
      range.count <= 3 && source.isName(range.lowerBound)
      && ["self", "this", "static", "__MODULE__", "cls"].contains(source.text(range.lowerBound))
    if isSelf { return classBase(file, call.token) }
    return nil
  }

  func receiverRange(_ file: Int, _ call: Outline.Call) -> Range<Int>? {
    let source = evaluator.files[file].source
    var start = call.token
    var steps = 0
    while source.isMember(start - 1) || source.isSign(start - 1, Sign.bang), steps < 60 {
      if source.isSign(start - 1, Sign.bang) { start -= 1 }
      var left = source.before(start - 1)
      guard left >= 0 else { break }
      if source.tokens[left].kind == .open, source.tokens[left].sign != Sign.template {
        if source.isName(left - 1), !source.tokens[left].startsLine {
          left -= 1
        } else if source.isSign(left - 1, Sign.greater) {
          var back = left - 1
          while back > 0, !source.isSign(back, Sign.less), left - back < 30 { back -= 1 }
          if source.isName(back - 1) { left = back - 1 }
        }
      }
      start = left
      steps += 1
    }
    let end = call.token - 1
    return start < end ? start..<end : nil
  }

  /// The base that the class around a place names: `base_uri "…"`, `plug Tesla.Middleware.BaseUrl, "…"`.
  private func classBase(_ file: Int, _ token: Int) -> [Pattern]? {
    let parsed = evaluator.files[file]
    for call in parsed.outline.calls
    where [
      "base_uri", "plug", "BaseUrl", "FeignClient", "HttpExchange", "RegisterRestClient", "baseUrl",
      "BasePath",
    ].contains(call.name) {
      for argument in parsed.source.parts(call.arguments) {
        let range = CallReader(reader: ExpressionReader(evaluator: evaluator, file: file))
          .unlabelled(argument)
        guard !range.isEmpty else { continue }
        let values = evaluator.values(file, range).filter { Address($0) != nil }
        if !values.isEmpty { return values }
      }
    }
    return nil
  }

  /// A path that is given to a client whose base is Attio's.
  private func relative(
    _ file: Int,
    _ call: Outline.Call,
    _ arguments: [Range<Int>],
    _ reader: CallReader
  ) {
    let isVerb = isSender(call.name) || HTTPMethod.inName(call.name) != nil
    let own = isVerb ? nil : calleeBase(file, call)
    let outer = call.name == "path" ? builderCall(file, call) : nil
    guard isVerb || own != nil || outer != nil || call.name == "RestRequest" else { return }
    let source = evaluator.files[file].source
    for (index, argument) in arguments.enumerated().prefix(3) {
      let range = reader.unlabelled(argument)
      guard !range.isEmpty,
        source.tokens[range.lowerBound].kind != .open
          || source.tokens[range.lowerBound].sign == Sign.template
      else { continue }
      let values = evaluator.values(file, range)
      let paths = values.filter { looksLikePath($0) || (isWholeParameter($0) && index < 2) }
      guard !paths.isEmpty else { continue }
      if paths[0].text.flatMap(HTTPMethod.named) != nil { continue }
      let isMethodFirst =
        index == 0 && arguments.count > 1 && isWholeParameter(paths[0])
        && takesMethodFirst(call.name)
      if isMethodFirst { continue }
      guard
        let bases = own ?? outer.flatMap({ receiverBase(file, $0) })
          ?? receiverBase(file, call)?.filter({ Address($0)?.isBase == true }).nilIfEmpty
          ?? givenBase(file, arguments) ?? requestBase(file, call)
      else {
        unproved(file, outer ?? call, arguments, index, paths)
        return
      }
      let method = MethodReader(evaluator, file, outer ?? call, arguments).answer(address: index)
      for base in bases {
        for path in paths { note(file, call, URLJoin.joined(base, path), method, isOwn: false) }
      }
      return
    }
  }

  /// The call to which a closure is given that builds the address: `.uri(b -> b.path("/x").build())`.
  private func builderCall(_ file: Int, _ call: Outline.Call) -> Outline.Call? {
    let source = evaluator.files[file].source
    let open = Int(source.tokens[call.token].parent)
    guard source.isOpen(open, Sign.roundOpen), source.isName(open - 1, "uri") else { return nil }
    return Outline.Call(
      name: "uri",
      token: open - 1,
      open: open,
      arguments: source.inside(open),
      isCommand: false
    )
  }

  /// The base of a client that is an argument: `Tesla.get(client, "/lists")`.
  private func givenBase(_ file: Int, _ arguments: [Range<Int>]) -> [Pattern]? {
    for argument in arguments.prefix(2) where !argument.isEmpty {
      let values = evaluator.values(file, argument).filter { Address($0)?.isBase == true }
      if !values.isEmpty { return values }
    }
    return nil
  }

  /// The base of the only client in the file, for a request that is made before a client sends it.
  private func requestBase(_ file: Int, _ call: Outline.Call) -> [Pattern]? {
    guard
      ["HttpRequestMessage", "RestRequest", "build_request", "newRequest", "URLRequest"].contains(
        call.name
      )
    else { return nil }
    let outline = evaluator.files[file].outline
    for (place, assignment) in outline.assignments.enumerated() where !assignment.isKey {
      let values = evaluator.value(file, place, seenFrom: nil).filter {
        Address($0)?.isBase == true
      }
      if !values.isEmpty { return values }
    }
    return nil
  }

  private static let roots: Set<String> = [
    "v2", "objects", "lists", "notes", "tasks", "threads", "comments", "meetings", "files",
    "webhooks", "self", "workspace_members", "sql", "emails", "sequences", "activities",
  ]

  func looksLikePath(_ pattern: Pattern) -> Bool {
    let head = pattern.head
    guard !head.isEmpty, !head.contains(" ") else { return false }
    var rest = head[...]
    if rest.hasPrefix("/") {
      rest = rest.dropFirst()
      if rest.isEmpty { return pattern.pieces.count > 1 }
    }
    let first = rest.prefix { $0 != "/" && $0 != "?" }
    return Self.roots.contains(String(first))
  }

  private static let routers: Set<String> = [
    "app", "router", "server", "route", "Route", "fastify", "blueprint", "bp", "api_router",
    "routes", "mux", "r", "e", "http.HandleFunc", "hono", "scope", "Router", "page", "map", "cache",
    "params", "searchParams", "headers", "localStorage", "formData", "config", "redis", "storage",
    "store",
  ]

  /// A path that looks like Attio's, sent by an object of which nothing is known.
  private func unproved(
    _ file: Int,
    _ call: Outline.Call,
    _ arguments: [Range<Int>],
    _ index: Int,
    _ paths: [Pattern]
  ) {
    let parsed = evaluator.files[file]
    let source = parsed.source
    if isAnnotation(file, call) {
      let method = MethodReader(evaluator, file, call, arguments).answer(address: index)
      let base = Pattern([.text("https://api.attio.com/v2")])
      for path in paths where looksLikePath(path) {
        note(file, call, URLJoin.joined(base, path), method, isOwn: false, isGuess: true)
      }
      return
    }
    guard let range = receiverRange(file, call) else { return }
    let names = range.filter { source.isName($0) }.map { source.text($0) }
    guard let last = names.last, !Self.routers.contains(last),
      !source.isSign(range.lowerBound - 1, Sign.at)
    else { return }
    let words = names + evaluator.origins(file, range.upperBound - 1)
    let isAttio = words.contains { $0.lowercased().contains("attio") }
    let className = Int(parsed.outline.classOfToken[call.token])
    let isInAttio =
      Evaluator.stem(parsed.path).contains("attio")
      || className >= 0 && parsed.outline.classes[className].name.lowercased().contains("attio")
      || parsed.path.lowercased().contains("attio/")
    let isClient = words.contains { word in
      ["client", "http", "api", "crm", "conn", "session"].contains {
        word.lowercased().contains($0)
      }
    }
    guard isAttio || isInAttio && isClient || isClient && hasWrapper(call.name) else { return }
    // A handler makes it a route.
    for argument in arguments.dropFirst(index + 1) {
      if argument.contains(where: {
        source.isSign($0, Sign.arrow) || source.isName($0, "function") || source.isName($0, "req")
      }) {
        return
      }
    }
    let method = MethodReader(evaluator, file, call, arguments).answer(address: index)
    let base = Pattern([.text("https://api.attio.com/v2")])
    for path in paths where looksLikePath(path) {
      var joined = URLJoin.joined(base, path)
      if path.head.hasPrefix("/v2/") || path.head.hasPrefix("v2/") {
        joined = URLJoin.joined(Pattern([.text("https://api.attio.com")]), path)
      }
      note(file, call, joined, method, isOwn: false, isGuess: true)
    }
  }

  /// Whether it describes a method of an interface that Retrofit or Refit carries out for Attio.
  private func isAnnotation(_ file: Int, _ call: Outline.Call) -> Bool {
    let parsed = evaluator.files[file]
    guard [.java, .kotlin, .csharp].contains(parsed.language),
      ["GET", "POST", "PUT", "PATCH", "DELETE", "Get", "Post", "Put", "Patch", "Delete"].contains(
        call.name
      ),
      parsed.source.isSign(call.token - 1, Sign.at)
        || parsed.source.isOpen(call.token - 1, Sign.squareOpen)
    else { return false }
    let owner = Int(parsed.outline.classOfToken[call.token])
    return Evaluator.stem(parsed.path).contains("attio")
      || owner >= 0 && parsed.outline.classes[owner].name.lowercased().contains("attio")
  }

  private func hasWrapper(_ name: String) -> Bool {
    summaries.keys.contains { evaluator.files[$0.file].outline.functions[$0.function].name == name }
  }

  /// `{ url, method }` that is kept in a constant and used later.
  private func storedObjects(_ file: Int) {
    let parsed = evaluator.files[file]
    let source = parsed.source
    for assignment in parsed.outline.assignments where assignment.isKey {
      guard ["url", "uri", "endpoint", "href"].contains(assignment.name.lowercased()) else {
        continue
      }
      let open = Int(source.tokens[assignment.token].parent)
      guard open >= 0, source.isOpen(open, Sign.curlyOpen) else { continue }
      let object = open..<(open + 1)
      let isData = parsed.path.hasSuffix(".json")
      let method =
        evaluator.member("method", file, object)
        ?? (isData ? evaluator.member("requestMethod", file, object) : nil)
      guard method != nil || isData else { continue }
      let end = source.expressionEnd(assignment.value)
      guard assignment.value < end else { continue }
      let values = evaluator.values(file, assignment.value..<end).filter {
        Address($0).map { !$0.isBase } ?? false
      }
      guard !values.isEmpty else { continue }
      let call = Outline.Call(
        name: "request",
        token: assignment.token,
        open: open,
        arguments: open..<(open + 1),
        isCommand: false
      )
      var answer: MethodReader.Answer = ([Pattern([.text("GET")])], .usual)
      if let method {
        guard let told = MethodReader(evaluator, file, call, []).method(method) else { continue }
        answer = told
      }
      for value in values { note(file, call, value, answer, isOwn: false) }
    }
  }
}

extension Array {
  /// Nil for an empty array.
  fileprivate var nilIfEmpty: [Element]? { isEmpty ? nil : self }
}
