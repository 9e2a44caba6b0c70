package import Ground

/// One variable of the env file and the value that a plan gives it.
package struct EnvSetting: Equatable, Sendable {
  /// What the value is; says how it is named in texts and whether it may be seen.
  package enum Kind: CaseIterable, Sendable {
    /// A bearer token.
    case token
    /// The client id of an OAuth app; no secret (RFC 6749 section 2.2).
    case clientID
    /// The client secret of an OAuth app.
    case clientSecret
    /// The address that an OAuth app has registered; no secret.
    case redirectURI

    /// Whether the value may never be shown.
    package var isSecret: Bool {
      switch self {
      case .token, .clientSecret: true
      case .clientID, .redirectURI: false
      }
    }

    /// The word for it within a sentence.
    package var noun: String {
      switch self {
      case .token: "token"
      case .clientID: "client id"
      case .clientSecret: "client secret"
      case .redirectURI: "redirect URI"
      }
    }

    /// The variable that always holds it; nil for a token, whose variable the user names.
    package var fixedVariable: String? {
      switch self {
      case .token: nil
      case .clientID: AppSettings.clientIDVariable
      case .clientSecret: AppSettings.clientSecretVariable
      case .redirectURI: AppSettings.redirectURIVariable
      }
    }
  }

  /// The variable's name.
  package var variable: String
  /// The value to write, nil to keep the one that is there.
  package var value: Secret?
  /// What the value is.
  package var kind: Kind

  /// Names a variable and its value.
  package init(variable: String, value: Secret?, kind: Kind) {
    self.variable = variable
    self.value = value
    self.kind = kind
  }

  /// Whether the value may never be shown.
  package var isSecret: Bool { kind.isSecret }

  /// The setting of a token.
  package static func token(_ value: Secret?, variable: String) -> EnvSetting {
    EnvSetting(variable: variable, value: value, kind: .token)
  }
}

extension AppSettings {
  /// The three variables of the app, in the order in which they are written; what is nil here is
  /// kept as it stands in the env file.
  package var envSettings: [EnvSetting] {
    [
      EnvSetting(
        variable: Self.clientIDVariable,
        value: clientID.map(Secret.init),
        kind: .clientID
      ),
      EnvSetting(variable: Self.clientSecretVariable, value: clientSecret, kind: .clientSecret),
      EnvSetting(
        variable: Self.redirectURIVariable,
        value: redirectURI.map(Secret.init),
        kind: .redirectURI
      ),
    ]
  }

  /// Reads the three variables; one without a value counts as missing.
  package init(reading value: (String) -> Secret?) {
    func given(_ name: String) -> Secret? {
      value(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    self.init(
      clientID: given(Self.clientIDVariable)?.reveal(),
      clientSecret: given(Self.clientSecretVariable),
      redirectURI: given(Self.redirectURIVariable)?.reveal()
    )
  }
}
