import ArgumentParser

/// Where a command reads the token from; a token is never an argument.
struct TokenInput: ParsableArguments {
  @Flag(name: .customLong("token-stdin"), help: "Read the token from standard input.")
  var tokenStdin = false

  @Option(
    name: .customLong("token-file"),
    help: ArgumentHelp("Read the token from a file.", valueName: "path"),
    completion: .file()
  )
  var tokenFile: String?

  func validate() throws {
    guard !(tokenStdin && tokenFile != nil) else {
      throw ValidationError("--token-stdin and --token-file exclude each other.")
    }
  }
}
