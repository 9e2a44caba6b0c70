package import SetupCore

/// What an apply did.
package struct ApplyReport: Equatable, Sendable {
  /// The paths that were written, relative to the project, in order.
  package var written: [String] = []
  /// The entries that were carried out, in order; `untrack` changes git's index and no file.
  package var applied: [PlanEntry.ID] = []
  /// What was special, a sentence each, such as that a file was written in place.
  package var remarks: [String] = []
  /// The identifier that `undo` takes; nil where nothing was written or nothing can be undone.
  package var undo: String?

  /// Makes the report of a run that has done nothing yet.
  package init() {}
}

/// Why an apply stopped, and what it had done before.
package struct ApplyFailure: Error, Equatable, Sendable {
  /// Why it stopped.
  package enum Reason: Error, Equatable, Sendable {
    /// These files, relative to the project, are no longer what the plan was made from.
    case changedOnDisk([String])
    /// Git would still not ignore the env file; the rule that decides, where there is one.
    case stillNotIgnored(path: String, rule: IgnoreRule?)
    /// Nobody has agreed to what is the matter with a file.
    case notAgreed(PlanRisk)
    /// Git still tracks the env file.
    case stillTracked(path: String)
    /// A file could not be written.
    case write(FileWriteError)
    /// Git did not answer or did not do what it was asked to.
    case git(GitError)
    /// The user left.
    case cancelled
  }

  /// Why it stopped.
  package var reason: Reason
  /// What had been done by then.
  package var report: ApplyReport
  /// What the plan was to put into the env file.
  package var purpose: PlanPurpose

  /// Collects what is known.
  package init(
    reason: Reason,
    report: ApplyReport = ApplyReport(),
    purpose: PlanPurpose = .token
  ) {
    self.reason = reason
    self.report = report
    self.purpose = purpose
  }

  /// What happened, in sentences for the user.
  package var message: String {
    switch reason {
    case .changedOnDisk(let paths):
      "\(paths.joined(separator: ", ")) changed since the plan was made, so nothing more was written."
    case .notAgreed(let risk): risk.refusal.message
    case .stillNotIgnored(let path, nil):
      "Git does not ignore \(path), so the \(purpose.secretNoun) was not written."
    case .stillNotIgnored(let path, let rule?):
      "Git does not ignore \(path): line \(rule.line) of \(rule.file) (\(rule.pattern)) takes it "
        + "back. The \(purpose.secretNoun) was not written."
    case .stillTracked(let path):
      TrackedFile.fact(path, holding: "the \(purpose.secretNoun)") + " It was not written."
    case .write(let error): error.message
    case .git(let error): error.message
    case .cancelled: "The run was left before it was done."
    }
  }

  /// What the user can do now.
  package var remedy: String {
    switch reason {
    case .changedOnDisk: "Start again: the plan is made anew from the files as they are now."
    case .notAgreed(let risk): risk.refusal.remedy
    case .stillNotIgnored: "Remove the rule that takes it back, or name another env file."
    case .stillTracked(let path): "\(TrackedFile.remedy(path)) Then start again."
    case .write(let error): error.remedy
    case .git(let error): error.remedy
    case .cancelled: "Start again: what is in place already is kept."
    }
  }
}
