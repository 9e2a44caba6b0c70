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
      The last run in the project's folder is undone; without --directory and where there was none \
      in the current folder, the last run of all. A file that changed since the run is left as it \
      is, and that is said.
      """
  )

  @OptionGroup var shared: SharedOptions

  mutating func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let journal = UndoJournal(environment: environment, home: environment["HOME"] ?? "")
    let plan: UndoPlan
    do throws(UndoError) {
      plan = try record(in: journal).plan()
    } catch {
      throw SetupError(.file, error.message, remedy: "Nothing was changed.")
    }
    let runner = UndoRunner(journal: journal, git: Git(environment: environment))
    let report = await runner.apply(plan)
    try tell(report, id: plan.id)
    if !report.isComplete { throw ArgumentParser.ExitCode(ExitStatus.file) }
  }

  private func record(in journal: UndoJournal) throws(UndoError) -> UndoRecord {
    let directory = ProjectFolder.absolute(shared.directory ?? ".")
    if let record = try journal.record(of: directory) { return record }
    guard shared.directory == nil else { throw .empty }
    return try journal.record()
  }

  private func tell(_ report: UndoRunner.Report, id: String) throws {
    let remarks = report.remarks.map { SafeText.cleaned($0, limit: 500) }
    guard !shared.json else {
      return try Output.json(
        UndoDocument(
          undone: id,
          changed: report.changed,
          remarks: remarks,
          isComplete: report.isComplete
        )
      )
    }
    for remark in remarks { Output.message(remark) }
    Output.line(
      report.changed.isEmpty
        ? "Nothing was changed." : "Put back: \(report.changed.joined(separator: ", "))"
    )
  }
}

/// The result of `undo` as JSON.
private struct UndoDocument: Encodable {
  let schema = StatusReport.schema
  /// The run's name in the undo journal.
  let undone: String
  /// The absolute paths of the files that were put back or removed.
  let changed: [String]
  /// What was left alone or done differently, a sentence each.
  let remarks: [String]
  /// Whether all is as it was before the run.
  let isComplete: Bool

  private enum CodingKeys: String, CodingKey {
    case schema, undone, changed, remarks
    case isComplete = "complete"
  }
}
