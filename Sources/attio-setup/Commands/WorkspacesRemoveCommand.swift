internal import ArgumentParser
import Ground
internal import SetupCore
internal import SetupRuntime

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// `attio-setup workspaces remove SLUG`: forget a workspace's token.
struct WorkspacesRemoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Delete the copy of a workspace's token that is kept here.",
    discussion: """
      EXAMPLES
        attio-setup workspaces remove acme
        attio-setup workspaces remove acme --no-browser

      Attio has no way to end a token from here: it stays valid until the app is uninstalled in \
      the workspace. In a terminal the workspace's page is opened for that.
      """
  )

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: ArgumentHelp("The workspace's slug or identifier.", valueName: "slug"),
    completion: .connectedWorkspaces
  )
  var slug: String

  @Flag(help: "Forget the workspace even where the keyring cannot be asked.")
  var force = false

  @Flag(name: .customLong("no-browser"), help: "Do not open the workspace's page.")
  var noBrowser = false

  mutating func run() async throws {
    let context = try await RunContext(shared)
    let access = try await WorkspaceAccess(context, shared)
    let workspace = try await access.workspace(slug)
    if let left = try await remove(workspace, from: access.store) {
      Output.message("The keyring may still have the token: \(SetupError(left).message)")
    }
    let guide = context.guide(to: workspace)
    await context.close()
    if shared.json {
      try Output.json(RemovalDocument(workspace: workspace, page: guide?.workspaceURL))
    } else {
      for line in lines(workspace, guide) { Output.line(line) }
    }
    let isForbidden = Face(shared, environment: context.environment).prohibition != nil
    guard let guide, !noBrowser, !shared.json, !isForbidden, isatty(1) == 1 else { return }
    if case .attempted = await Desktop(context.world).open(guide.workspaceURL) {
      Output.message("The page is opened in your browser.")
    }
  }

  private func remove(
    _ workspace: ConnectedWorkspace,
    from store: TokenStore
  ) async throws -> StoreError? {
    do {
      return try await interruptible(workspace, from: store).get()
    } catch let error as StoreError {
      var failure = SetupError(error)
      if failure.name == "keyring" {
        failure.remedy =
          "Unlock the keyring or start it and try again. Where it is gone for good, add --force: the "
          + "workspace is forgotten, and its token stays wherever the keyring went."
      }
      throw failure
    }
  }

  /// Removes it; a signal ends the wait for a keyring, and then the program.
  private func interruptible(
    _ workspace: ConnectedWorkspace,
    from store: TokenStore
  ) async throws -> Result<StoreError?, StoreError> {
    try await Interruption.leaving {
      [force] in
      do throws(StoreError) {
        return .success(try await store.remove(workspace, leavingKeyring: force))
      } catch {
        return .failure(error)
      }
    } leaving: { result in
      if case .failure = result { Output.message("The workspace is still in the list.") }
    }
  }

  private func lines(_ workspace: ConnectedWorkspace, _ guide: DashboardGuide?) -> [String] {
    let removed =
      "Removed: the token of \(SafeText.cleaned(workspace.title)) is no longer kept here."
    guard let guide else {
      return [removed, "It came from a sandbox on this machine and ends with it."]
    }
    return [removed, "The token itself stays valid until the app is uninstalled there:"]
      + guide.stepsToUninstall.map { "  \($0)" }
  }
}

/// The result of `workspaces remove` as JSON.
private struct RemovalDocument: JSONConvertible {
  let workspace: ConnectedWorkspace
  /// The workspace's page in the dashboard; nil for a sandbox's.
  let page: String?

  var json: JSONValue {
    JSONValue(members: [
      "schema": DocumentSchema.version,
      "removed": workspace.key.workspaceID,
      // The token goes on working wherever this program cannot end it.
      "token_still_valid": page != nil,
      "page": page,
    ])
  }
}
