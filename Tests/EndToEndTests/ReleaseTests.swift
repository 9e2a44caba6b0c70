import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What `make release` made, which `make test-package` does before the tests, and its installation.
@Suite(.alone) struct ReleaseTests {
  private static let dist = "\(Repository.root)/.build/dist"
  private static let program = "\(dist)/root/bin/attio-setup"

  /// Runs a tool, and gives its answer however it ends.
  private static func answer(
    of name: String,
    _ arguments: [String],
    in project: ScratchProject
  ) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest(
        name,
        arguments,
        directory: project.directory,
        environment: project.environment,
        timeLimit: .seconds(120)
      )
    )
  }

  @Test func `the released program is the one that was tested`() async throws {
    try await ScratchProject.with { project in
      let version = try await Program.run(["--version"], in: project).text
      #expect(try await Program.tool(Self.program, ["--version"], in: project) == version)
      let help = try await Program.run(["--experimental-dump-help"], in: project).text
      let released = try await Program.tool(Self.program, ["--experimental-dump-help"], in: project)
      #expect(released == help, "Build it again: make release")
      let applied = try await Program.tool(Self.program, ["apply", "--sandbox"], in: project)
      #expect(applied.contains("Connected") && project.text(".env") != nil)
    }
  }

  @Test func `the released files have their version in their names, and checksums that fit`()
    async throws
  {
    try await ScratchProject.with { project in
      let version = try await Program.run(["--version"], in: project).text
      let machine = try await Program.tool("uname", ["-m"], in: project)
      let name = "attio-setup-\(version)-linux-\(machine)"
      let check = "cd '\(Self.dist)' && sha256sum --check --strict SHA256SUMS"
      let sums = try await Program.tool("sh", ["-c", check], in: project)
      let checked = sums.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
      #expect(checked.sorted().starts(with: [name, "\(name).tar.gz"]))
      try await Program.tool("tar", ["-xf", "\(Self.dist)/\(name).tar.gz"], in: project)
      let unpacked = "\(project.directory)/\(name)"
      #expect(
        try await Program.tool("\(unpacked)/bin/attio-setup", ["--version"], in: project) == version
      )
      for file in [
        "doc/attio-setup/LICENSE", "doc/attio-setup/THIRD-PARTY.txt", "man/man1/attio-setup.1",
      ] {
        #expect(FileManager.default.contents(atPath: "\(unpacked)/share/\(file)")?.isEmpty == false)
      }
      try await Program.tool(
        "cmp",
        ["\(unpacked)/bin/attio-setup", "\(Self.dist)/\(name)"],
        in: project
      )
    }
  }

  @Test func `a program that needs more than it may is not released`() async throws {
    try await ScratchProject.with { project in
      let check = "\(Repository.root)/Scripts/check-program.sh"
      let good = try await Self.answer(of: check, [Self.program], in: project)
      #expect(good.status == .exited(0) && good.errorText.isEmpty)
      try project.write("import Foundation\nprint(Process().isRunning)\n", to: "main.swift")
      try await Program.tool(
        "swiftc",
        ["-static-stdlib", "-Xlinker", "-s", "main.swift", "-o", "large"],
        in: project
      )
      let large = try await Self.answer(of: check, ["large"], in: project)
      #expect(large.status == .exited(1) && large.errorText.contains("full Foundation is linked"))
      let curl = try await Program.tool("sh", ["-c", "command -v curl"], in: project)
      let linked = try await Self.answer(of: check, [curl], in: project)
      #expect(linked.status == .exited(1) && linked.errorText.contains("it needs lib"))
    }
  }

  @Test func `an installation is five files, and taking it away takes those alone`() async throws {
    try await ScratchProject.with(git: false, files: [:]) { project in
      let script = "\(Repository.root)/Scripts/install.sh"
      let prefix = "\(project.directory)/a prefix"
      let other = "\(prefix)/share/man/man1/other.1"
      func files() async throws -> [String] {
        let found = try await Program.tool(
          "find",
          [".", "-type", "f", "-printf", "%m %p\n"],
          in: project
        )
        return found.split(separator: "\n").map(String.init).sorted()
      }
      try await Program.tool("install", ["-D", "-m", "644", "/dev/null", other], in: project)
      let before = try await files()
      try await Program.tool(script, ["install", prefix], in: project)
      let share = "644 ./a prefix/share"
      #expect(
        try await files()
          == (before + [
            "755 ./a prefix/bin/attio-setup", "\(share)/man/man1/attio-setup.1",
            "\(share)/bash-completion/completions/attio-setup",
            "\(share)/zsh/site-functions/_attio-setup",
            "\(share)/fish/vendor_completions.d/attio-setup.fish",
          ]).sorted()
      )
      try await Program.tool(script, ["uninstall", prefix], in: project)
      #expect(try await files() == before)
    }
  }

  @Test func `the scripts are written as a shell of any system reads them`() async throws {
    try await ScratchProject.with { project in
      let line = "shellcheck '\(Repository.root)'/Scripts/*.sh"
      let answer = try await Self.answer(of: "sh", ["-c", line], in: project)
      #expect(answer.status == .exited(0), "\(answer.text)")
    }
  }
}
