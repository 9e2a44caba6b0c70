/// Finds the method with which a call sends.
struct MethodReader {
  let evaluator: Evaluator
  let file: Int
  let call: Outline.Call
  let arguments: [Range<Int>]
  private var parsed: ParsedFile { evaluator.files[file] }
  private var source: SourceText { evaluator.files[file].source }

  typealias Answer = (values: [Pattern], strength: Candidate.Strength)

  init(_ evaluator: Evaluator, _ file: Int, _ call: Outline.Call, _ arguments: [Range<Int>]) {
    self.evaluator = evaluator
    self.file = file
    self.call = call
    self.arguments = arguments
  }

  static let keys = [
    "method", "type", "verb", "httpmethod", "requestmethod", "http_method", "curlopt_customrequest",
    "request_method", "-Method",
  ]

  /// The methods; a usual GET where nothing tells another.
  func answer(address: Int) -> Answer {
    if let told = inOptions(address) { return told }
    if let told = inArguments(address) { return told }
    if let verb = fromName() { return ([Pattern([.text(verb)])], .named) }
    if let told = inChain() { return told }
    if let told = inStatements() { return told }
    if hasBody() { return ([Pattern([.text("POST")])], .usual) }
    if let told = inContext() { return told }
    if let open = fromParameter() { return open }
    let usual: Set<String> = [
      "fetch", "$fetch", "axios", "ky", "got", "urlopen", "request", "ofetch", "useFetch",
      "curl_exec", "curl_init",
    ]
    return ([Pattern([.text("GET")])], usual.contains(call.name) ? .usual : .none)
  }

  /// PHP: in the context of a stream, which is made before or within the call.
  private func inContext() -> Answer? {
    guard call.name == "file_get_contents" || call.name == "fopen" else { return nil }
    let near = max(0, call.token - 160)..<min(source.count, call.arguments.upperBound)
    for index in near.reversed()
    where source.tokens[index].kind == .text && source.isSign(index + 1, Sign.arrow) {
      guard source.text(index) == "method" else { continue }
      let end = source.expressionEnd(index + 2)
      return index + 2 < end ? method((index + 2)..<end) : nil
    }
    return nil
  }

  /// A parameter of the function around it that is named as one, where nothing else tells.
  private func fromParameter() -> Answer? {
    for index in parsed.functions(around: call.token).prefix(2) {
      for (place, parameter) in parsed.outline.functions[index].parameters.enumerated()
      where ["method", "verb", "http_method", "httpmethod", "meth"].contains(
        parameter.name.lowercased()
      ) {
        let open = Parameter(
          file: Int32(file),
          function: Int32(index),
          index: Int32(place),
          key: nil
        )
        return ([Pattern([.parameter(open)])], .told)
      }
    }
    return nil
  }

  /// In an object of options or a named argument.
  private func inOptions(_ address: Int) -> Answer? {
    var open: Answer?
    for (index, range) in arguments.enumerated() where !range.isEmpty {
      for key in Self.keys {
        if let value = evaluator.keyedValue(key, range, source), let answer = method(value) {
          return answer
        }
        if let value = evaluator.member(key, file, range), let answer = method(value) {
          return answer
        }
      }
      if index != address, let handed = handedOn(range) { open = open ?? handed }
    }
    if let answer = inClosure() { return answer }
    return open
  }

  /// In a block behind the call: `request(url) { method = HttpMethod.Patch }`.
  private func inClosure() -> Answer? {
    guard !call.isCommand else { return nil }
    let open = source.after(call.open)
    guard source.isOpen(open, Sign.curlyOpen) else { return nil }
    for index in source.inside(open).prefix(400)
    where source.isName(index, "method") && source.isSign(index + 1, Sign.assign) {
      let end = source.expressionEnd(index + 2)
      if index + 2 < end, let answer = method((index + 2)..<end) { return answer }
    }
    return nil
  }

  /// A whole object of options that a caller gives.
  private func handedOn(_ range: Range<Int>) -> Answer? {
    var places = [range]
    if source.isOpen(range.lowerBound, Sign.curlyOpen) {
      places = source.parts(source.inside(range.lowerBound)).filter {
        source.isSign($0.lowerBound, Sign.spread)
      }
      .map { ($0.lowerBound + 1)..<$0.upperBound }
    } else if source.isName(range.lowerBound), range.count == 1 {
      // const options = { ...init, headers }
      let name = source.text(range.lowerBound)
      for place in parsed.outline.assignmentsByName[name] ?? [] {
        let value = parsed.outline.assignments[place].value
        if source.isOpen(value, Sign.curlyOpen),
          parsed.outline.assignments[place].token < range.lowerBound
        {
          places += source.parts(source.inside(value)).filter {
            source.isSign($0.lowerBound, Sign.spread)
          }
          .map { ($0.lowerBound + 1)..<$0.upperBound }
        }
      }
    }
    for place in places where !place.isEmpty {
      let isSpread = source.isSign(place.lowerBound - 1, Sign.spread)
      let values = evaluator.values(file, place)
      guard values.count == 1, values[0].pieces.count == 1,
        case .parameter(var parameter) = values[0].pieces[0]
      else { continue }
      let function = evaluator.files[Int(parameter.file)].outline.functions[Int(parameter.function)]
      let name =
        Int(parameter.index) < function.parameters.count
        ? function.parameters[Int(parameter.index)].name.lowercased() : ""
      if parameter.key == "..." { parameter.key = nil }
      guard parameter.key == nil else { continue }
      let looksLikeOptions = [
        "init", "options", "opts", "option", "config", "params", "requestinit", "args", "rest",
        "req", "request", "settings", "requestoptions", "fetchoptions", "",
      ].contains(name)
      guard isSpread || looksLikeOptions, call.name != "stringify" else { continue }
      guard HTTPMethod.inName(call.name) == nil else { continue }
      parameter.key = "method"
      parameter.fallback = "GET"
      return ([Pattern([.parameter(parameter)])], .told)
    }
    return nil
  }

  /// A text, a constant's name or a parameter that is a method.
  func method(_ range: Range<Int>) -> Answer? {
    guard !range.isEmpty else { return nil }
    let values = evaluator.values(file, range)
    var found: [Pattern] = []
    for value in values {
      if let text = value.text, let verb = HTTPMethod.named(text) {
        found.append(Pattern([.text(verb)]))
      } else if value.pieces.count == 1, case .gap(let name) = value.pieces[0],
        let verb = HTTPMethod.named(name)
      {
        found.append(Pattern([.text(verb)]))
      } else if value.pieces.count == 1 {
        switch value.pieces[0] {
        case .parameter, .whenGiven: found.append(value)
        default: break
        }
      }
    }
    if found.isEmpty, source.isName(range.upperBound - 1),
      let verb = HTTPMethod.named(source.text(range.upperBound - 1)),
      range.count > 1 || source.text(range.lowerBound).first?.isUppercase == true
    {
      found = [Pattern([.text(verb)])]
    }
    return found.isEmpty ? nil : (found, .told)
  }

  private func inArguments(_ address: Int) -> Answer? {
    let takesMethod: Set<String> = [
      "request", "NewRequest", "NewRequestWithContext", "Request", "HttpRequestMessage", "build",
      "open", "fetch", "api", "execute", "Execute", "method", "send", "makeRequest", "call",
      "run_request", "RestRequest", "invoke", "exchange", "request!", "HTTPRequest", "new",
      "send_request", "newRequest", "createRequest", "Send", "json", "raw_request", "requestAsync",
      "public_send",
    ]
    for (index, range) in arguments.enumerated().prefix(4) where index != address && !range.isEmpty
    {
      if range.count > 8 { continue }
      guard let answer = method(range) else { continue }
      let isOpen = answer.values.contains { !$0.parameters.isEmpty }
      if isOpen, !takesMethod.contains(call.name) || index != address - 1 { continue }
      return answer
    }
    return nil
  }

  /// In the function's name, or the class of which an object is made.
  private func fromName() -> String? {
    if call.name == "new", source.isMember(call.token - 1), source.isName(call.token - 2) {
      return HTTPMethod.inName(source.text(call.token - 2))
    }
    let neutral: Set<String> = ["getJSON", "request", "fetch", "file_get_contents"]
    if neutral.contains(call.name) { return call.name == "getJSON" ? "GET" : nil }
    if call.name == "curl_setopt" || call.name == "setUrl" { return nil }
    if let verb = HTTPMethod.inName(call.name) { return verb }
    return nil
  }

  private static let builders: Set<String> = [
    "url", "uri", "path", "newBuilder", "Builder", "builder", "Request", "HttpRequest",
    "URLRequest", "parse", "create", "http", "URL", "request", "HTTPClientRequest", "RestRequest",
    "WebRequest", "Create", "appendPath", "AppendPathSegment", "from", "fetch", "method",
  ]

  /// In a call before or after it: `.post().uri(…)`, `.url(…).post(body)`, `.method("PATCH", …)`.
  private func inChain() -> Answer? {
    var before = call.token
    while source.isMember(before - 1) {
      let open = source.before(before - 1)
      guard open > 0 else { break }
      var name = open
      if source.isOpen(open, Sign.roundOpen) { name = open - 1 }
      guard source.isName(name) else { break }
      if let answer = link(name, open: source.isOpen(open, Sign.roundOpen) ? open : nil) {
        return answer
      }
      before = name
    }
    guard Self.builders.contains(call.name) else { return nil }
    var after = call.isCommand ? source.count : source.after(call.open)
    var level = 0
    while after < source.count, level < 24 {
      if source.tokens[after].kind == .close, source.tokens[after].match >= 0, level < 20 {
        // Out of `uri(URI.create(…))`
        after += 1
        level += 1
        continue
      }
      guard source.isMember(after), source.isName(after + 1) else { break }
      let open = source.isOpen(after + 2, Sign.roundOpen) ? after + 2 : nil
      if let answer = link(after + 1, open: open) { return answer }
      after = open.map { source.after($0) } ?? after + 2
      level += 1
    }
    return nil
  }

  private func link(_ name: Int, open: Int?) -> Answer? {
    let text = source.text(name)
    let isVerb = [
      "get", "post", "put", "patch", "delete", "GET", "POST", "PUT", "PATCH", "DELETE", "Get",
      "Post", "Put", "Patch", "Delete", "PostAsync", "PatchAsync", "PutAsync", "DeleteAsync",
      "GetAsync", "PostJsonAsync", "PatchJsonAsync", "PutJsonAsync", "GetJsonAsync",
    ].contains(text)
    if isVerb, open != nil { return ([Pattern([.text(HTTPMethod.inName(text) ?? "GET")])], .told) }
    if ["method", "Method", "setMethod", "withMethod", "http_method", "method!"].contains(text),
      let open
    {
      for part in source.parts(source.inside(open)).prefix(1) { return method(part) }
    }
    return nil
  }

  /// In statements about the variable that holds the request.
  private func inStatements() -> Answer? {
    guard let name = heldBy() else { return nil }
    let function = parsed.functions(around: call.token).first
    let end = function.map { parsed.outline.functions[$0].body.upperBound } ?? source.count
    var index = call.token + 1
    let limit = min(end, call.token + 1_500)
    while index < limit {
      if source.isName(index), source.text(index) == name, !source.isMember(index - 1) {
        if source.isMember(index + 1), source.isName(index + 2) {
          let member = source.text(index + 2).lowercased()
          if ["method", "httpmethod", "requestmethod"].contains(member),
            source.isSign(index + 3, Sign.assign)
          {
            let end = source.expressionEnd(index + 4)
            if index + 4 < end, let answer = method((index + 4)..<end) { return answer }
          }
          if ["setrequestmethod", "setmethod", "method", "set_method"].contains(member),
            source.isOpen(index + 3, Sign.roundOpen)
          {
            if let answer = method(source.inside(index + 3)) { return answer }
          }
          if member == "post" || member == "upload" || member == "put" || member == "patch"
            || member == "delete" || member == "get", source.isOpen(index + 3, Sign.roundOpen),
            Self.builders.contains(call.name) || call.name == "addRequest"
          {
            return ([Pattern([.text(member.uppercased())])], .told)
          }
          if member == "dooutput", call.name == "URL" || call.name == "openConnection" {
            return ([Pattern([.text("POST")])], .usual)
          }
        }
        // The variable is given another address.
        if source.isSign(index + 1, Sign.assign), index > source.after(call.open) { break }
        if source.isOpen(Int(source.tokens[index].parent), Sign.roundOpen),
          let answer = curl(Int(source.tokens[index].parent))
        {
          return answer
        }
      }
      index += 1
    }
    return curlPost(name, limit)
  }

  private func curl(_ open: Int) -> Answer? {
    guard source.isName(open - 1) else { return nil }
    let name = source.text(open - 1)
    guard name == "curl_setopt" || name == "curl_setopt_array" else { return nil }
    let inside = source.inside(open)
    for index in inside where source.isName(index, "CURLOPT_CUSTOMREQUEST") {
      let start = index + 2
      let end = source.expressionEnd(start)
      if start < end { return method(start..<end) }
    }
    return nil
  }

  private func curlPost(_ name: String, _ limit: Int) -> Answer? {
    guard source.syntax.dotJoins else { return nil }
    var index = call.token
    while index < limit {
      if source.isName(index, "CURLOPT_CUSTOMREQUEST") {
        let end = source.expressionEnd(index + 2)
        return index + 2 < end ? method((index + 2)..<end) : nil
      }
      index += 1
    }
    index = call.token
    while index < limit {
      if source.isName(index, "CURLOPT_POSTFIELDS") || source.isName(index, "CURLOPT_POST") {
        return ([Pattern([.text("POST")])], .told)
      }
      if source.isName(index, "CURLOPT_PUT") { return ([Pattern([.text("PUT")])], .told) }
      if source.isName(index, "curl_init"), index > call.token + 2 { break }
      index += 1
    }
    return nil
  }

  /// The variable to which the call's value, or the value around it, is given.
  private func heldBy() -> String? {
    if ["curl_setopt", "curl_setopt_array", "curl_exec"].contains(call.name),
      let first = arguments.first, source.isName(first.lowerBound)
    {
      return source.text(first.lowerBound)
    }
    var place = call.token
    var steps = 0
    while place > 0, steps < 40 {
      while source.isMember(place - 1) {
        place = source.before(place - 1)
        if place > 0, source.isOpen(place, Sign.roundOpen) { place -= 1 }
        if place <= 0 { return nil }
      }
      var left = place - 1
      while left >= 0,
        source.isName(left, "new") || source.isName(left, "await") || source.isName(left, "try")
          || source.isSign(left, Sign.question) || source.isSign(left, Sign.bang)
      { left -= 1 }
      guard left >= 0 else { return nil }
      if source.isSign(left, Sign.assign) || source.isSign(left, Sign.walrus) {
        var target = left - 1
        while source.isSign(target - 1, Sign.comma), source.isName(target - 2) { target -= 2 }
        return source.isName(target) ? source.text(target) : nil
      }
      if source.tokens[left].kind == .open, source.tokens[left].sign == Sign.roundOpen,
        source.isName(left - 1)
      {
        place = left - 1
      } else if source.isSign(left, Sign.colon), source.isName(left - 1),
        source.isOpen(left - 2, Sign.roundOpen), source.isName(left - 3)
      {
        place = left - 3
      } else {
        return nil
      }
      steps += 1
    }
    return nil
  }

  /// urllib sends POST where there is data; so does `http.Post`.
  private func hasBody() -> Bool {
    guard call.name == "Request" || call.name == "urlopen" else { return false }
    for range in arguments {
      if let value = evaluator.keyedValue("data", range, source) {
        return !source.isName(value.lowerBound, "None")
      }
    }
    return parsed.language == .python && arguments.count > 1
      && !evaluator.isNamed(arguments[1], source) && !arguments[1].isEmpty
  }
}
