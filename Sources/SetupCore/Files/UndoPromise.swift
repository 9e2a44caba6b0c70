/// Whether `undo` can take back what was written, and the only sentences that say so.
///
/// It is made from what the writing came to, so nothing is promised where no journal was kept.
package enum UndoPromise: Equatable, Sendable {
  /// The undo journal has the files as they were before.
  case whole
  /// It has some of them: one of several goes was written without a journal.
  case part
  /// It has none of them.
  case none

  /// The command that takes back the last run.
  package static let command = "attio-setup undo"

  /// What can be promised of one writing; nil where it wrote nothing.
  package init?(_ result: ApplyResult) {
    guard !result.written.isEmpty else { return nil }
    self = result.undo == nil ? .none : .whole
  }

  /// What can be promised of this and of what was written next.
  ///
  /// - Parameter next: What can be promised of the next writing; nil where it wrote nothing.
  /// - Returns: What can be promised of both.
  package func and(_ next: UndoPromise?) -> UndoPromise {
    next == nil || next == self ? self : .part
  }

  /// Why a run can't be undone, in sentences for the user.
  ///
  /// - Parameter reason: What keeps the journal from being written, as a sentence.
  /// - Returns: The sentences.
  package static func impossible(_ reason: String) -> String {
    "This run can't be undone. \(reason)"
  }

  /// How it is taken back, or that it can't be, as a sentence.
  package var sentence: String {
    switch self {
    case .whole: "Undo with: \(Self.command)"
    case .part: "Only a part of it can be undone: \(Self.command)"
    case .none: "This run can't be undone."
    }
  }

  /// The same beside the word "Undo", where a fact is told and no sentence.
  package var fact: String {
    switch self {
    case .whole: Self.command
    case .part: "\(Self.command) (only a part)"
    case .none: "not possible"
    }
  }
}

extension UndoPromise? {
  /// What was written and how it is taken back, in a line.
  ///
  /// - Parameters:
  ///   - written: The paths, as they are told in the project.
  ///   - nothing: What is said where there are none.
  /// - Returns: The line.
  package func line(written: [String], nothing: String = "Nothing was written.") -> String {
    guard let promise = self, !written.isEmpty else { return nothing }
    return "Written: \(written.joined(separator: ", ")). \(promise.sentence)"
  }
}
