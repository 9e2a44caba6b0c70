import Ground

/// Finds the connected workspace that the user means.
package struct WorkspaceLookup: Sendable {
  private let workspaces: [ConnectedWorkspace]
  private let clientID: String?
  private let isCurrent: @Sendable (_ api: String) -> Bool

  /// The most names that an error lists.
  private static let listed = 10

  /// Looks among these.
  ///
  /// - Parameters:
  ///   - workspaces: What the store holds.
  ///   - clientID: The project's own app, which is preferred; nil where it names none.
  ///   - isCurrent: Whether an API is the one that this run asks, which is preferred.
  package init(
    _ workspaces: [ConnectedWorkspace],
    clientID: String?,
    isCurrent: @escaping @Sendable (_ api: String) -> Bool
  ) {
    self.workspaces = workspaces
    self.clientID = clientID
    self.isCurrent = isCurrent
  }

  /// The workspace with a slug or an identifier.
  ///
  /// - Throws: `unknown_workspace` where there is none, `ambiguous_workspace` where two entries are
  ///   equally good.
  package func workspace(_ handle: String) throws(SetupError) -> ConnectedWorkspace {
    let matches = matches(handle)
    guard !matches.isEmpty else { throw unknown(handle) }
    let own = narrowed(matches, to: { $0.key.clientID == clientID })
    let best = narrowed(own, to: { isCurrent($0.key.api) })
    guard best.count == 1, let workspace = best.first else { throw ambiguous(best) }
    return workspace
  }

  /// Every entry with a slug or an identifier: two apps may each have a token of one workspace.
  package func matches(_ handle: String) -> [ConnectedWorkspace] {
    workspaces.filter {
      !handle.isEmpty && ($0.slug == handle || $0.key.workspaceID == handle)
    }
  }

  /// The only workspace that there is.
  ///
  /// - Throws: `workspace_needed` where there are several, `no_workspace` where there is none.
  package func only() throws(SetupError) -> ConnectedWorkspace {
    guard let workspace = workspaces.first else {
      throw SetupError(
        .actionNeeded,
        "No workspace is connected yet.",
        remedy: "Connect one: attio-setup connect",
        name: "no_workspace"
      )
    }
    let own = narrowed(workspaces, to: { isCurrent($0.key.api) })
    if Set(workspaces.map(\.handle)).count == 1, own.count > 1 { throw ambiguous(own) }
    // A sandbox's does not stand in the way of the only one that this API knows.
    if own.count == 1, let workspace = own.first { return workspace }
    guard workspaces.count == 1 else {
      throw SetupError(
        .actionNeeded,
        "\(workspaces.count) workspaces are connected: \(names).",
        remedy: "Say which one with --workspace SLUG.",
        name: "workspace_needed"
      )
    }
    return workspace
  }

  private func narrowed(
    _ candidates: [ConnectedWorkspace],
    to isBetter: (ConnectedWorkspace) -> Bool
  ) -> [ConnectedWorkspace] {
    let better = candidates.filter(isBetter)
    return better.isEmpty ? candidates : better
  }

  private func unknown(_ handle: String) -> SetupError {
    guard !workspaces.isEmpty else {
      return SetupError(
        .actionNeeded,
        "There is no connected workspace “\(SafeText.cleaned(handle, limit: 60))”: none is "
          + "connected yet.",
        remedy: "Connect one: attio-setup connect",
        name: "unknown_workspace"
      )
    }
    let near = nearest(
      to: handle.prefix(60),
      of: workspaces.map(\.handle),
      within: max(2, handle.prefix(60).count / 4)
    )
    return SetupError(
      .actionNeeded,
      "There is no connected workspace “\(SafeText.cleaned(handle, limit: 60))”.",
      remedy: (near.map { "Did you mean \(SafeText.cleaned($0))? " } ?? "")
        + "Connected: \(names). Another one is connected with: attio-setup connect",
      name: "unknown_workspace"
    )
  }

  private func ambiguous(_ matches: [ConnectedWorkspace]) -> SetupError {
    let entries = matches.map { match in
      "\(SafeText.cleaned(match.title)) by the app \(SafeText.cleaned(match.key.clientID)) at "
        + SafeText.cleaned(match.key.api)
    }
    return SetupError(
      .actionNeeded,
      "\(matches.count) tokens fit: \(entries.joined(separator: "; ")).",
      remedy: "Set \(AppSettings.clientIDVariable) to the app that is meant, or name the API with "
        + "--base-url.",
      name: "ambiguous_workspace"
    )
  }

  private var names: String {
    var handles: [String] = []
    for workspace in workspaces where !handles.contains(workspace.handle) {
      handles.append(workspace.handle)
    }
    let shown = handles.prefix(Self.listed).map { SafeText.cleaned($0, limit: 60) }
      .joined(separator: ", ")
    return handles.count > Self.listed ? "\(shown) and \(handles.count - Self.listed) more" : shown
  }
}
