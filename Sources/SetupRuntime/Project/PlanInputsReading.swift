package import SetupCore

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
    guard EnvFileName.isUsable(request.envFileName) else {
      throw .unusableName(request.envFileName)
    }
    let findings = try await findings(directory: directory, envFileName: request.envFileName)
    var inputs = PlanInputs(
      settings: request.settings,
      wantedScopes: request.wantedScopes,
      envFileName: request.envFileName,
      envFile: try snapshot(request.envFileName, in: directory),
      ignoreFile: try snapshot(".gitignore", in: directory),
      example: try snapshot(EnvFileName.example, in: directory),
      git: findings,
      untrack: request.untrack
    )
    inputs.pin = request.pin
    inputs.replacesReference = request.replacesReference
    inputs.processMask = ProcessMask.current
    inputs.consent = request.consent
    inputs.folder = try ProjectRoot(at: directory)
    inputs.linkTarget = linkTarget(of: inputs.envFile, named: request.envFileName, in: directory)
    return inputs
  }

  /// The name of the file to which a link leads, where that lies in the project.
  private func linkTarget(
    of file: FileSnapshot,
    named name: String,
    in directory: String
  ) -> String? {
    guard let folder = try? ProjectRoot(at: directory) else { return nil }
    return folder.target(of: file, named: name, ifOutside: false).flatMap(folder.relative)
  }

  /// Asks git about the sample names and the env file.
  func findings(
    directory: String,
    envFileName: String
  ) async throws(ProjectError) -> GitFindings {
    // Git would wait for somebody to write into a pipe.
    let rules = try? snapshot(".gitignore", in: directory)
    if let rules, rules.kind == .other {
      throw .notAFile(path: ".gitignore")
    }
    // An env file that cannot be read is reported elsewhere; git can be asked all the same.
    let envFile =
      (try? snapshot(envFileName, in: directory)) ?? FileSnapshot(path: envFileName, kind: .other)
    let names =
      Plan.sampleNames(envFileName: envFileName)
      + [linkTarget(of: envFile, named: envFileName, in: directory)].compactMap(\.self)
    do throws(GitError) {
      var findings = GitFindings(availability: try await git.availability(of: directory))
      guard case .repository = findings.availability else { return findings }
      async let ignored = ignoreAnswers(names, in: directory)
      async let isTracked = isTracked(envFile, named: envFileName, in: directory)
      findings.ignored = try await ignored.get()
      findings.isEnvFileTracked = try await isTracked.get()
      return findings
    } catch .tool(.cancelled) {
      throw .git(.tool(.cancelled))
    } catch {
      // One answer that is missing leaves all of it open.
      return GitFindings(availability: .refused(error.refusal))
    }
  }

  private func ignoreAnswers(
    _ names: [String],
    in directory: String
  ) async -> Result<[IgnoreAnswer], GitError> {
    do throws(GitError) {
      return .success(try await git.checkIgnore(names, in: directory))
    } catch {
      return .failure(error)
    }
  }

  private func isTracked(
    _ envFile: FileSnapshot,
    named name: String,
    in directory: String
  ) async -> Result<Bool, GitError> {
    do throws(GitError) {
      return .success(try await git.tracks(envFile, named: name, in: directory))
    } catch {
      return .failure(error)
    }
  }

  private func snapshot(_ name: String, in directory: String) throws(ProjectError) -> FileSnapshot {
    do throws(FileReadError) {
      return try FileReader.snapshot(of: EnvFileName.path(of: name, in: directory))
    } catch {
      throw .unreadable(error)
    }
  }
}
