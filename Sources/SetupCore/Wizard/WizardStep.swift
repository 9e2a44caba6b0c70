/// The steps of the wizard in their order.
package enum WizardStep: Int, CaseIterable, Sendable {
  case project = 1
  case token
  case scopes
  case review
  case apply
  case done

  /// The place in the sequence as the first row shows it.
  package var count: String {
    "\(rawValue) of \(Self.allCases.count)"
  }

  /// The step's name as the first row shows it.
  package var title: String {
    switch self {
    case .project: "Project"
    case .token: "Token"
    case .scopes: "Scopes"
    case .review: "Review"
    case .apply: "Apply and verify"
    case .done: "Done"
    }
  }
}
