import Ground
import SetupCore
internal import SetupRuntime

/// What `undo` tells people.
enum UndoText {
  /// What will happen, file by file, and the differences.
  ///
  /// - Parameters:
  ///   - plan: The reverse plan.
  ///   - isCut: Whether long differences are cut, above a question that has to stay in sight.
  /// - Returns: The lines.
  static func lines(_ plan: UndoPlan, isCut: Bool = false) -> [String] {
    let title = "Undo the run of \(time(of: plan.id)) in \(SafeText.cleaned(plan.directory)):"
    let steps = plan.steps.map { step in
      "  \(word(step.action).padded(to: 9)) \(text(of: step, in: plan))"
    }
    let differences = plan.steps.map { $0.diff(in: plan.directory).text }.filter { !$0.isEmpty }
    return [title] + steps + index(plan)
      + differences.flatMap { [""] + difference(String($0.dropLast()), isCut: isCut) }
  }

  /// How many lines of a difference stay in sight.
  private static let shownLines = 12

  private static func difference(_ text: String, isCut: Bool) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard isCut, lines.count > shownLines + 1 else { return lines }
    return lines.prefix(shownLines)
      + ["… \(lines.count - shownLines) more lines; to see them: attio-setup undo --dry-run"]
  }

  /// The line about what was done.
  static func done(_ report: UndoRunner.Report, in plan: UndoPlan) -> String {
    let changed = plan.steps.filter { report.changed.contains($0.path) }
    let removed = changed.filter { $0.action == .remove }
    let back = changed.filter { $0.action != .remove }
    var parts = [("Put back: ", back), ("Removed: ", removed)].filter { !$0.1.isEmpty }
      .map { words, steps in
        words + steps.map { name(of: $0, in: plan) }.joined(separator: ", ") + "."
      }
    if let name = report.indexed { parts.append("Back in git's index: \(SafeText.cleaned(name)).") }
    guard parts.isEmpty else { return parts.joined(separator: " ") }
    return report.isComplete && !plan.steps.isEmpty
      ? "Everything was as before this run already." : "Nothing was changed."
  }

  /// A file's path as it is told in the project.
  static func name(of step: UndoPlan.Step, in plan: UndoPlan) -> String {
    SafeText.cleaned(plan.name(of: step))
  }

  /// One line for a run that could be undone.
  static func line(_ run: UndoHead) -> String {
    "\(run.id)  \(time(of: run.id))  \(SafeText.cleaned(run.directory)): "
      + run.paths.map { SafeText.cleaned($0) }.joined(separator: ", ")
  }

  /// What happens to a file, in a word that scripts see too.
  static func word(_ action: UndoPlan.Action) -> String {
    switch action {
    case .restore: "restore"
    case .remove: "remove"
    case .nothing: "keep"
    case .refuse: "leave"
    }
  }

  private static func text(of step: UndoPlan.Step, in plan: UndoPlan) -> String {
    let name = name(of: step, in: plan)
    return switch step.action {
    case .restore, .remove:
      plan.outside(step).map { "\(name) -> \(SafeText.cleaned($0)), outside of the project" }
        ?? name
    case .nothing: "\(name) (is as it was)"
    case .refuse(let reason): SafeText.cleaned(reason, limit: 500)
    }
  }

  private static func index(_ plan: UndoPlan) -> [String] {
    guard let name = plan.indexedName else { return [] }
    return ["  \("restore".padded(to: 9)) git's entry of \(SafeText.cleaned(name))"]
  }

  /// The time at the beginning of an identifier such as `20250131T093005-123456-k3`, readable.
  private static func time(of id: String) -> String {
    let digits = Array(id.prefix { $0 != "-" }.filter(\.isNumber).map(String.init))
    guard digits.count == 14 else { return id }
    func part(_ range: Range<Int>) -> String { digits[range].joined() }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8)) \(part(8..<10)):\(part(10..<12)) UTC"
  }
}
