/// The commands and options of the program, by its own word.
struct CommandTree {
  private let root: JSON

  /// Reads what `--experimental-dump-help` prints.
  init(_ dump: String) throws {
    root = try JSON(dump).command ?? .null
  }

  /// Says what of the words behind the program's name it does not know; nil where it knows all.
  func problem(in words: some Sequence<String>) -> String? {
    var rest = Array(words)[...]
    var command = root
    while let name = rest.first, let next = Self.subcommand(name, of: command) {
      command = next
      rest = rest.dropFirst()
    }
    if let name = command.defaultSubcommand?.string,
      command.arguments?.elements.isEmpty != false
        || rest.first?.hasPrefix("-") == true || rest.isEmpty
    {
      command = Self.subcommand(name, of: command) ?? command
    }
    return Self.problem(in: rest, of: command)
  }

  /// Every command with its words, and every long option.
  var names: (commands: [String], options: Set<String>) {
    var commands: [String] = []
    var options: Set<String> = []
    func visit(_ command: JSON, _ path: [String]) {
      options.formUnion(
        Self.arguments(of: command).flatMap(Self.names).filter { $0.hasPrefix("--") }
      )
      for next in command.subcommands?.elements ?? [] {
        guard let name = next.commandName?.string, name != "help" else { continue }
        commands.append((path + [name]).joined(separator: " "))
        visit(next, path + [name])
      }
    }
    visit(root, ["attio-setup"])
    return (commands, options)
  }

  private static func problem(in words: ArraySlice<String>, of command: JSON) -> String? {
    var rest = words
    let arguments = arguments(of: command)
    let operands = arguments.filter { $0.kind?.string == "positional" }
    let isOpen = operands.contains { $0.isRepeating == .bool(true) }
    // Every program of this parser has it, and no help of any of them names it.
    if rest.first == "--generate-completion-script", rest.count == 2 { return nil }
    var left = isOpen ? Int.max : operands.count
    while let word = rest.popFirst(), word != "--" {
      guard word.hasPrefix("-"), word != "-" else {
        guard left > 0 else { return "\(word) is one word too many" }
        left -= 1
        continue
      }
      let name = String(word.prefix { $0 != "=" })
      guard let option = arguments.first(where: { names($0).contains(name) }) else {
        return "there is no option \(name)"
      }
      guard option.kind?.string == "option", name == word else { continue }
      guard rest.popFirst() != nil else { return "\(name) has no value" }
      if option.parsingStrategy?.string == "allRemainingInput" { return nil }
    }
    return nil
  }

  private static func subcommand(_ name: String, of command: JSON) -> JSON? {
    command.subcommands?.elements.first { $0.commandName?.string == name }
  }

  private static func arguments(of command: JSON) -> [JSON] { command.arguments?.elements ?? [] }

  private static func names(_ argument: JSON) -> [String] {
    (argument.names?.elements ?? []).compactMap { name in
      name.name?.string.map { (name.kind?.string == "short" ? "-" : "--") + $0 }
    }
  }
}
