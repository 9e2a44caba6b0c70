import SetupCore

/// What the env files of a folder and the shell say about the token's variable and those of the app.
struct EnvFileSurvey {
  /// What one env file says.
  private struct File {
    var report: EnvFileReport
    var value: Secret?
    var app = AppSettings()
    var holdsApp = false
  }

  private let request: ProjectRequest
  private let environment: [String: String]
  private let files: [File]

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

  /// The app as the shell's variables name it.
  var appInShell: AppSettings {
    AppSettings { environment[$0].map(Secret.init) }
  }

  /// The app as the env files name it, the preferred file first; what another file says counts only
  /// as far as it contradicts nothing, because the id of one app and the secret of another are
  /// worth nothing together.
  func app(preferring name: String) -> AppSettings {
    let preferred = files.filter { $0.report.name == name }
    let others = files.filter { $0.report.name != name }
    return (preferred + others).map(\.app).reduce(AppSettings()) { app, other in
      app.isSameApp(as: other) ? app.filled(from: other) : app
    }
  }

  /// The env file to write: the one named, else where the variable stands, else where the app
  /// stands, else `.env`; for an app the two in the middle change places.
  func target() throws(ProjectError) -> EnvTarget {
    if let named = request.envFileName {
      guard EnvFileName.isUsable(named) else { throw .unusableName(named) }
      return EnvTarget(name: named, reason: .named)
    }
    let ofToken = files.first { $0.report.assignments > 0 }
      .map { EnvTarget(name: $0.report.name, reason: .holdsVariable) }
    let ofApp = files.first(where: \.holdsApp)
      .map { EnvTarget(name: $0.report.name, reason: .holdsApp) }
    let standard = EnvTarget(name: EnvFileName.standard, reason: .standard)
    return switch request.purpose {
    case .token: ofToken ?? ofApp ?? standard
    case .app: ofApp ?? ofToken ?? standard
    }
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
  private static func survey(_ name: String, _ request: ProjectRequest) -> File? {
    do {
      let file = try FileReader.snapshot(of: EnvFileName.path(of: name, in: request.directory))
      switch file.kind {
      case .missing:
        return nil
      case .directory, .other:
        let problem = "\(name) is not a regular file."
        return File(report: EnvFileReport(name: name, assignments: 0, problem: problem))
      case .file:
        let document = try DotenvDocument(parsing: file.content)
        let count = document.assignments(of: request.variable).count
        return File(
          report: EnvFileReport(name: name, assignments: count),
          value: document.value(of: request.variable),
          app: AppSettings(reading: document.value(of:)),
          holdsApp: [AppSettings.clientIDVariable, AppSettings.clientSecretVariable]
            .contains { !document.assignments(of: $0).isEmpty }
        )
      }
    } catch {
      let problem = (error as? FileReadError)?.message
      let content = (error as? DotenvError)?.message(file: name)
      return File(report: EnvFileReport(name: name, assignments: 0, problem: problem ?? content))
    }
  }
}

extension AppSettings {
  /// Whether id and secret, where both name them, are the same.
  fileprivate func isSameApp(as other: AppSettings) -> Bool {
    let isOtherID = clientID != nil && other.clientID != nil && clientID != other.clientID
    let isOtherSecret =
      clientSecret != nil && other.clientSecret != nil && clientSecret != other.clientSecret
    return !isOtherID && !isOtherSecret
  }
}
