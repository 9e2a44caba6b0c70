import Ground
internal import SetupCore
internal import SetupRuntime

/// The connected workspaces of this user, and which of them a command means.
struct WorkspaceAccess {
  /// The store.
  let store: TokenStore
  /// Its entries.
  let all: [ConnectedWorkspace]
  private let context: RunContext
  private let project: ProjectRequest

  /// Reads the store's entries, without any token.
  init(_ context: RunContext, _ shared: SharedOptions) async throws(SetupError) {
    self.context = context
    project = context.projectRequest(shared)
    store = context.world.store
    do throws(StoreError) {
      all = try store.workspaces()
    } catch {
      throw SetupError(error)
    }
  }

  /// The workspace that a slug or an identifier means; without one, the only one there is.
  func workspace(_ handle: String?) async throws(SetupError) -> ConnectedWorkspace {
    guard let handle else { return try lookup(clientID: nil).only() }
    let lookup = lookup(clientID: nil)
    // The project is looked at only where its app decides.
    guard lookup.matches(handle).count > 1 else { return try lookup.workspace(handle) }
    let report = try await context.world.survey(project)
    let app = report.appInShell.filled(from: report.app)
    return try self.lookup(clientID: app.clientID).workspace(handle)
  }

  /// The token of a workspace; a signal ends the wait for a keyring, and then the program.
  func token(of workspace: ConnectedWorkspace) async throws -> Secret {
    let result = try await Interruption.leaving { [store] () -> Result<Secret, StoreError> in
      do throws(StoreError) {
        return .success(try await store.token(of: workspace))
      } catch {
        return .failure(error)
      }
    }
    return try result.mapError { SetupError($0) }.get()
  }

  private func lookup(clientID: String?) -> WorkspaceLookup {
    let match = APIMatch(base: context.base)
    return WorkspaceLookup(all, clientID: clientID) { match.isSame($0) }
  }
}
