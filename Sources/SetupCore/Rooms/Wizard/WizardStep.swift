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
  func title(_ method: ConnectionMethod) -> String {
    switch (self, method) {
    case (.project, _): "Project"
    case (.token, .accessToken): "Token"
    case (.token, .manyWorkspaces): "App"
    case (.scopes, _): "Scopes"
    case (.review, _): "Review"
    case (.apply, .accessToken): "Apply and verify"
    case (.apply, .manyWorkspaces): "Apply and connect"
    case (.done, _): "Done"
    }
  }
}
