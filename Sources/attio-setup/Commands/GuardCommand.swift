internal import ArgumentParser
import Ground
internal import SetupCore
internal import SetupRuntime

/// `attio-setup guard`: whether a token is about to be committed.
struct GuardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guard",
    abstract: "Is a token about to be committed? For a commit hook.",
    discussion: """
      EXAMPLES
        attio-setup guard
        attio-setup guard --json | jq -r .found[].file

      Looks into what is staged, only at lines that are added, for the token in use and for every \
      value that the project's env files have for the variable. Exit 0 nothing found, 1 found (file \
      and line, never the value), 3 where git did not answer. Nothing is sent.
      """
  )

  @OptionGroup var shared: SharedOptions

  mutating func run() async throws {
    let context = try await RunContext(shared)
    let world = context.world
    let project = try await world.survey(context.projectRequest(shared))
    switch project.git.availability {
    case .repository: break
    case .noRepository:
      throw SetupError(
        .file,
        "\(SafeText.cleaned(context.directory, limit: 300)) is in no git repository.",
        remedy: "Run it in the folder of the repository, or name it with --directory."
      )
    case .missing:
      throw SetupError(.file, "git is not installed.", remedy: "Install git.")
    case .refused(let refusal):
      throw SetupError(.file, refusal.reason, remedy: refusal.remedy)
    }
    let secrets = project.sources.map { source -> (what: String, value: Secret) in
      let isShell = source.place == .environment
      return (isShell ? "the token in use" : "a value of \(shared.variable)", source.value)
    }
    let search = StagedSearch(secrets)
    var found: [StagedSearch.Found] = []
    if !search.isEmpty {
      do throws(GitError) {
        found = try await world.git.searchStaged(search, in: context.directory)
      } catch {
        throw SetupError(
          .file,
          "git did not show what is staged: \(error.refusal.reason)",
          remedy: error.refusal.remedy
        )
      }
    }
    await context.close()
    let document = GuardDocument(found)
    if shared.json {
      try Output.json(document)
    } else {
      for line in document.lines { Output.message(line) }
    }
    throw ArgumentParser.ExitCode(document.exitCode)
  }
}
