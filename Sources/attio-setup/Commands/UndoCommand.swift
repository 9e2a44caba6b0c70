internal import ArgumentParser
import Ground
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
      EXAMPLES
        attio-setup undo              show what is put back, and do it
        attio-setup undo --dry-run    show it only
        attio-setup undo --list       the runs that can be undone

      The last run in the project's folder is undone; without --directory and where there was none \
      in the current folder, the last run of all. Values are masked in what is shown. Where a file \
      changed since the run, nothing is done and that is said: the files that did not change are put \
      back with --partial, and in a terminal you are asked.
      """
  )

  @OptionGroup var shared: SharedOptions

  @Flag(name: .customLong("dry-run"), help: "Show what would be put back; change nothing.")
  var isDryRun = false

  @Flag(
    name: .customLong("partial"),
    help: "Put back what did not change since, where something else did."
  )
  var isPartial = false

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("The run to undo, by its name in --list.", valueName: "id")
  )
  var runID: String?

  @Flag(name: .customLong("list"), help: "List the runs that can be undone, ten at most.")
  var isListing = false

  mutating func run() async throws {
    let environment = ProcessStart.variables
    let journal = UndoJournal(environment: environment, home: environment["HOME"] ?? "")
    guard !isListing else { return try list(journal) }
    let directory = try ProjectFolder.absolute(shared.directory ?? ".")
    let plan = try Self.reading { () throws(UndoError) in
      try record(of: directory, in: journal).plan()
    }
    if !shared.json { for line in UndoText.lines(plan) { Output.line(line) } }
    guard !isDryRun else { return try tell(nil, plan) }
    if plan.isBlocked, !isPartial { try confirmPart(of: plan, environment) }
    let runner = UndoRunner(journal: journal, git: Git(environment: environment))
    let report = await runner.apply(plan)
    try tell(report, plan)
    if !report.isComplete { throw ArgumentParser.ExitCode(ExitStatus.file) }
  }

  private func record(
    of directory: String,
    in journal: UndoJournal
  ) throws(UndoError) -> UndoRecord {
    if let runID { return try journal.record(runID) }
    if let record = try journal.record(of: directory) { return record }
    guard shared.directory == nil else { throw .empty }
    return try journal.record()
  }

  private static func reading<Value>(
    _ work: () throws(UndoError) -> Value
  ) throws(SetupError) -> Value {
    do throws(UndoError) {
      return try work()
    } catch {
      throw SetupError(.file, error.message, remedy: "Nothing was changed.")
    }
  }

  /// Stops where a file changed since the run and nobody agrees to put back the rest.
  private func confirmPart(of plan: UndoPlan, _ environment: [String: String]) throws(SetupError) {
    let safe = plan.steps.filter(\.changesSomething).map { UndoText.name(of: $0, in: plan) }
    let isAsking = !shared.json && Face(shared, environment: environment).obstacle == nil
    if isAsking, plan.hasSafePart {
      Output.line("")
      let what = safe.isEmpty ? "git's entry" : safe.joined(separator: ", ")
      Output.prompt("Put back the rest (\(what))? [y/N] ")
      if ["y", "yes"].contains(readLine()?.lowercased() ?? "") { return }
    }
    let reasons = plan.steps.compactMap(\.refusal).map { SafeText.cleaned($0, limit: 500) }
    throw SetupError(
      .file,
      "\(reasons.joined(separator: " ")) Nothing was changed.",
      remedy: plan.hasSafePart
        ? "To put back the rest: attio-setup undo --partial"
        : "Look at the differences yourself; nothing of this run can be put back safely.",
      name: "changed_since"
    )
  }

  private func tell(_ report: UndoRunner.Report?, _ plan: UndoPlan) throws {
    if shared.json { return try Output.json(UndoDocument(plan, report)) }
    Output.line("")
    guard let report else {
      return Output.line("This was a dry run. Nothing was changed.")
    }
    for remark in report.remarks { Output.message(SafeText.cleaned(remark, limit: 500)) }
    Output.line(UndoText.done(report, in: plan))
  }

  private func list(_ journal: UndoJournal) throws {
    let records = try Self.reading { () throws(UndoError) in
      try journal.identifiers().compactMap { try? journal.record($0) }
    }
    if shared.json { return try Output.json(UndoListDocument(records)) }
    guard !records.isEmpty else { return Output.line("There is no run that could be undone.") }
    for record in records { Output.line(UndoText.line(record)) }
  }
}
