extension WorkspacePin {
  /// Whether a token is of another workspace than the pinned one, or that is not known.
  func refuses(_ identity: Identity) -> Bool { admits(identity.workspaceSlug) != true }

  /// Stops where the token is of another workspace than the pinned one, or that is not known.
  ///
  /// - Parameters:
  ///   - identity: Whose token it is; nil where Attio was not asked.
  ///   - replaces: Whether the comment may be changed.
  /// - Throws: `other_workspace`.
  package func confirm(_ identity: Identity?, replaces: Bool) throws(SetupError) {
    guard let identity, refuses(identity), !replaces else { return }
    throw SetupError(
      .actionNeeded,
      "The token is of \(identity.workspace), and .env.example names \(name) as the project's "
        + "workspace. Nothing was written.",
      remedy: "Use a token of \(name). To change the comment, add --pin and --replace-workspace.",
      name: "other_workspace"
    )
  }
}
