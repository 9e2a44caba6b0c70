import Ground
import SetupCore

/// Stands for a value that is no text: it is there, and nothing that could be sent.
private let unreadable = Secret("\u{FFFD}")

/// What the env files of a folder and the shell say about the token's variable and those of the app.
struct EnvFileSurvey {
  /// What one env file says.
  private struct File {
    var report: EnvFileReport
    var value: Secret?
    var app = AppSettings()
    var holdsApp = false
    var addresses: [AddressInFile] = []
  }

  private let request: ProjectRequest
  private let environment: [String: String]
  private let files: [File]
  /// The files that look like env files and hold the variable, and that no program loads by itself.
  let elsewhere: [String]
  /// The file of direnv that gave the shell the variable, or a copy of an env file's.
  let direnv: DirenvSource?

  init(_ request: ProjectRequest, environment: [String: String]) {
    self.request = request
    self.environment = environment
    let markers = ProjectMarkers(request.directory)
    let manifest = ["package.json", "composer.json"].compactMap(markers.text(of:)).joined()
    let loading = EnvLoading(names: markers.names, manifest: manifest)
    var candidates = loading.files
    if let named = request.envFileName, !candidates.contains(named) {
      // Who names a file has a program that is told to load it.
      candidates.insert(named, at: 0)
    }
    files = candidates.compactMap { Self.survey($0, request) }
    let others = markers.names.filter { name in
      EnvFileName.isEnvLike(name) && !candidates.contains(name)
        && TemporaryFileName.purpose(of: name) == nil
    }
    elsewhere = others.sorted().filter { name in
      Self.survey(name, request).map { Self.holdsValue($0) } ?? false
    }
    direnv = Self.direnv(request, environment: environment)
  }

  /// The env files that exist.
  var reports: [EnvFileReport] { files.map(\.report) }

  /// The places where the variable stands, the one that wins first: the shell's beats every file's.
  ///
  /// One that is set to nothing wins, too, because loaders keep what is set.
  var sources: [TokenSource] {
    let shell = environment[request.variable].map {
      TokenSource(place: .environment, value: Secret($0))
    }
    let files = files.compactMap { file in
      file.value.map { TokenSource(place: .envFile(file.report.name), value: $0) }
    }
    return [shell].compactMap(\.self) + files
  }

  /// The addresses of Attio's that the files set.
  var addresses: [AddressInFile] { files.flatMap(\.addresses) }

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
      try Self.confirm(named, in: request.directory)
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
  ///
  /// Somebody else may have written it: what has another form than a scope's name is none.
  func wantedScopes() -> [String]? {
    exampleComment("attio-scopes").map { ScopeSet.names(in: $0).filter(Scope.isName) }
  }

  /// The workspace that the example's `attio-workspace` comment names; nil without one.
  func pin() -> WorkspacePin? {
    WorkspacePin(comment: exampleComment(WorkspacePin.directive))
  }

  private func exampleComment(_ name: String) -> String? {
    let path = EnvFileName.path(of: EnvFileName.example, in: request.directory)
    guard let example = try? FileReader.snapshot(of: path), example.kind == .file else {
      return nil
    }
    return try? DotenvDocument(parsing: example.content).directive(name)
  }

  /// Stops where what was named is no env file.
  private static func confirm(_ name: String, in directory: String) throws(ProjectError) {
    guard EnvFileName.isUsable(name) else { throw .unusableName(name) }
    if let refusal = EnvFileName.refusal(of: name) { throw .notAnEnvFile(name, refusal) }
    // What cannot be read is said where it is to be read.
    guard
      let file = try? FileReader.snapshot(of: EnvFileName.path(of: name, in: directory)),
      file.kind == .file
    else { return }
    let isOfGit = file.resolvedPath.split(separator: "/").contains(".git")
    if isOfGit { throw .notAnEnvFile(name, .git) }
    guard let document = try? DotenvDocument(parsing: file.content) else { return }
    if let refusal = EnvFileName.refusal(of: document, named: name) {
      throw .notAnEnvFile(name, refusal)
    }
  }

  /// Whether a file that nobody loads holds a value; in an example a gap to fill in is none.
  private static func holdsValue(_ file: File) -> Bool {
    guard let value = file.value, !value.isEmpty else { return false }
    guard EnvFileName.isExample(file.report.name) else { return true }
    guard case .token(let length) = TokenShape.of(value.reveal()) else { return false }
    return length >= 32
  }

  /// Finds where direnv has the shell's variable from; nil where it did not set it.
  private static func direnv(
    _ request: ProjectRequest,
    environment: [String: String]
  ) -> DirenvSource? {
    guard let value = environment[request.variable] else { return nil }
    let path =
      environment["DIRENV_FILE"].flatMap { $0.isEmpty ? nil : $0 }
      ?? EnvFileName.path(of: EnvFileName.direnv, in: request.directory)
    guard let file = try? FileReader.snapshot(of: path), file.kind == .file,
      let document = try? DotenvDocument(parsing: file.content)
    else { return nil }
    let isOwn = path == EnvFileName.path(of: EnvFileName.direnv, in: request.directory)
    let name = isOwn ? EnvFileName.direnv : path
    if document.value(of: request.variable) == Secret(value) { return .sets(file: name) }
    guard environment["DIRENV_DIFF"]?.isEmpty == false, document.loadsEnvFiles else { return nil }
    return .loads(file: name)
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
          value: document.assignments(of: request.variable).last.map { $0.value ?? unreadable },
          app: AppSettings(reading: document.value(of:)),
          holdsApp: [AppSettings.clientIDVariable, AppSettings.clientSecretVariable]
            .contains { !document.assignments(of: $0).isEmpty },
          addresses: AddressInFile.hosts.keys.sorted().compactMap { variable in
            guard let value = document.value(of: variable), !value.isEmpty else { return nil }
            return AddressInFile(file: name, variable: variable, value: value.reveal())
          }
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
