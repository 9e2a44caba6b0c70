import Ground
internal import ProjectScan
package import SetupCore

/// Reads a project's source and tells what it calls: the files are git's list, else the folder's.
package struct CodeScanner: Sendable {
  private let git: Git
  /// The most bytes of a list of files.
  private static let listLimit = 64 * 1024 * 1024

  /// Asks git through this.
  package init(git: Git) {
    self.git = git
  }

  /// Scans the project in a folder.
  package func scan(_ directory: String) async throws(SetupError) -> CodeScan {
    var paths: [String]
    var isInGit = true
    do throws(GitError) {
      paths = try await git.sourceFiles(in: directory, limit: Self.listLimit)
    } catch {
      isInGit = false
      paths = try SourceFolder(directory).files(limit: ProjectScanner.fileLimit + 1)
    }
    // git does not list what it ignores: env files that are there matter all the same.
    let candidates = EnvFileCandidates.of(paths)
    paths += candidates.filter { SourceFolder.isFile($0, in: directory) && !paths.contains($0) }
    let ignored = isInGit ? await ignored(candidates, directory) : []
    let result = await ProjectScanner.scan(
      paths: paths,
      ignores: { ignored.contains($0) },
      read: { SourceFolder.bytes(of: $0, in: directory, limit: ProjectScanner.sizeLimit) }
    )
    return CodeScan(result)
  }

  /// Whether the project's example has the comment `# attio-scan: on`.
  package static func isWanted(in directory: String) -> Bool {
    guard let bytes = SourceFolder.bytes(of: ".env.example", in: directory, limit: 1024 * 1024)
    else {
      return false
    }
    return bytes.split(separator: 0x0A).contains { line in
      let text = String(decoding: line, as: UTF8.self).filter {
        $0 != " " && $0 != "\r" && $0 != "\t"
      }
      return text == "#attio-scan:on"
    }
  }

  private func ignored(_ names: [String], _ directory: String) async -> Set<String> {
    let answers = (try? await git.checkIgnore(names, in: directory)) ?? []
    return Set(answers.filter(\.isIgnored).map(\.name))
  }
}

extension CodeScan {
  fileprivate init(_ result: ScanResult) {
    self.init()
    calls = result.calls.map(Call.init)
    testCalls = result.testCalls.map(Call.init)
    unresolved = result.unresolved.map { Place($0.text, file: $0.file, line: $0.line) }
    variables = result.variables.map { Place($0.name, file: $0.file, line: $0.line) }
    envFile = result.envFile.map { EnvFile(path: $0.path, reason: $0.reason) }
    languages = result.languages
    framework = result.framework
    remarks = result.remarks
  }
}

extension CodeScan.Call {
  fileprivate init(_ call: ScanResult.Call) {
    self.init(
      call.requirement,
      target: call.target,
      file: call.file,
      line: call.line,
      isCertain: call.isCertain
    )
  }
}

/// The env files that a framework of the project may load.
private enum EnvFileCandidates {
  private static let names = [".env", ".env.local", ".env.development.local", ".dev.vars"]
  private static let manifests: Set<String> = [
    "package.json", "composer.json", "Gemfile", "pyproject.toml", "requirements.txt", "go.mod",
    "Cargo.toml", "mix.exs", "wrangler.toml", "wrangler.jsonc", "wrangler.json",
  ]
  private static let folderLimit = 60

  static func of(_ paths: [String]) -> [String] {
    var folders: Set<String> = [""]
    for path in paths where folders.count < folderLimit {
      let parts = path.split(separator: "/")
      guard let name = parts.last, manifests.contains(String(name)), parts.count < 6 else {
        continue
      }
      folders.insert(parts.dropLast().joined(separator: "/"))
    }
    return folders.sorted().flatMap { folder in
      names.map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
    }
  }
}
