import Ground

extension SetupError {
  /// A store that cannot be used: a file is exit 3, anything that the user can put right is 1.
  package init(_ error: StoreError) {
    let kind: Kind =
      switch error {
      case .file, .damaged, .busy: .file
      case .noKeyring, .keyringLocked, .keyringSilent, .keyringFailed, .notReadBack, .notRemoved,
        .keyringUnclear, .tokenGone:
        .actionNeeded
      }
    let name =
      switch error {
      case .file, .damaged, .busy: Kind.file.rawValue
      case .tokenGone: ConnectionState.tokenMissing.rawValue
      default: "keyring"
      }
    self.init(
      kind,
      SafeText.cleaned(error.message, limit: 500),
      remedy: SafeText.cleaned(error.remedy, limit: 500),
      name: name
    )
  }
}
