package import AttioAPI
import Ground
package import SetupCore

/// Whether a token may be sent to an API: only to the one that gave it.
package struct APIMatch: Sendable {
  private let base: BaseURL

  /// Compares with the API that this run asks.
  package init(base: BaseURL) {
    self.base = base
  }

  /// Whether the API of an entry is the one that is asked.
  ///
  /// Servers on this machine count as one: a sandbox has another port on each start.
  package func isSame(_ api: String) -> Bool {
    guard api != base.text else { return true }
    return base.isLoopback && (try? BaseURL(parsing: api))?.isLoopback == true
  }

  /// Why a workspace's token is not sent; nil where it may be.
  package func obstacle(to workspace: ConnectedWorkspace) -> Connection? {
    guard !isSame(workspace.key.api) else { return nil }
    return Connection(
      state: .notChecked,
      code: Connection.otherAPI,
      message: "the token comes from \(SafeText.cleaned(workspace.key.api)), and \(base.text) is "
        + "asked: a token is sent only to the API that gave it"
    )
  }
}
