package import SetupCore
import SystemPackage

/// What the user chose, from which a plan is made.
package struct PlanRequest: Equatable, Sendable {
  /// The absolute path of the project's folder.
  package var directory: String
  /// The env file, relative to the folder.
  package var envFileName: String
  /// The variable that holds the token.
  package var variable: String
  /// The token to write, nil to keep the value that is there.
  package var token: Secret?
  /// The scopes that the project wants, in the catalogue's order.
  package var wantedScopes: [String]
  /// Whether the user asked to take a tracked env file out of git's index.
  package var untrack: Bool

  /// Collects the choices.
  package init(
    directory: String,
    envFileName: String,
    variable: String = "ATTIO_API_KEY",
    token: Secret?,
    wantedScopes: [String] = [],
    untrack: Bool = false
  ) {
    self.directory = directory
    self.envFileName = envFileName
    self.variable = variable
    self.token = token
    self.wantedScopes = wantedScopes
    self.untrack = untrack
  }
}

/// Collects from disk and git what a plan is made from; changes nothing.
package struct PlanInputsReading: Sendable {
  private let git: Git

  /// Makes a reader.
  package init(git: Git) {
    self.git = git
  }

  /// Gives the inputs for a request.
  package func planInputs(for request: PlanRequest) async throws(ProjectError) -> PlanInputs {
    let directory = request.directory
    guard EnvFileName.isInside(request.envFileName) else {
      throw .envFileOutside(request.envFileName)
    }
    let findings = try await findings(directory: directory, envFileName: request.envFileName)
    return PlanInputs(
      variable: request.variable,
      token: request.token,
      wantedScopes: request.wantedScopes,
      envFileName: request.envFileName,
      envFile: try snapshot(request.envFileName, in: directory),
      ignoreFile: try snapshot(".gitignore", in: directory),
      example: try snapshot(EnvFileName.example, in: directory),
      git: findings,
      untrack: request.untrack
    )
  }

  /// Asks git about the sample names and the env file.
  func findings(
    directory: String,
    envFileName: String
  ) async throws(ProjectError) -> GitFindings {
    // An env file that cannot be read is reported elsewhere; git can be asked all the same.
    let envFile =
      (try? snapshot(envFileName, in: directory)) ?? FileSnapshot(path: envFileName, kind: .other)
    var names = [".env", ".env.local", ".env.production.local", EnvFileName.example]
    if !names.contains(envFileName) { names.insert(envFileName, at: 0) }
    do throws(GitError) {
      var findings = GitFindings(availability: try await git.availability(of: directory))
      guard case .repository = findings.availability else { return findings }
      findings.ignored = try await git.checkIgnore(names, in: directory)
      findings.isEnvFileTracked = try await git.tracks(envFile, named: envFileName, in: directory)
      return findings
    } catch {
      throw .git(error)
    }
  }

  private func snapshot(_ name: String, in directory: String) throws(ProjectError) -> FileSnapshot {
    do throws(FileReadError) {
      return try FileReader.snapshot(of: FilePath(directory).appending(name).string)
    } catch {
      throw .unreadable(error)
    }
  }
}
