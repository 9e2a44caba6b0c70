import SetupCore

extension ApplyResult {
  /// A writing whose files the undo journal has as they were before.
  static func kept(_ written: [String], _ ending: Ending = .finished) -> ApplyResult {
    ApplyResult(ending: ending, written: written, undo: "20260101T120000-000000-aa")
  }
}
