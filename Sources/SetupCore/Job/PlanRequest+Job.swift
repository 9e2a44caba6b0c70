extension PlanRequest {
  /// Requests the plan that puts something into a project's env file.
  ///
  /// - Parameters:
  ///   - settings: The variables to set; one without a value is kept as it stands there.
  ///   - project: The project, whose folder and env file are meant.
  ///   - wanted: The scopes for the example; nil where nobody named any.
  ///   - untrack: Whether the env file may be taken out of git's index.
  package init(
    setting settings: [EnvSetting],
    in project: ProjectReport,
    wanted: ScopeSet?,
    untrack: Bool = false
  ) {
    self.init(
      directory: project.directory,
      envFileName: project.target.name,
      settings: settings,
      wantedScopes: wanted?.names ?? [],
      untrack: untrack
    )
  }
}
