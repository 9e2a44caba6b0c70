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
        attio-setup undo              show what is put back, ask, and do it
        attio-setup undo --dry-run    show it only
        attio-setup undo --list       the runs that can be undone
        attio-setup undo --run ID     one of them, of any folder

      The last run in the project's folder is undone. A folder without a run of its own is left as it \
      is. In a terminal you are asked once, and Enter means yes; without one, or with --no-input, it is \
      done without a question. Values are masked in what is shown. Where a file changed since the run, \
      nothing is done and that is said: the files that did not change are put back with --partial.
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

  @Flag(name: .customLong("list"), help: "List the runs of all folders that can be undone.")
  var isListing = false

  mutating func run() async throws {
    let environment = ProcessStart.variables
    let journal = UndoJournal(environment: environment, home: environment["HOME"] ?? "")
    guard !isListing else { return try list(journal) }
    let isAsking = !shared.json && Face(shared, environment: environment).obstacle == nil
    guard !isDryRun else { return try tell(nil, try shown(journal, isAsking: isAsking)) }
    let tools = SetupWorld.toolEnvironment(environment, variable: shared.variable)
    let work = self
    do {
      let (plan, report) = try await Interruption.cancelling {
        isAsking ? try await work.ask(journal, tools) : try await work.carryOut(journal, tools)
      }
      try finish(report, plan)
    } catch let error as SetupError {
      guard let signal = Interruption.signalNumber else { throw error }
      Output.report(error, asJSON: shared.json)
      Interruption.endBySignal(signal)
    }
  }

  /// Makes the plan, and shows it.
  private func shown(_ journal: UndoJournal, isAsking: Bool) throws -> UndoPlan {
    let (record, remarks) = try found(in: journal)
    for remark in remarks { Output.remark(remark) }
    let plan = record.plan(followingLinks: isAsking)
    if !shared.json {
      for line in UndoText.lines(plan, isCut: isAsking && !isDryRun) { Output.line(line) }
    }
    return plan
  }

  /// Undoes the run that is the last one when the turn comes.
  private func carryOut(
    _ journal: UndoJournal,
    _ tools: [String: String]
  ) async throws -> (UndoPlan, UndoRunner.Report?) {
    let turn = try await Self.turn(in: found(in: journal).record.directory, tools)
    defer { turn.end() }
    let plan = try shown(journal, isAsking: false)
    if plan.isBlocked, !isPartial { throw Self.changedSince(plan) }
    let runner = UndoRunner(journal: journal, git: Git(environment: tools))
    return (plan, await runner.apply(plan))
  }

  /// Shows what would be undone and asks; undoes nothing else than what was shown.
  private func ask(
    _ journal: UndoJournal,
    _ tools: [String: String]
  ) async throws -> (UndoPlan, UndoRunner.Report?) {
    let plan = try shown(journal, isAsking: true)
    if plan.isBlocked, !isPartial, !plan.hasSafePart { throw Self.changedSince(plan) }
    if let question = Self.question(about: plan, isPartial: isPartial) {
      guard await question.isAnsweredYes() else { return (plan, nil) }
    }
    let turn = try await Self.turn(in: plan.directory, tools)
    defer { turn.end() }
    guard try found(in: journal).record.plan(followingLinks: true) == plan else {
      throw SetupError(
        .file,
        "The project was changed while you were asked. Nothing was undone.",
        remedy: "Run 'attio-setup undo' again to see what it would do now.",
        name: "changed_since"
      )
    }
    let runner = UndoRunner(journal: journal, git: Git(environment: tools))
    return (plan, await runner.apply(plan))
  }

  private static func turn(
    in directory: String,
    _ tools: [String: String]
  ) async throws(SetupError) -> ProjectTurn {
    try await ProjectTurn.take(in: directory, environment: tools) {
      Output.message(ApplyText.waiting)
    }
  }

  /// Tells how it ended, and ends with the exit code for that.
  private func finish(_ report: UndoRunner.Report?, _ plan: UndoPlan) throws {
    if let signal = Interruption.signalNumber {
      Output.message(report.map { UndoText.done($0, in: plan) } ?? "Nothing was changed.")
      Interruption.endBySignal(signal)
    }
    guard let report else {
      if plan.isBlocked, !isPartial { throw Self.changedSince(plan) }
      Output.line("Nothing was changed.")
      throw ArgumentParser.ExitCode(ExitStatus.left)
    }
    try tell(report, plan)
    if !report.isComplete { throw ArgumentParser.ExitCode(ExitStatus.file) }
  }

  /// The run that is meant, and what of the journal cannot be read, a sentence each.
  private func found(
    in journal: UndoJournal
  ) throws(SetupError) -> (record: UndoRecord, remarks: [String]) {
    // A run that is named needs no folder.
    let directory = runID == nil ? try ProjectFolder.absolute(shared.directory ?? ".") : ""
    return try Self.reading { () throws(UndoError) in
      if let runID { return (try journal.record(runID), []) }
      return try journal.latest(in: directory)
    }
  }

  private static func reading<Value>(
    _ work: () throws(UndoError) -> Value
  ) throws(SetupError) -> Value {
    do throws(UndoError) {
      return try work()
    } catch {
      throw SetupError(
        .file,
        SafeText.cleaned(error.message, limit: 500),
        remedy: SafeText.cleaned(error.remedy, limit: 500)
      )
    }
  }

  /// What is asked before anything is changed; nil where nothing could be.
  private static func question(about plan: UndoPlan, isPartial: Bool) -> YesNoQuestion? {
    guard plan.hasSafePart else { return nil }
    let names = plan.steps.filter(\.changesSomething).map { UndoText.name(of: $0, in: plan) }
    let what = names.isEmpty ? "git's entry" : names.joined(separator: ", ")
    return plan.isBlocked && !isPartial
      ? YesNoQuestion(text: "Put back the rest (\(what))?", isYesByDefault: false)
      : YesNoQuestion(text: "Undo this run (\(what))?", isYesByDefault: true)
  }

  /// Why nothing is done where a file changed since the run and nobody agrees to put back the rest.
  private static func changedSince(_ plan: UndoPlan) -> SetupError {
    let reasons = plan.steps.compactMap(\.refusal).map { SafeText.cleaned($0, limit: 500) }
    return SetupError(
      .file,
      "\(reasons.joined(separator: " ")) Nothing was changed.",
      remedy: plan.hasSafePart
        ? "To put back the rest: attio-setup undo --partial"
        : "Look at the differences yourself; nothing of this run can be put back safely.",
      name: "changed_since"
    )
  }

  private func tell(_ report: UndoRunner.Report?, _ plan: UndoPlan) throws {
    if let report { Output.note(done: UndoText.done(report, in: plan)) }
    for remark in report?.remarks ?? [] { Output.remark(remark) }
    if shared.json { return try Output.json(UndoDocument(plan, report)) }
    Output.line("")
    Output.line(
      report.map { UndoText.done($0, in: plan) } ?? "This was a dry run. Nothing was changed."
    )
  }

  private func list(_ journal: UndoJournal) throws {
    let listing = try Self.reading { () throws(UndoError) in try journal.listing() }
    for remark in listing.remarks { Output.remark(remark) }
    if shared.json { return try Output.json(UndoListDocument(listing.runs)) }
    guard !listing.runs.isEmpty else { return Output.line("There is no run that could be undone.") }
    for run in listing.runs { Output.line(UndoText.line(run)) }
  }
}
