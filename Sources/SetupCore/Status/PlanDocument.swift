package import Ground

/// The result of `apply` as JSON.
package struct PlanDocument: JSONConvertible, Equatable, Sendable {
  /// One file of the plan.
  package struct Entry: JSONConvertible, Equatable, Sendable {
    /// The path relative to the project.
    package var path: String
    /// `create`, `change` or `keep`.
    package var action: String
    /// The permission bits afterwards as `chmod` writes them: `0600`.
    package var mode: String
    /// The unified difference, the secret masked; empty where nothing changes.
    package var diff: String

    /// Describes an entry.
    ///
    /// - Parameters:
    ///   - entry: The entry of the plan.
    ///   - diff: Its difference as text, every value masked.
    package init(_ entry: PlanEntry, diff: String) {
      path = entry.path
      action = entry.action.rawValue
      mode = PermissionBits.octal(entry.mode)
      self.diff = diff
    }

    /// One element of `plan`.
    package var json: JSONValue {
      JSONValue(members: ["path": path, "action": action, "mode": mode, "diff": diff])
    }
  }

  /// The entries that are switched on, in the order in which they are applied.
  package var plan: [Entry]
  /// Whether the plan was carried out.
  package var isApplied: Bool
  /// The run's name in the undo journal; nil where nothing was written.
  package var undo: String?
  /// The status afterwards; nil where none was made.
  package var status: StatusReport?

  /// What to do now, as a sentence or a command; nil where nobody can say.
  package var nextStep: String?

  /// Collects the parts.
  package init(
    plan: [Entry],
    isApplied: Bool,
    undo: String?,
    status: StatusReport?,
    nextStep: String? = nil
  ) {
    self.nextStep = nextStep
    self.plan = plan
    self.isApplied = isApplied
    self.undo = undo
    self.status = status
  }

  /// The document.
  package var json: JSONValue {
    JSONValue(members: [
      "schema": DocumentSchema.version,
      "plan": plan,
      "applied": isApplied,
      "undo": undo,
      "status": status,
      "next_step": nextStep,
    ])
  }
}
