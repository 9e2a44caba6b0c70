import ArgumentParser
import SetupCore

/// Runs the command that the arguments name, and maps every ending to its exit code.
@main
enum Main {
  static func main() async {
    do {
      var command = try AttioSetup.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as SetupError {
      Output.report(error, asJSON: isJSON)
      leave(with: error.exitCode)
    } catch {
      let code = AttioSetup.exitCode(for: error).rawValue
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
      AttioSetup.exit(withError: error)
    }
  }

  /// The option, read by hand, because it also counts where the arguments cannot be parsed.
  private static var isJSON: Bool {
    CommandLine.arguments.dropFirst().prefix { $0 != "--" }.contains("--json")
  }

  private static func leave(with code: Int32) -> Never {
    AttioSetup.exit(withError: ArgumentParser.ExitCode(code))
  }
}
