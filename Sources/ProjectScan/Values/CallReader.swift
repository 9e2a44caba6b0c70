/// Tells what a call gives back, where that is a string or an object made with an address.
struct CallReader {
  let reader: ExpressionReader
  private var evaluator: Evaluator { reader.evaluator }
  private var file: Int { reader.file }
  private var source: SourceText { reader.source }

  init(reader: ExpressionReader) { self.reader = reader }

  private static let resolving: Set<String> = ["urljoin", "URL", "Uri", "URI", "resolve", "merge"]
  private static let joining: Set<String> = [
    "join", "JoinPath", "joinpath", "Join", "implode", "appending", "appendingPathComponent",
    "append", "addPathSegments",
    "addPathSegment", "addEncodedPathSegments", "pathSegments", "appendPath", "url_join", "joinURL",
    "urlJoin", "Combine", "withPath", "path", "uri", "resolve",
    "path_join", "add_path", "append_path", "appendPathSegment", "AppendPathSegment",
    "AppendPathSegments",
  ]
  private static let formatting: Set<String> = [
    "sprintf", "Sprintf", "format", "Format", "vsprintf", "formatted", "format!", "printf",
  ]
  private static let encoding: Set<String> = [
    "encodeURIComponent", "encodeURI", "quote", "quote_plus", "urlencode", "rawurlencode", "escape",
    "PathEscape", "QueryEscape", "encode_www_form_component", "encode_www_form", "EscapeDataString",
    "encode", "url_encode", "UrlEncode", "addingPercentEncoding", "toQuery", "to_query",
    "stringify", "http_build_query",
  ]
  private static let transparent: Set<String> = [
    "String", "str", "to_s", "toString", "ToString", "to_string", "trim", "strip", "rstrip",
    "lstrip", "chomp",
    "trimEnd", "TrimEnd", "TrimRight", "TrimSuffix", "rtrim", "trim_end_matches", "removeSuffix",
    "trim_trailing", "replace", "Replace", "delete_suffix",
    "freeze", "unwrap", "expect", "clone", "as_str", "into", "to_owned", "unwrap_or_else",
    "get_or_insert", "toLowerCase", "unsafe", "URLString", "removesuffix", "gsub", "sub",
    "replaceAll",
    "upper", "toUpperCase", "upcase", "to_uppercase", "uppercase", "ToUpper", "strtoupper", "lower",
    "as_ref",
  ]
  /// Calls that send something: what comes back is an answer, not an address.
  static let sending: Set<String> = [
    "get", "post", "put", "patch", "delete", "request", "fetch", "send", "execute", "query", "Do",
    "call", "json", "exec", "then",
    "get!", "post!", "put!", "patch!", "delete!", "request!", "map", "filter", "run", "invoke",
    "Get", "Post", "exchange", "retrieve", "body", "curl_exec", "read", "read_body", "urlopen",
    "bodyToMono", "toEntity",
    "getForObject", "postForObject", "getForEntity", "postForEntity", "SendAsync", "GetAsync",
    "PostAsync", "PutAsync", "DeleteAsync", "PatchAsync", "GetFromJsonAsync", "PostAsJsonAsync",
    "PutAsJsonAsync", "PatchAsJsonAsync", "GetStringAsync", "file_get_contents", "wp_remote_get",
    "wp_remote_post", "wp_remote_request", "data", "dataTask", "upload", "start", "open", "error",
    "log", "info", "warn", "debug", "print", "println",
  ]

  func value(
    name: String,
    token: Int,
    receiver: [Pattern]?,
    arguments: [Range<Int>]
  ) -> [Pattern] {
    if let joined = join(name, receiver, arguments) { return joined }
    if Self.formatting.contains(name) {
      var reader = reader
      reader.formatToken = token
      if let receiver, receiver[0].text != nil || receiver[0].pieces.count > 1,
        !receiver[0].head.isEmpty
      {
        return reader.formatted(receiver, arguments)
      }
      guard let first = arguments.first else { return [.gap(name)] }
      return reader.formatted(evaluator.values(file, first), Array(arguments.dropFirst()))
    }
    if name == "concat" || name == "concat!" {
      let start = receiver.map { $0[0].head.isEmpty ? [Pattern([])] : $0 } ?? [Pattern([])]
      return arguments.reduce(start) { evaluator.joined($0, evaluator.values(file, $1)) }
    }
    if Self.encoding.contains(name) { return [.gap("value")] }
    if Self.transparent.contains(name), let value = transparent(name, receiver, arguments) {
      return value
    }
    if let own = ownFunction(name, token, receiver, arguments) { return own }
    return unknown(name, receiver, arguments)
  }

  private func join(_ name: String, _ receiver: [Pattern]?, _ arguments: [Range<Int>]) -> [Pattern]?
  {
    if Self.resolving.contains(name), arguments.count >= 2 {
      let first = evaluator.values(file, unlabelled(arguments[0]))
      let second = evaluator.values(file, unlabelled(arguments[1]))
      if Address(second[0]) != nil { return URLJoin.resolved(first, against: second) }
      if Address(first[0]) != nil { return URLJoin.resolved(second, against: first) }
      if name == "urljoin" { return evaluator.joined(first, second) }
      return first
    }
    guard Self.joining.contains(name) else { return nil }
    if let receiver, receiver.contains(where: { Address($0) != nil }), !arguments.isEmpty {
      let parts = arguments.map { evaluator.values(file, unlabelled($0)) }
      if name == "resolve" || (name == "join" && source.syntax.givesLast) {
        return URLJoin.resolved(parts[0], against: receiver)
      }
      return parts.reduce(receiver) { URLJoin.withSlash($0, $1, evaluator) }
    }
    // [a, b].join('/'), '/'.join([a, b]), implode('/', [a, b]), URI.join(a, b), JoinPath(a, b)
    var pieces: [Range<Int>] = []
    for argument in arguments { pieces += elements(argument) }
    if let list = listBefore(arguments) { pieces = list + pieces }
    let parts = pieces.map { evaluator.values(file, $0) }.filter { $0[0].text != "/" }
    guard parts.count >= 2, parts.contains(where: { $0.contains { Address($0) != nil } }) else {
      return nil
    }
    guard let base = parts.firstIndex(where: { Address($0[0]) != nil }) else { return nil }
    if name == "join", arguments.count == 2, source.syntax.hasCommandCalls {
      return URLJoin.resolved(parts[1], against: parts[0])
    }
    return parts[(base + 1)...].reduce(parts[base]) { URLJoin.withSlash($0, $1, evaluator) }
  }

  /// The elements of a list that is an argument, else the argument.
  private func elements(_ range: Range<Int>) -> [Range<Int>] {
    var start = range.lowerBound
    // Go: []string{…}
    if source.isOpen(start, Sign.squareOpen), source.inside(start).isEmpty,
      source.isName(start + 1 + 1)
    {
      start += 3
    }
    guard start < range.upperBound, source.tokens[start].kind == .open,
      source.tokens[start].sign != Sign.template,
      source.after(start) == range.upperBound
    else { return range.isEmpty ? [] : [range] }
    return source.parts(source.inside(start)).filter { !$0.isEmpty }
  }

  /// The list in `[a, b].join('/')`.
  private func listBefore(_ arguments: [Range<Int>]) -> [Range<Int>]? {
    guard let first = arguments.first, !first.isEmpty else { return nil }
    let open = Int(source.tokens[first.lowerBound].parent)
    guard open > 2, source.isMember(open - 2) else { return nil }
    let list = source.before(open - 2)
    guard list >= 0, source.isOpen(list, Sign.squareOpen) else { return nil }
    return source.parts(source.inside(list)).filter { !$0.isEmpty }
  }

  func unlabelled(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 2, source.isName(range.lowerBound),
      source.isSign(range.lowerBound + 1, Sign.colon)
        || (source.isSign(range.lowerBound + 1, Sign.assign) && source.syntax.namesArguments)
    else { return range }
    return (range.lowerBound + 2)..<range.upperBound
  }

  private static let trimming: Set<String> = [
    "rstrip", "strip", "trimEnd", "TrimEnd", "TrimRight", "TrimSuffix", "rtrim", "trim_end_matches",
    "removeSuffix", "chomp", "replace", "removesuffix", "delete_suffix", "sub", "gsub",
  ]

  private func transparent(
    _ name: String,
    _ receiver: [Pattern]?,
    _ arguments: [Range<Int>]
  ) -> [Pattern]? {
    var value = receiver
    let isKnown =
      receiver.map {
        $0.contains { Address($0) != nil || $0.text != nil || !$0.parameters.isEmpty }
      } ?? false
    if !isKnown { value = arguments.first.map { evaluator.values(file, unlabelled($0)) } }
    guard let value else { return nil }
    guard Self.trimming.contains(name) else { return value }
    return value.map { pattern in
      guard let text = pattern.text, text.hasSuffix("/") else { return pattern }
      var trimmed = pattern
      trimmed.pieces = [.text(String(text.dropLast()))]
      return trimmed
    }
  }

  /// What a function of the project gives back.
  private func ownFunction(
    _ name: String,
    _ token: Int,
    _ receiver: [Pattern]?,
    _ arguments: [Range<Int>]
  ) -> [Pattern]? {
    guard evaluator.depth < Evaluator.depthLimit - 8 else { return nil }
    let candidates = evaluator.callees(file, name: name, at: token)
    guard let target = candidates.first else { return nil }
    let results = evaluator.returned(target.file, target.function)
    let known = results.filter { Address($0) != nil || !$0.parameters.isEmpty || $0.text != nil }
    guard !known.isEmpty else { return nil }
    return known.flatMap { evaluator.substituted($0, file: file, arguments: arguments) }
  }

  /// A call of which nothing is known hands on an address that it is given, as constructors do.
  private func unknown(
    _ name: String,
    _ receiver: [Pattern]?,
    _ arguments: [Range<Int>]
  ) -> [Pattern] {
    if let value = withDefault(arguments) { return value }
    // `client.get().uri(…)` has sent nothing yet.
    if arguments.isEmpty, let receiver, receiver.contains(where: { Address($0)?.isBase == true }) {
      return through(receiver)
    }
    if Self.sending.contains(name), name != "open" {
      return [.gap(name)]
    }
    for argument in arguments.prefix(6) {
      let range = unlabelled(argument)
      guard !range.isEmpty else { continue }
      if source.tokens[range.lowerBound].kind == .open,
        source.tokens[range.lowerBound].sign != Sign.template
      {
        if let inner = address(inside: range.lowerBound) { return through(inner) }
        continue
      }
      let values = evaluator.values(file, range)
      if values.contains(where: { Address($0) != nil }) { return through(values) }
      if argument.lowerBound == arguments[0].lowerBound, Self.constructors.contains(name),
        !values[0].parameters.isEmpty
      {
        return through(values)
      }
    }
    if let receiver, receiver.contains(where: { Address($0) != nil }) { return through(receiver) }
    // The name of a variable or a setting.
    if let first = arguments.first, !first.isEmpty, source.tokens[first.lowerBound].kind == .text,
      let text = evaluator.values(file, first)[0].text
    {
      let shared = evaluator.resolveShared(Self.lastPart(text), from: file)
      if shared.contains(where: { Address($0) != nil }) {
        return shared.filter { Address($0) != nil }
      }
      return [.gap(text)]
    }
    return [.gap(name)]
  }

  /// `ENV.fetch("NAME", "https://…")`: a setting with the address as its default.
  private func withDefault(_ arguments: [Range<Int>]) -> [Pattern]? {
    guard arguments.count == 2, !arguments[0].isEmpty,
      let name = evaluator.values(file, arguments[0])[0].text,
      name == name.uppercased(), !name.hasPrefix("/"), !HTTPMethod.names.contains(name)
    else { return nil }
    let values = evaluator.values(file, unlabelled(arguments[1])).filter { Address($0) != nil }
    return values.isEmpty
      ? nil
      : values.map {
        var pattern = $0
        pattern.isConfigured = true
        return pattern
      }
  }

  private static let constructors: Set<String> = [
    "URL", "URI", "Uri", "parse", "Request", "NewRequest", "create", "url", "uri", "HttpRequest",
    "URLRequest", "parse!", "from_str", "new", "toHttpUrl", "toHttpUrlOrNull",
  ]

  static func lastPart(_ text: String) -> String {
    text.split { ".:".contains($0) }.last.map(String.init) ?? text
  }

  private func through(_ values: [Pattern]) -> [Pattern] {
    values.map {
      var pattern = $0
      pattern.isThroughCall = true
      return pattern
    }
  }

  private static let baseKeys: Set<String> = [
    "baseurl", "base_url", "base_uri", "prefixurl", "baseuri", "url", "baseaddress", "host",
    "endpoint", "uri", "apiurl", "prefix", "base", "server", "serverurl", "root", "api_url",
    "api_base", "baseurlstring", "hostname",
  ]

  /// The address among the values of an object's members.
  func address(inside open: Int) -> [Pattern]? {
    for part in source.parts(source.inside(open), limit: 30) where part.count > 1 {
      for at in part.lowerBound..<min(part.lowerBound + 2, part.upperBound) {
        let isPair =
          source.isSign(at + 1, Sign.colon) || source.isSign(at + 1, Sign.arrow)
          || source.isSign(at + 1, Sign.assign)
        guard isPair, at + 2 < part.upperBound,
          source.isName(at) || source.tokens[at].kind == .text,
          Self.baseKeys.contains(source.text(at).lowercased())
        else { continue }
        let values = evaluator.values(file, (at + 2)..<part.upperBound)
        if values.contains(where: { Address($0) != nil }) { return values }
      }
      // Kotlin: `defaultRequest { url("…") }`
      if source.isName(part.lowerBound), source.isOpen(part.lowerBound + 1, Sign.curlyOpen),
        evaluator.depth < Evaluator.depthLimit - 8
      {
        evaluator.depth += 1
        defer { evaluator.depth -= 1 }
        if let inner = address(inside: part.lowerBound + 1) { return inner }
      }
      if source.isName(part.lowerBound), source.isOpen(part.lowerBound + 1, Sign.roundOpen) {
        let values = evaluator.values(file, part.lowerBound..<source.after(part.lowerBound + 1))
        if values.contains(where: { Address($0)?.isBase == true }) { return values }
      }
    }
    return nil
  }
}
