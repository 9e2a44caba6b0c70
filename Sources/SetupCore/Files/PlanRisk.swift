/// Why a file is not written before somebody has agreed to it.
package enum PlanRisk: Equatable, Sendable {
  /// The path leads through a link to this file, outside of the project.
  case outside(path: String, target: String)
  /// The env file belongs to another user, by number.
  case foreign(path: String, owner: UInt32)
  /// Every user can change the env file, which has this mode.
  case open(path: String, mode: UInt32)
}

/// What somebody has agreed to.
package struct PlanConsent: Equatable, Sendable {
  /// The risks that were shown and accepted, to the letter: a link that leads elsewhere by now is
  /// another risk.
  package var accepted: [PlanRisk] = []
  /// Whether the env file may be one that others own or can change.
  package var trustsEnvFile = false
  /// Whether the env file is made private before the secret is in it.
  package var tightens = false

  /// Makes a consent to nothing.
  package init() {}

  /// Whether a risk may be taken.
  package func covers(_ risk: PlanRisk) -> Bool {
    switch risk {
    case .outside: accepted.contains(risk)
    case .foreign, .open: trustsEnvFile || accepted.contains(risk)
    }
  }
}

extension PlanRisk {
  /// The file's path relative to the project.
  package var path: String {
    switch self {
    case .outside(let path, _), .foreign(let path, _), .open(let path, _): path
    }
  }

  /// The file's path with odd bytes made visible.
  private var name: String { DisplayText.visible(path.utf8) }

  /// What is the matter, as a headline.
  package var title: String {
    switch self {
    case .outside: "\(name) leads outside of this folder"
    case .foreign: "\(name) belongs to another user"
    case .open: "Anyone can change \(name)"
    }
  }

  /// What is the matter and what follows, in sentences for the user.
  package var explanation: String {
    switch self {
    case .outside(_, let target):
      "A link leads to \(DisplayText.visible(target.utf8)). A link in a project of somebody else "
        + "can point to any file of yours."
    case .foreign(_, let owner):
      "User \(owner) owns it, and can read what you save there."
    case .open(_, let mode):
      "It has mode \(PermissionBits.octal(mode)), so every user of this computer can read and "
        + "change what you save there."
    }
  }

  /// What to do without a question.
  package var remedy: String {
    switch self {
    case .outside(PlanMaker.exampleName, _): "Replace the link with a file."
    case .outside(_, let target):
      "Replace the link with a file. To write an env file there all the same, name it: --env-file "
        + "\(DisplayText.visible(target.utf8))"
    case .foreign:
      "Run: sudo chown \"$(id -u)\" \(name). To write it all the same, add --trust-env-file."
    case .open:
      "Run: chmod 600 \(name). To write it all the same, add --trust-env-file."
    }
  }

  /// The refusal to write without consent.
  package var refusal: SetupError {
    SetupError(
      .actionNeeded,
      "\(title). \(explanation) Nothing was written.",
      remedy: remedy,
      name: isOutside ? "outside_project" : Self.unsafeName
    )
  }

  /// The name of the error that others can open the env file.
  package static let unsafeName = "unsafe_env_file"

  private var isOutside: Bool {
    if case .outside = self { true } else { false }
  }
}
