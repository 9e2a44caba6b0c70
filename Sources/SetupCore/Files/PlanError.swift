import Ground

/// Why no plan can be made; never holds a value of a file.
package enum PlanError: Error, Equatable, Sendable {
  /// A folder stands where the file should be.
  case directory(path: String)
  /// A device, a pipe or a socket stands where the file should be.
  case notAFile(path: String)
  /// The env file or the example cannot be read, or the value of this kind cannot be set in it.
  case envFile(path: String, DotenvError, of: EnvSetting.Kind = .token)
  /// The `.gitignore` is UTF-16 text, in which git finds no rules.
  case ignoreFileIsNoText(path: String)
  /// The `.gitignore` that lacks a rule is a symbolic link, which git does not follow.
  case ignoreFileIsLink(path: String, purpose: PlanPurpose = .token)
  /// Two of the files to write are one and the same.
  case sameFile(path: String, other: String, purpose: PlanPurpose = .token)
  /// The variable's value is a reference or encrypted, and nobody asked to replace it.
  case reference(path: String, variable: String, SecretReference)
  /// No value was given for the variable, and the env file holds none.
  case tokenMissing(path: String, variable: String, kind: EnvSetting.Kind = .token)
}

extension SetupError {
  /// The name under which scripts see that a reference stands in the way.
  package static let referenceName = "reference"

  /// Why no plan can be made, as a user meets it.
  package init(_ error: PlanError) {
    guard case .reference = error else {
      self.init(.file, error.message, remedy: error.remedy)
      return
    }
    self.init(.actionNeeded, error.message, remedy: error.remedy, name: Self.referenceName)
  }
}

extension PlanError {
  /// Judges what stands at a path; nil where a file is there or can be made.
  package init?(kindOf file: FileSnapshot, path: String) {
    switch file.kind {
    case .missing, .file: return nil
    case .directory: self = .directory(path: path)
    case .other: self = .notAFile(path: path)
    }
  }

  /// Judges the `.gitignore`; nil where git finds rules in it, or could.
  ///
  /// A NUL byte alone is no reason: git reads all the other lines.
  package init?(ignoreFile file: FileSnapshot) {
    let path = PlanMaker.ignoreFileName
    if let problem = PlanError(kindOf: file, path: path) {
      self = problem
    } else if file.content.bytes.looksLikeUTF16 {
      self = .ignoreFileIsNoText(path: path)
    } else {
      return nil
    }
  }

  /// Says what is the matter and what it means.
  package var message: String {
    switch self {
    case .directory(let path):
      "\(path) is a folder, so there is no file to read or write. Nothing was changed."
    case .notAFile(let path):
      "\(path) is not a regular file but a device, a pipe or a socket. Nothing was changed."
    case .envFile(let path, let error, let kind):
      error.message(
        file: path,
        value: kind.fixedVariable.map { "The value of \($0)" } ?? "The value"
      )
    case .ignoreFileIsNoText(let path):
      "\(path) is stored as UTF-16, so git finds no rules in it. Nothing was changed."
    case .ignoreFileIsLink(let path, let purpose):
      "\(path) is a symbolic link. Git does not follow it, so its rules do nothing, and git would "
        + "commit the \(purpose.secretNoun). Nothing was changed."
    case .sameFile(let path, let other, let purpose):
      "\(path) and \(other) are the same file. One holds the \(purpose.secretNoun), the other is "
        + "meant to be shared, so nothing was changed."
    case .reference(let path, let variable, let reference):
      "\(variable) in \(path) is \(reference.noun). Nothing was changed."
    case .tokenMissing(let path, let variable, _):
      "\(path) holds no value for \(variable) that could be kept. Nothing was changed."
    }
  }

  /// Says what to do now.
  package var remedy: String {
    switch self {
    case .directory(let path): "Rename the folder \(path), or name another file with --env-file."
    case .notAFile(let path):
      "Put a regular file in the place of \(path), or name another one with --env-file."
    case .envFile(let path, let error, let kind): error.remedy(file: path, value: kind.noun)
    case .ignoreFileIsNoText(let path): "Save \(path) as UTF-8 in your editor and try again."
    case .ignoreFileIsLink(let path, _): "Put a regular file in the place of \(path) and try again."
    case .sameFile: "Name another file with --env-file, or take away the link between the two."
    case .reference(let path, _, let reference):
      reference.way(file: ShellWord.quoted(path))
    case .tokenMissing(_, _, .token): "Paste a token."
    case .tokenMissing(_, _, let kind): "Give the \(kind.noun) of the app."
    }
  }
}
