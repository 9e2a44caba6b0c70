/// What a plan puts into the env file; decides the words about it.
package enum PlanPurpose: Equatable, Sendable {
  /// The token of one workspace.
  case token
  /// The id, secret and redirect URI of an OAuth app.
  case app

  /// Tells it from what is set.
  package init(of settings: [EnvSetting]) {
    self = settings.contains { $0.kind != .token } ? .app : .token
  }

  /// The word for the secret within a sentence.
  package var secretNoun: String {
    switch self {
    case .token: EnvSetting.Kind.token.noun
    case .app: EnvSetting.Kind.clientSecret.noun
    }
  }

  /// What is written, as the beginning of a line such as "Token in .env".
  package var title: String {
    switch self {
    case .token: "Token"
    case .app: "Client id and secret"
    }
  }
}
