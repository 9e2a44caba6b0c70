internal import ArgumentParser
internal import SetupCore
internal import SetupRuntime

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// `attio-setup undo`: the files as they were before the last run.
struct UndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Put the files back as they were before the last run.",
    discussion: """
      A file that changed since the run is left as it is, and that is said.
      """
  )

  mutating func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let journal = UndoJournal(environment: environment, home: environment["HOME"] ?? "")
    let plan: UndoPlan
    do throws(UndoError) {
      plan = try journal.record().plan()
    } catch {
      throw SetupError(.file, error.message, remedy: "Nothing was changed.")
    }
    let runner = UndoRunner(journal: journal, git: Git(environment: environment))
    let report = await runner.apply(plan)
    for remark in report.remarks { Output.message(SafeText.cleaned(remark, limit: 500)) }
    Output.line(
      report.changed.isEmpty
        ? "Nothing was changed." : "Put back: \(report.changed.joined(separator: ", "))"
    )
    if !report.isComplete { throw ArgumentParser.ExitCode(ExitStatus.file) }
  }
}
