internal import ArgumentParser

/// `attio-setup version`: as `--version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Print the version.",
    discussion: """
      EXAMPLES
        attio-setup version
      """
  )

  func run() { Output.verbatim(Version.text) }
}
