import SetupCore
import SystemPackage

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
    if let named = request.envFileName, !candidates.contains(named), EnvFileName.isInside(named) {
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
      guard EnvFileName.isInside(named) else { throw .envFileOutside(named) }
      return EnvTarget(name: named, reason: .named)
    }
    if let holder = files.first(where: { $0.report.assignments > 0 }) {
      return EnvTarget(name: holder.report.name, reason: .holdsVariable)
    }
    return EnvTarget(name: EnvFileName.standard, reason: .standard)
  }

  /// The scopes that the example's `attio-scopes` comment names; nil without one.
  func wantedScopes() -> [String]? {
    let path = FilePath(request.directory).appending(EnvFileName.example).string
    guard let example = try? FileReader.snapshot(of: path), example.kind == .file,
      let scopes = try? EnvFileFindings(in: example.content, variable: request.variable).scopes
    else { return nil }
    return scopes.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Reads one env file; nil for one that is not there.
  private static func survey(
    _ name: String,
    _ request: ProjectRequest
  ) -> (EnvFileReport, Secret?)? {
    let path = FilePath(request.directory).appending(name).string
    do {
      let file = try FileReader.snapshot(of: path)
      switch file.kind {
      case .missing:
        return nil
      case .directory, .other:
        let problem = "\(name) is not a regular file."
        return (EnvFileReport(name: name, assignments: 0, problem: problem), nil)
      case .file:
        let findings = try EnvFileFindings(in: file.content, variable: request.variable)
        return (EnvFileReport(name: name, assignments: findings.assignments), findings.value)
      }
    } catch let error as FileReadError {
      return (EnvFileReport(name: name, assignments: 0, problem: error.message), nil)
    } catch {
      let problem = (error as? DotenvError)?.message(file: name)
      return (EnvFileReport(name: name, assignments: 0, problem: problem), nil)
    }
  }
}
