/// A failure as a user meets it: what happened, what to do now, and how the program ends.
package struct SetupError: Error, Equatable, Sendable {
  /// The kinds of failure that scripts tell apart by the exit code.
  package enum Kind: String, CaseIterable, Sendable {
    case usage
    case actionNeeded = "action_needed"
    case unknown
    case file
  }

  /// The kind, which decides the exit code.
  package var kind: Kind
  /// What happened and why we think so, in whole sentences without a secret.
  package var message: String
  /// What to do now, in whole sentences.
  package var remedy: String

  /// The stable name that scripts see in `error.kind`.
  package var name: String

  /// The name of the error of a run that a signal stopped.
  package static let interruptedName = "interrupted"

  /// Collects kind and texts; the name is the kind's own unless a closer one is given.
  package init(_ kind: Kind, _ message: String, remedy: String, name: String? = nil) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
    self.name = name ?? kind.rawValue
  }

  /// The exit code for scripts.
  package var exitCode: Int32 {
    switch kind {
    case .usage: ExitStatus.usage
    case .actionNeeded: ExitStatus.actionNeeded
    case .unknown: ExitStatus.unknown
    case .file: ExitStatus.file
    }
  }
}

/// The exit codes of the program, as documented in its help.
package enum ExitStatus {
  /// Done, or everything is good.
  package static let good: Int32 = 0
  /// The token is missing, rejected or lacks a scope, or a file is unsafe.
  package static let actionNeeded: Int32 = 1
  /// It could not be told: offline, rate limited, a server error.
  package static let unknown: Int32 = 2
  /// A file could not be read or written.
  package static let file: Int32 = 3
  /// Wrong usage (EX_USAGE of sysexits.h).
  package static let usage: Int32 = 64
  /// The user left (128 + SIGINT).
  package static let left: Int32 = 130
}
