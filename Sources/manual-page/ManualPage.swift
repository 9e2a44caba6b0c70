/// The program's manual page, made from its help.
struct ManualPage {
  private let program: HelpTree.Command
  private let common: [HelpTree.Argument]
  private let version: String
  private let date: String
  private var page = Mdoc()

  init(of program: HelpTree.Command, version: String, date: String) {
    self.program = program
    self.version = version
    self.date = date
    common = Self.common(program.descendants.filter { $0.children.isEmpty })
  }

  /// The whole page.
  func text() -> String {
    var writer = self
    writer.writeHead()
    writer.writeSynopsis()
    writer.writeDescription()
    writer.writeCommands()
    writer.writeCommonOptions()
    writer.writeTail()
    return writer.page.text
  }

  /// The options that most commands take, by their names.
  private static func common(_ commands: [HelpTree.Command]) -> [HelpTree.Argument] {
    var seen: [String] = []
    return commands.flatMap(\.ownArguments).filter { argument in
      guard let name = argument.name, !seen.contains(name) else { return false }
      seen.append(name)
      let count = commands.count { $0.ownArguments.contains { $0.name == name } }
      return count > commands.count / 2
    }
  }
}

// MARK: - What the page begins with

extension ManualPage {
  private mutating func writeHead() {
    page.macro("Dd \(date)")
    page.macro("Dt \(program.commandName.uppercased()) 1")
    page.macro("Os \(Mdoc.argument("\(program.commandName) \(version)"))")
    page.macro("Sh NAME")
    page.macro("Nm \(program.commandName)")
    let abstract = program.abstract ?? ""
    let sentence = abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
    page.macro("Nd \(Mdoc.argument(sentence.prefix(1).lowercased() + sentence.dropFirst()))")
  }

  private mutating func writeSynopsis() {
    page.macro("Sh SYNOPSIS")
    page.macro("Nm")
    page.macro("Op Ar options")
    for command in program.descendants where command.children.isEmpty {
      page.macro("Nm")
      page.macro("Cm \(Mdoc.argument(command.words.dropFirst().joined(separator: " ")))")
      page.macro("Op Ar options")
      for argument in command.ownArguments where argument.isNeeded {
        page.macro(argument.synopsis)
      }
    }
  }

  private mutating func writeDescription() {
    page.macro("Sh DESCRIPTION")
    page.words(program.abstract ?? "")
    for words in Discussion(program.discussion ?? "").paragraphs { page.paragraph(words) }
    page.paragraph("Without a command it is the wizard.")
  }
}

// MARK: - The commands

extension ManualPage {
  private mutating func writeCommands() {
    page.macro("Sh COMMANDS")
    for command in program.descendants {
      page.macro("Ss \(Mdoc.argument(command.words.joined(separator: " ")))")
      page.words(command.abstract ?? "")
      let discussion = Discussion(command.discussion ?? "")
      if !discussion.examples.isEmpty { page.literal(discussion.examples) }
      for words in discussion.paragraphs { page.paragraph(words) }
      let names = command.ownArguments.map(\.name)
      let own = command.ownArguments.filter { !common.map(\.name).contains($0.name) }
      writeOptions(own)
      if command.children.isEmpty, !common.isEmpty {
        page.paragraph(
          common.allSatisfy { names.contains($0.name) }
            ? "It takes the common options, too." : "It takes none of the common options."
        )
      }
    }
  }

  private mutating func writeCommonOptions() {
    page.macro("Sh COMMON OPTIONS")
    page.words("They mean the same in every command that takes them, and stand after its name.")
    writeOptions(common)
    page.paragraph("Every command has --help; the program itself has --version.")
  }

  private mutating func writeOptions(_ arguments: [HelpTree.Argument]) {
    guard !arguments.isEmpty else { return }
    page.macro("Bl -tag -width Ds")
    for argument in arguments {
      page.macro("It \(argument.synopsis)")
      page.words(argument.words)
    }
    page.macro("El")
  }
}

// MARK: - What the page ends with

extension ManualPage {
  private mutating func writeTail() {
    page.macro("Sh ENVIRONMENT")
    page.terms(ManualSections.environment, macro: "Ev", width: "Ds")
    page.macro("Sh FILES")
    page.terms(ManualSections.files, macro: "Pa", width: "Ds")
    page.macro("Sh EXIT STATUS")
    page.words(
      "The commands run and workspaces export end with the status of the command they run."
    )
    page.paragraph("All others end with:")
    page.terms(ManualSections.exitStatus, macro: "Li", width: "128+n")
    page.macro("Sh EXAMPLES")
    page.literal(Discussion(program.discussion ?? "").examples)
    page.macro("Sh SEE ALSO")
    page.macro("Xr git 1 ,")
    page.macro("Xr secret-tool 1 ,")
    page.macro("Xr xdg-open 1")
  }
}

extension HelpTree.Argument {
  /// Whether the command cannot do without it.
  fileprivate var isNeeded: Bool { !isOptional || parsingStrategy == "postTerminator" }

  /// How it is written, as macros.
  fileprivate var synopsis: String {
    let repeated = isRepeating && parsingStrategy != "default" ? " ..." : ""
    let value = "Ar \(Mdoc.argument(valueName ?? "value"))\(repeated)"
    switch kind {
    case .positional where parsingStrategy == "postTerminator": return "Fl \\- \(value)"
    case .positional: return value
    case .option: return "Fl \(Mdoc.argument(String((name ?? "").dropFirst()))) \(value)"
    case .flag: return "Fl \(Mdoc.argument(String((name ?? "").dropFirst())))"
    }
  }

  /// What there is to say of it, with its default value.
  fileprivate var words: String {
    var words = abstract ?? ""
    if let allValues, !allValues.allSatisfy(words.contains) {
      words += " One of: \(allValues.joined(separator: ", "))."
    }
    guard let defaultValue, !words.contains("default:") else { return words }
    return
      "\(words) The default is \(defaultValue.hasSuffix(".0") ? String(defaultValue.dropLast(2)) : defaultValue)."
  }
}
