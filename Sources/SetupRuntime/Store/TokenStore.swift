package import Ground
package import SetupCore

/// Keeps one token for each connected workspace, in the system's keyring or in a private file.
///
/// Which workspaces there are stands in the file in both cases; a token that the keyring has is
/// never written to the disk by this program.
package struct TokenStore: Sendable {
  private let file: StoreFile
  private let keyring: any Keyring

  /// Makes the store of this user; nothing is read or written yet.
  ///
  /// - Parameters:
  ///   - environment: The shell's variables; `XDG_DATA_HOME` says where the file lies.
  ///   - home: The home folder, empty where there is none.
  ///   - toolEnvironment: The variables that the keyring's program gets.
  ///   - keyringTimeLimit: How long one question to the keyring may take.
  ///   - patience: How long a person is waited for who can unlock the keyring; nil where nobody can.
  ///   - lockLimit: How long to wait for another process that changes the store.
  ///   - files: Writes the file.
  package init(
    environment: [String: String],
    home: String,
    toolEnvironment: [String: String],
    keyringTimeLimit: Duration = .seconds(3),
    patience: KeyringPatience? = nil,
    lockLimit: Duration = .seconds(10),
    files: AtomicFile = AtomicFile()
  ) {
    #if canImport(Darwin)
    let keyring = Keychain(
      environment: toolEnvironment,
      timeLimit: keyringTimeLimit,
      patience: patience
    )
    #else
    let keyring = SecretService(
      environment: toolEnvironment,
      timeLimit: keyringTimeLimit,
      patience: patience
    )
    #endif
    self.init(
      file: StoreFile(environment: environment, home: home, files: files, lockLimit: lockLimit),
      keyring: keyring
    )
  }

  /// Makes a store over a file and a keyring.
  init(file: StoreFile, keyring: any Keyring) {
    self.file = file
    self.keyring = keyring
  }

  /// The absolute path of the file; empty where there is no home folder.
  package var filePath: String { file.path }

  /// Finds out where tokens can be kept, by storing a test value in the keyring.
  ///
  /// It takes no longer than one question to the keyring may take, or than the person does.
  package func probe() async -> StoreProbe {
    StoreProbe(
      keyringProblem: await KeyringTest(keyring: keyring).problem(),
      filePath: filePath,
      remembered: (try? file.read())?.choice
    )
  }

  /// Tries whether another workspace could be noted, wherever its token goes, and leaves nothing behind.
  ///
  /// - Returns: Why it could not; nil where it could.
  package func obstacle() -> StoreError? { file.obstacle() }

  /// The connected workspaces, sorted by handle; none where there is no file yet.
  package func workspaces() throws(StoreError) -> [ConnectedWorkspace] {
    try file.read().entries.map(\.workspace).sorted {
      ($0.handle, $0.key.workspaceID, $0.key.clientID, $0.key.api)
        < ($1.handle, $1.key.workspaceID, $1.key.clientID, $1.key.api)
    }
  }

  /// The token of a workspace, from where it is kept now.
  ///
  /// - Throws: `tokenGone` where there is none any more, besides what reading can meet.
  package func token(of workspace: ConnectedWorkspace) async throws(StoreError) -> Secret {
    guard let entry = try file.read()[workspace.key] else {
      throw .tokenGone(workspace: workspace.title, store: workspace.store)
    }
    let token =
      switch entry.workspace.store {
      case .file: entry.token
      case .keyring: try await keyring.value(of: KeyringItem(entry.workspace.key))
      }
    guard let token, !token.isEmpty else {
      throw .tokenGone(workspace: entry.workspace.title, store: entry.workspace.store)
    }
    return token
  }

  /// What the user should know of the store, with what to do: files that others can read, and old
  /// tokens that the keyring kept.
  package func remarks() -> [String] {
    let left = ((try? file.read())?.entries ?? []).filter(\.isLeftInKeyring)
    return file.remarks()
      + left.map {
        "The keyring still has an older token of \($0.workspace.title), since it could not be asked "
          + "to remove it. It is removed when the workspace is connected again, or by hand: look for "
          + "\(KeyringItem($0.workspace.key).label)."
      }
  }

  /// Takes over what Attio said of workspaces: name, slug, scopes and when it confirmed the token.
  ///
  /// Workspaces that are not in the store (any more) are passed over; where the token lies, and every
  /// other workspace, stays as it is.
  package func note(_ workspaces: [ConnectedWorkspace]) async throws(StoreError) {
    guard !workspaces.isEmpty else { return }
    try await file.update { document throws(StoreError) in
      for workspace in workspaces where document[workspace.key] != nil {
        document.put(workspace) { entry in
          entry.workspace.name = workspace.name
          entry.workspace.slug = workspace.slug
          entry.workspace.scopes = workspace.scopes
          entry.workspace.verifiedAt = workspace.verifiedAt
        }
      }
    }
  }
}

// MARK: - Saving and removing

extension TokenStore {
  /// Keeps a token where `workspace.store` says, and remembers that as the user's choice.
  ///
  /// The token is read back before one that was there goes away. An old copy in the other store is
  /// removed last; a keyring that will not do that is asked again the next time.
  ///
  /// - Returns: Whether a token of the same workspace, app and API was replaced.
  package func save(
    _ token: Secret,
    for workspace: ConnectedWorkspace
  ) async throws(StoreError) -> Bool {
    let turn = try await file.takeTurn()
    defer { file.endTurn(turn) }
    let slot = KeyringSlot(keyring: keyring, item: KeyringItem(workspace.key))
    let old = try file.read()[workspace.key]
    guard workspace.store == .keyring else {
      try await write(token, workspace, isLeftInKeyring: old?.isInKeyring ?? false)
      if old?.isInKeyring == true { try await clearLeftover(workspace, slot) }
      return old != nil
    }
    // What cannot be read now could not be put back either.
    let former = old?.isInKeyring == true ? try await slot.value() : nil
    try await slot.put(token, over: former)
    do throws(StoreError) {
      try await write(token, workspace, isLeftInKeyring: false)
    } catch {
      // Without its entry nobody would find the token again.
      if (try? file.read())?[workspace.key]?.workspace != workspace {
        try await slot.takeBack(to: former, after: error)
      }
      throw error
    }
    return old != nil
  }

  /// Forgets a workspace and removes its token from where it is kept; Attio goes on to accept it.
  ///
  /// That the keyring has it no more is read back.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - leavingKeyring: Whether it is forgotten even where the keyring does not give the token up;
  ///     otherwise it stays in the list then.
  /// - Returns: Why the keyring may still have the token; nil where the token is gone.
  /// - Throws: Why the workspace is still in the list.
  @discardableResult
  package func remove(
    _ workspace: ConnectedWorkspace,
    leavingKeyring: Bool = false
  ) async throws(StoreError) -> StoreError? {
    let turn = try await file.takeTurn()
    defer { file.endTurn(turn) }
    guard let entry = try file.read()[workspace.key] else { return nil }
    var left: StoreError?
    if entry.isInKeyring {
      do throws(StoreError) {
        try await KeyringSlot(keyring: keyring, item: KeyringItem(workspace.key)).clear()
      } catch {
        guard leavingKeyring else { throw error }
        left = error
      }
    }
    try await file.update { document throws(StoreError) in document.remove(workspace.key) }
    return left
  }

  private func write(
    _ token: Secret,
    _ workspace: ConnectedWorkspace,
    isLeftInKeyring: Bool
  ) async throws(StoreError) {
    try await file.update { document throws(StoreError) in
      // A try with a sandbox says nothing about where the real ones are to go.
      if !workspace.isOfThisMachine { document.choice = workspace.store }
      document.put(workspace) { entry in
        entry.workspace = workspace
        entry.token = workspace.store == .file ? token : nil
        entry.isLeftInKeyring = isLeftInKeyring
      }
    }
  }

  /// The new token is safe in the file by now, so a keyring that fails here is no failure.
  private func clearLeftover(
    _ workspace: ConnectedWorkspace,
    _ slot: KeyringSlot
  ) async throws(StoreError) {
    guard (try? await slot.clear()) != nil else { return }
    try await file.update { document throws(StoreError) in
      document.put(workspace) { $0.isLeftInKeyring = false }
    }
  }
}

extension StoreEntry {
  /// Whether the keyring may have a token of the workspace.
  fileprivate var isInKeyring: Bool { workspace.store == .keyring || isLeftInKeyring }
}
