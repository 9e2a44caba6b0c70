#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A project in a folder of its own, with a home and an environment of its own.
struct ScratchProject {
  /// The folder that holds project, home and state.
  let root: String
  /// The project.
  let directory: String
  /// The whole environment of the programs that run in it.
  let environment: [String: String]

  /// Makes the project, runs the test's body, and removes everything.
  static func with<Result>(
    git: Bool = true,
    files: [String: String] = ["package.json": "{}\n"],
    root: String = "/tmp/attio-setup-test-\(UInt64.random(in: .min ... .max))",
    name: String = "shop",
    _ body: (ScratchProject) async throws -> Result
  ) async throws -> Result {
    let project = try ScratchProject(root: root, name: name)
    defer { try? FileManager.default.removeItem(atPath: project.root) }
    for (name, text) in files { try project.write(text, to: name) }
    if git { try await Program.tool("git", ["init", "-q", "-b", "main"], in: project) }
    return try await body(project)
  }

  private init(root: String, name: String) throws {
    self.root = root
    directory = "\(root)/\(name)"
    try FileManager.default.createDirectory(
      atPath: directory,
      withIntermediateDirectories: true
    )
    try FileManager.default.createDirectory(
      atPath: root + "/home",
      withIntermediateDirectories: true
    )
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    environment = [
      "PATH": path,
      "HOME": root + "/home",
      "LANG": "C.UTF-8",
      "TERM": "xterm-256color",
      "XDG_STATE_HOME": root + "/state",
      "TMUX_TMPDIR": root,
      "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.invalid",
      "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.invalid",
    ]
  }

  /// Writes a file of the project.
  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(directory)/\(name)", atomically: false, encoding: .utf8)
  }

  /// The text of a file of the project, nil where there is none.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(directory)/\(name)")
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The permission bits of a file of the project.
  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")[.posixPermissions]
      as? Int
  }

  /// The names in the project's folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }
}
