package import Ground

/// Everything one run will do to files, as a value: shown as one diff, applied exactly as shown.
package struct Plan: Equatable, Sendable {
  /// The entries in the order in which they are applied: ignore rule first, secret second.
  package var entries: [PlanEntry]
  /// Sentences about the plan as a whole, such as that the folder is no git repository.
  package var notes: [String]
  /// What is put into the env file.
  package var purpose: PlanPurpose
  /// Why git did not say whether it tracks the env file that is there; nil where it did, and where there
  /// is no file or no git.
  ///
  /// As long as that is not known, the file is not written.
  package var gitRefusal: GitRefusal?
  /// The example's entry with the workspace's comment; nil where none is planned.
  var exampleWithPin: PlanEntry?
  /// What the user agreed to.
  package var consent = PlanConsent()

  /// Collects the entries.
  package init(
    entries: [PlanEntry],
    notes: [String] = [],
    purpose: PlanPurpose = .token,
    gitRefusal: GitRefusal? = nil
  ) {
    self.entries = entries
    self.notes = notes
    self.purpose = purpose
    self.gitRefusal = gitRefusal
  }

  /// The entries that will change something; two for one file are one.
  package var pending: [PlanEntry] {
    resolved.filter { $0.isOn && $0.action != .keep }
  }

  /// The entries as they are applied: what is switched on for the example is written at once.
  package var resolved: [PlanEntry] {
    func isPending(_ id: PlanEntry.ID) -> Bool {
      entry(id).map { $0.isOn && $0.action != .keep } ?? false
    }
    guard let exampleWithPin, isPending(.pin), isPending(.example) else { return entries }
    return entries.compactMap { entry in
      switch entry.id {
      case .pin: nil
      case .example: exampleWithPin
      default: entry
      }
    }
  }

  /// What somebody has to agree to before all of the plan can be carried out, in its order.
  ///
  /// The mode is offered to be tightened and stops nothing.
  package var risks: [PlanRisk] { entries.filter { $0.id != .tightenMode }.flatMap(\.risks) }

  /// Gives the entry of one kind.
  package func entry(_ id: PlanEntry.ID) -> PlanEntry? {
    entries.first { $0.id == id }
  }
}

/// One file, or one git index entry, of a plan.
package struct PlanEntry: Equatable, Sendable, Identifiable {
  /// What the entry is for; each stands at most once in a plan, in this order.
  package enum ID: String, CaseIterable, Sendable {
    case ignoreRules
    case untrack
    case envFile
    case tightenMode
    case example
    /// The comment of the example that names the workspace.
    case pin
    /// The starter client.
    case client
    /// What makes the client a package, where the language needs that.
    case clientPackage
    /// The program that makes its first call, where that is a file of its own.
    case firstCall
    /// What a server needs for installs by OAuth.
    case oauth
    /// The job of a CI system.
    case workflow

    /// Whether the entry is a new file without a secret: a starter client's, or a CI system's job.
    package var isOwnFile: Bool {
      switch self {
      case .client, .clientPackage, .firstCall, .oauth, .workflow: true
      case .ignoreRules, .untrack, .envFile, .tightenMode, .example, .pin: false
      }
    }
  }

  /// What happens to the file.
  package enum Action: String, Sendable {
    case create
    case change
    case keep
  }

  /// What the entry is for.
  package var id: ID
  /// The path relative to the project.
  package var path: String
  /// What happens to the file.
  package var action: Action
  /// The permission bits that the file will have afterwards.
  package var mode: UInt32
  /// What was there when the plan was made; the apply stops where this is no longer true.
  package var before: FileSnapshot
  /// The bytes that will be there.
  package var after: FileContent
  /// The difference as text, every value of the env file masked.
  package var diff: UnifiedDiff
  /// Why the entry is there, or what is special about it, one sentence each.
  package var notes: [String]
  /// Whether the entry will be applied.
  package var isOn: Bool
  /// Whether the user may switch it.
  package var isSwitchable: Bool
  /// What somebody has to agree to before it may be applied; the entry is off until then.
  package var risks: [PlanRisk] = []

  /// Collects the parts of an entry.
  package init(
    id: ID,
    path: String,
    action: Action,
    mode: UInt32,
    before: FileSnapshot,
    after: FileContent,
    diff: UnifiedDiff = UnifiedDiff(lines: []),
    notes: [String] = [],
    isOn: Bool = true,
    isSwitchable: Bool = true
  ) {
    self.id = id
    self.path = path
    self.action = action
    self.mode = mode
    self.before = before
    self.after = after
    self.diff = diff
    self.notes = notes
    self.isOn = isOn
    self.isSwitchable = isSwitchable
  }
}
