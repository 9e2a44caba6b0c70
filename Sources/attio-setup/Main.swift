import ArgumentParser
import Ground
import SetupCore
internal import SetupRuntime

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Runs the command that the arguments name, and maps every ending to its exit code.
@main
enum Main {
  static func main() async {
    MemoryProtection.begin()
    InheritedSignals.remember()
    EndingSignals.begin()
    StandardStreams.fillClosed()
    do {
      var command = try command()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      confirmDelivery()
    } catch let error as SetupError {
      Output.report(error, asJSON: isJSON)
      leave(with: error.exitCode)
    } catch {
      let code = AttioSetup.exitCode(for: error).rawValue
      // A shell asks in the middle of a line that is being typed.
      if isCompleting, code != ExitStatus.good { leave(with: code) }
      if code == ExitStatus.usage, let error = unknownCommand {
        Output.report(error, asJSON: isJSON)
        leave(with: error.exitCode)
      }
      if isJSON, code == ExitStatus.usage {
        Output.report(
          SetupError(
            .usage,
            AttioSetup.message(for: error),
            remedy: "See: attio-setup --help"
          ),
          asJSON: true
        )
        leave(with: code)
      }
      guard code == ExitStatus.usage else {
        if !(error is ArgumentParser.ExitCode) { printMessage(of: error, code) }
        confirmDelivery()
        leave(with: code)
      }
      Output.message(ArgumentMask.masked(AttioSetup.fullMessage(for: error)))
      leave(with: code)
    }
  }

  /// Prints what ArgumentParser has to say: a help, a version, a script for a shell, or a failure.
  private static func printMessage(of error: any Error, _ code: Int32) {
    let text = AttioSetup.fullMessage(for: error)
    guard !text.isEmpty else { return }
    code == ExitStatus.good ? Output.verbatim(text) : Output.message(text)
  }

  /// The command that the arguments name.
  ///
  /// Without any, the default is made without looking at the others, which takes as long as the first
  /// frame.
  private static func command() throws -> any ParsableCommand {
    let words = ProcessStart.arguments.dropFirst()
    if words == ["-V"] { return VersionCommand() }
    guard words.isEmpty else { return try AttioSetup.parseAsRoot(Array(words)) }
    // Linux gives an empty name where there was not even one.
    guard ProcessStart.arguments.first?.isEmpty == false else {
      throw SetupError(
        .usage,
        "The program was started without a list of arguments.",
        remedy: "Start it with its name as the first argument, as a shell does."
      )
    }
    return try WizardCommand.parseAsRoot([])
  }

  /// The option, read by hand, because it also counts where the arguments cannot be parsed.
  private static var isJSON: Bool {
    // Behind these two stand the words of another program.
    ProcessStart.arguments.dropFirst().prefix { $0 != "--" && $0 != "--to" }.contains("--json")
  }

  /// Whether a shell's completion script asks what may stand in a place.
  private static var isCompleting: Bool {
    ProcessStart.arguments.dropFirst().first == "---completion"
  }

  /// What to say about a first argument that is no command; nil where it is one, or an option.
  private static var unknownCommand: SetupError? {
    let commands = AttioSetup.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    let words = ProcessStart.arguments.dropFirst()
    if words.first?.hasPrefix("-") == true,
      let command = words.prefix(while: { $0 != "--" }).first(where: commands.contains)
    {
      return SetupError(
        .usage,
        "Options stand after the command.",
        remedy: "Write: attio-setup \(command), and then the options."
      )
    }
    return words.first.flatMap { CommandSuggestion.error(for: $0, commands: commands) }
  }

  /// Ends with a failure where the result was lost on its way out, on a full disk for one.
  private static func confirmDelivery() {
    guard !Output.isDelivered else { return }
    Output.report(
      SetupError(
        .file,
        ["The result could not be written to standard output.", Output.doneLine]
          .filter { !$0.isEmpty }.joined(separator: " "),
        remedy: "Check that there is space where it is redirected to."
      ),
      asJSON: false
    )
    leave(with: ExitStatus.file)
  }

  private static func leave(with code: Int32) -> Never {
    // Not exit: it takes apart what other threads still work with, such as the wait for a child
    // process, and the runtime's complaint about that would be the last line.
    fflush(nil)
    _exit(code)
  }
}
