package import SetupCore

/// Looks at a project's folder before the first question; changes nothing.
package struct ProjectInspector: Sendable {
  private let git: Git
  private let environment: [String: String]

  /// Makes an inspector for somebody whose shell has these variables.
  package init(git: Git, environment: [String: String]) {
    self.git = git
    self.environment = environment
  }

  /// Fills the report; what cannot be found out is left out, not guessed.
  package func inspect(_ request: ProjectRequest) async throws(ProjectError) -> ProjectReport {
    var report = try await survey(request)
    await describeRepository(&report)
    return report
  }

  /// Fills the report but for the branch, which only a screen shows.
  package func survey(_ request: ProjectRequest) async throws(ProjectError) -> ProjectReport {
    guard (try? FileStatus.following(request.directory))?.kind == .directory else {
      throw .noFolder(request.directory)
    }
    let survey = EnvFileSurvey(request, environment: environment)
    let target = try survey.target()
    let findings = try await PlanInputsReading(git: git)
      .findings(directory: request.directory, envFileName: target.name)
    var report = ProjectReport(
      directory: request.directory,
      home: environment["HOME"] ?? "",
      git: findings,
      envFiles: survey.reports,
      target: target,
      sources: survey.sources,
      app: survey.app(preferring: target.name),
      appInShell: survey.appInShell,
      wantedScopes: survey.wantedScopes(),
      writability: Self.writability(in: request.directory, envFileName: target.name)
    )
    report.addresses = survey.addresses
    report.pin = survey.pin()
    report.elsewhere = survey.elsewhere
    report.direnv = survey.direnv
    describeFolder(&report)
    return report
  }

  private func describeRepository(_ report: inout ProjectReport) async {
    guard case .repository = report.git.availability else { return }
    report.branch = (try? await git.branch(in: report.directory)) ?? nil
  }

  private func describeFolder(_ report: inout ProjectReport) {
    let markers = ProjectMarkers(report.directory)
    var root: String?
    if case .repository(let top) = report.git.availability { root = top }
    let judgement = FolderJudgement(of: markers, home: report.home, root: root)
    report.language = markers.language
    report.concerns = judgement.concerns
    report.offers = judgement.offers
  }

  private static func writability(in directory: String, envFileName: String) -> [WriteTarget] {
    [".gitignore", envFileName, EnvFileName.example].map { name in
      let path = EnvFileName.path(of: name, in: directory)
      return WriteTarget(name: name, problem: WriteProbe.problem(at: path))
    }
  }
}
