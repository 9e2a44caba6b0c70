/// Finds the shell commands in files of several kinds; lines keep their numbers.
enum ScriptText {
  /// Whether a file may hold commands, by its name.
  static func mayHoldCommands(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let ends = [
      ".sh", ".bash", ".zsh", ".ksh", ".ps1", ".psm1", ".mk", ".yml", ".yaml", ".dockerfile",
      ".bats",
    ]
    if ends.contains(where: name.hasSuffix) || name == "package.json" { return true }
    return !name.contains(".") || name.hasPrefix("dockerfile") || name == ".envrc"
  }

  /// The commands as text of a shell.
  static func commands(_ path: String, _ bytes: [UInt8]) -> [UInt8] {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let text = String(decoding: bytes, as: UTF8.self)
    if name == "package.json" {
      return Array(
        text.split(separator: "\n", omittingEmptySubsequences: false).map(packageLine).joined(
          separator: "\n"
        ).utf8
      )
    }
    if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
      if text.prefix(300).contains("openapi") || text.prefix(300).contains("swagger") { return [] }
      return Array(
        text.split(separator: "\n", omittingEmptySubsequences: false).map(yamlLine).joined(
          separator: "\n"
        ).utf8
      )
    }
    if name == "makefile" || name == "gnumakefile" || name.hasSuffix(".mk") {
      return Array(
        text.split(separator: "\n", omittingEmptySubsequences: false).map(makeLine).joined(
          separator: "\n"
        ).utf8
      )
    }
    if name.hasPrefix("dockerfile") || name.hasSuffix(".dockerfile") {
      return Array(
        text.split(separator: "\n", omittingEmptySubsequences: false).map(dockerLine).joined(
          separator: "\n"
        ).utf8
      )
    }
    if !name.contains("."), !text.hasPrefix("#!"), name != "justfile" { return [] }
    if !name.contains("."), let first = text.split(separator: "\n").first, !first.contains("sh"),
      name != "justfile"
    {
      return []
    }
    return bytes
  }

  private static func packageLine(_ line: Substring) -> String {
    guard let colon = line.firstIndex(of: ":") else { return "" }
    var value = line[line.index(after: colon)...].drop { $0 == " " }
    guard value.hasPrefix("\"") else { return "" }
    value = value.dropFirst()
    while let last = value.last, last == "," || last == " " || last == "\r" || last == "}" {
      value = value.dropLast()
    }
    if value.hasSuffix("\"") { value = value.dropLast() }
    var result = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        result.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }

  private static func yamlLine(_ line: Substring) -> String {
    var rest = line.drop { $0 == " " }
    if rest.hasPrefix("- ") { rest = rest.dropFirst(2).drop { $0 == " " } }
    if rest.hasPrefix("#") { return "" }
    for key in ["run:", "script:", "command:", "entrypoint:", "before_script:", "after_script:"]
    where rest.hasPrefix(key) {
      rest = rest.dropFirst(key.count).drop { $0 == " " }
      if rest.hasPrefix("|") || rest.hasPrefix(">") { return "" }
      return String(rest)
    }
    // NAME: https://api.attio.com/v2
    if let colon = rest.firstIndex(of: ":"),
      rest[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      !rest[..<colon].isEmpty
    {
      let value = rest[rest.index(after: colon)...].drop { $0 == " " }
      if value.hasPrefix("https://") || value.hasPrefix("\"https://")
        || value.hasPrefix("'https://")
      {
        return "\(rest[..<colon])=\(value)"
      }
      if line.first == " ", !rest.hasPrefix("if "), value.isEmpty { return "" }
    }
    return String(rest)
  }

  private static func makeLine(_ line: Substring) -> String {
    var result = ""
    let isRecipe = line.hasPrefix("\t")
    var text = line.drop { $0 == "\t" || $0 == "@" || $0 == "-" }
    if !isRecipe {
      guard let equals = text.firstIndex(of: "=") else { return "" }
      let name = text[..<equals].filter { !" :?+".contains($0) }
      let value = text[text.index(after: equals)...].drop { $0 == " " }
      let plain = name.hasPrefix("export") ? name.dropFirst(6) : name[...]
      return value.contains("$(shell") ? "" : "\(plain)=\"\(value.replacingParens())\""
    }
    text = text[...]
    result = text.replacingParens()
    return result
  }

  private static func dockerLine(_ line: Substring) -> String {
    for word in ["RUN ", "ENV ", "ARG ", "CMD ", "HEALTHCHECK CMD "] where line.hasPrefix(word) {
      return String(line.dropFirst(word.count))
    }
    return String(line)
  }
}

extension Substring {
  /// Make's `$(NAME)` and `$$` as a shell writes them.
  fileprivate func replacingParens() -> String {
    var result = ""
    var index = startIndex
    while index < endIndex {
      if self[index] == "$" {
        let next = self.index(after: index)
        if next < endIndex, self[next] == "$" {
          result.append("$")
          index = self.index(after: next)
          continue
        }
        if next < endIndex, self[next] == "(", let close = self[next...].firstIndex(of: ")") {
          let name = self[self.index(after: next)..<close]
          if name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) {
            result += "${\(name)}"
            index = self.index(after: close)
            continue
          }
        }
      }
      result.append(self[index])
      index = self.index(after: index)
    }
    return result
  }
}
