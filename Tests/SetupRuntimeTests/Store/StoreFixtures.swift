import Ground
import SetupCore
import SetupRuntime

extension ConnectedWorkspace {
  /// A workspace for tests.
  static func sample(
    _ slug: String = "acme",
    in store: TokenStoreKind = .file,
    client: String = "app-1"
  ) -> ConnectedWorkspace {
    ConnectedWorkspace(
      key: .init(
        workspaceID: "97052eb9-e65e-443f-a297-\(slug)",
        clientID: client,
        api: "https://api.attio.com/v2"
      ),
      slug: slug,
      name: "The \(slug) company",
      scopes: ["record_permission:read"],
      store: store,
      verifiedAt: 1_795_000_000.25
    )
  }
}

extension TokenStore {
  /// A store with its file in `FOLDER/attio-setup` and a keyring that the tool's variables lead to.
  init(
    in folder: String,
    tools: [String: String] = [:],
    keyringTimeLimit: Duration = .seconds(10),
    lockLimit: Duration = .seconds(10),
    files: AtomicFile = AtomicFile()
  ) {
    self.init(
      environment: ["XDG_DATA_HOME": folder],
      home: "",
      toolEnvironment: tools,
      keyringTimeLimit: keyringTimeLimit,
      lockLimit: lockLimit,
      files: files
    )
  }

  /// What `save` throws, nil where it saves.
  func errorOfSaving(_ token: String, for workspace: ConnectedWorkspace) async -> StoreError? {
    do throws(StoreError) {
      _ = try await save(Secret(token), for: workspace)
      return nil
    } catch {
      return error
    }
  }

  /// What `token(of:)` throws, nil where it gives one.
  func errorOfReading(_ workspace: ConnectedWorkspace) async -> StoreError? {
    do throws(StoreError) {
      _ = try await token(of: workspace)
      return nil
    } catch {
      return error
    }
  }
}
