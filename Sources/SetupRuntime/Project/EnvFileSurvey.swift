import SetupCore

/// What the env files of a folder and the shell say about the variable.
struct EnvFileSurvey {
  private let request: ProjectRequest
  private let environment: [String: String]
  private let files: [(report: EnvFileReport, value: Secret?)]

  init(_ request: ProjectRequest, environment: [String: String]) {
    self.request = request
    self.environment = environment
    let names = (try? FolderListing.names(in: request.directory)) ?? []
    var candidates = EnvFileName.candidates(among: names)
    if let named = request.envFileName, !candidates.contains(named) {
      candidates.append(named)
    }
    files = candidates.compactMap { Self.survey($0, request) }
  }

  /// The env files that exist.
  var reports: [EnvFileReport] { files.map(\.report) }

  /// The places where the token stands: a variable of the shell beats `.env.local` beats `.env`.
  var sources: [TokenSource] {
    var sources: [TokenSource] = []
    if let value = environment[request.variable], !value.isEmpty {
      sources.append(TokenSource(place: .environment, value: Secret(value)))
    }
    for file in files {
      guard let value = file.value, !value.isEmpty else { continue }
      sources.append(TokenSource(place: .envFile(file.report.name), value: value))
    }
    return sources
  }

  /// The env file to write: the one named, else where the variable stands, else `.env`.
  func target() throws(ProjectError) -> EnvTarget {
    if let named = request.envFileName {
      guard EnvFileName.isUsable(named) else { throw .unusableName(named) }
      return EnvTarget(name: named, reason: .named)
    }
    if let holder = files.first(where: { $0.report.assignments > 0 }) {
      return EnvTarget(name: holder.report.name, reason: .holdsVariable)
    }
    return EnvTarget(name: EnvFileName.standard, reason: .standard)
  }

  /// The scopes that the example's `attio-scopes` comment names; nil without one.
  func wantedScopes() -> [String]? {
    let path = EnvFileName.path(of: EnvFileName.example, in: request.directory)
    guard let example = try? FileReader.snapshot(of: path), example.kind == .file,
      let scopes = try? DotenvDocument(parsing: example.content).directive("attio-scopes")
    else { return nil }
    return scopes.split { " \t,".contains($0) }.map(String.init)
  }

  /// Reads one env file; nil for one that is not there.
  private static func survey(
    _ name: String,
    _ request: ProjectRequest
  ) -> (EnvFileReport, Secret?)? {
    do {
      let file = try FileReader.snapshot(of: EnvFileName.path(of: name, in: request.directory))
      switch file.kind {
      case .missing:
        return nil
      case .directory, .other:
        let problem = "\(name) is not a regular file."
        return (EnvFileReport(name: name, assignments: 0, problem: problem), nil)
      case .file:
        let document = try DotenvDocument(parsing: file.content)
        let count = document.assignments(of: request.variable).count
        let report = EnvFileReport(name: name, assignments: count)
        return (report, document.value(of: request.variable))
      }
    } catch {
      let problem = (error as? FileReadError)?.message
      let content = (error as? DotenvError)?.message(file: name)
      return (EnvFileReport(name: name, assignments: 0, problem: problem ?? content), nil)
    }
  }
}
