internal import ArgumentParser
import Ground
internal import SetupCore

/// `attio-setup help`: a command's help, or the page of an error.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Show the help of a command, or what an error means and what to do about it.",
    discussion: """
      EXAMPLES
        attio-setup help status
        attio-setup help missing_scope
        attio-setup help errors         the names of all errors

      The pages are in the program: nothing is asked over the network.
      """
  )

  @Argument(
    help: ArgumentHelp("A command, or the name of an error.", valueName: "command or error")
  )
  var words: [String] = []

  func run() throws {
    guard let word = words.first else { throw CleanExit.helpRequest(AttioSetup.self) }
    if let command = Self.command(words) { throw CleanExit.helpRequest(command) }
    if words == ["errors"] { return Self.list() }
    guard words.count == 1, let page = ErrorPage.of(word) else {
      let commands = AttioSetup.configuration.subcommands.compactMap {
        $0.configuration.commandName
      }
      throw ErrorPage.unknown(word, commands: commands)
    }
    for line in Self.lines(page) { Output.line(line) }
  }

  /// The command that the words lead to; nil where they lead to none.
  private static func command(_ words: [String]) -> (any ParsableCommand.Type)? {
    var command: any ParsableCommand.Type = AttioSetup.self
    for word in words {
      let next = command.configuration.subcommands.first { $0.configuration.commandName == word }
      guard let next else { return nil }
      command = next
    }
    return command
  }

  private static func list() {
    for page in ErrorPage.all {
      Output.line("\(page.name.padded(to: 24)) \(page.entries.first?.title ?? "")")
    }
  }

  private static func lines(_ page: ErrorPage) -> [String] {
    var lines = ["\(page.name), exit code \(page.exitCode)"]
    for entry in page.entries {
      lines += ["", entry.title, "", entry.happening]
      if !entry.evidence.isEmpty { lines += ["", "How it is known: \(entry.evidence)"] }
      lines += ["", "What to do: \(entry.remedy)"]
      if let stored = entry.storedRemedy {
        lines += ["", "Where it is a connected workspace's token: \(stored)"]
      }
    }
    return lines
  }
}
