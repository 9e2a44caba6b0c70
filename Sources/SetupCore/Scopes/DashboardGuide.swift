internal import AttioTables

/// The way through Attio's dashboard, click by click, and the addresses that shorten it.
///
/// From Attio's help page on generating an API key; the addresses are those other clients use.
package struct DashboardGuide: Equatable, Sendable {
  /// The workspace's slug, nil before Attio named it.
  package var workspaceSlug: String?
  /// The dashboard's own address, without a slash at its end.
  package var appURL: String

  /// The page where OAuth apps are made and changed.
  package static let appsURL = "https://build.attio.com"

  /// Guides through one workspace's dashboard.
  package init(workspaceSlug: String? = nil, appURL: String = "https://app.attio.com") {
    self.workspaceSlug = workspaceSlug
    self.appURL = appURL
  }

  /// The page with the workspace's access tokens; of the workspace last used where none is known.
  package var tokensURL: String {
    guard let workspaceSlug, isPlain(workspaceSlug) else { return "\(appURL)/settings/developers" }
    return "\(appURL)/\(workspaceSlug)/settings/developers/access-tokens"
  }

  /// The workspace itself; the dashboard where no slug is known.
  package var workspaceURL: String {
    guard let workspaceSlug, isPlain(workspaceSlug) else { return appURL }
    return "\(appURL)/\(workspaceSlug)"
  }

  /// How to end the token that an app got by OAuth: by removing the app from the workspace.
  package var stepsToUninstall: [String] {
    [
      "Open \(workspaceURL)",
      "Click the arrow beside the workspace's name, Workspace settings, and find the app there.",
      "Uninstall it: its token of this workspace ends, wherever it is used.",
    ]
  }

  /// How to delete a token, the last step of replacing one.
  package var stepsToDelete: [String] {
    way + ["Open the old token's ⋮ menu and choose “Delete”."]
  }

  /// The name to give a token for a project's folder: `my-app-dev`.
  package static func tokenName(forFolder folder: String) -> String {
    let base = folder.split(separator: "/").last.map(String.init) ?? ""
    let plain = base.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let words = String(plain).split(separator: "-").joined(separator: "-")
    return words.isEmpty ? "attio-dev" : "\(words.prefix(40))-dev"
  }

  /// One scope as the dashboard shows it: its label where that is confirmed, else its own name,
  /// which the dashboard may word differently.
  package static func tick(for scope: Scope) -> String {
    guard let level = scope.level else { return scope.text }
    let word = level == .readWrite ? "Read-Write" : "Read"
    let row = ScopeCatalogue.resource(scope.resource)
    let label = row.flatMap { $0.isLabelConfirmed ? $0.label : nil }
    return label.map { "\($0): \(word) (\(scope.text))" } ?? scope.text
  }

  private var way: [String] {
    [
      "Open \(tokensURL)",
      "Or click the arrow beside the workspace's name, Workspace settings, then Developers.",
    ]
  }

  /// A slug comes from the network: it must not lead an address anywhere else.
  private func isPlain(_ slug: String) -> Bool {
    !slug.isEmpty
      && slug.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }
}
