import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The Debian package that `make deb` made, in a Debian without Swift.
@Suite(.alone) struct DebianPackageTests {
  private static let inDebian = "\(Repository.root)/Scripts/in-debian.sh"

  /// Runs lines of shell as root of a fresh Debian, which may have to be fetched first.
  private static func debian(_ script: String, in project: ScratchProject) async throws -> String {
    let answer = try await ToolRunner().run(
      ToolRequest(
        inDebian,
        ["set -e; cd /root; \(script)"],
        environment: project.environment,
        timeLimit: .seconds(420)
      )
    )
    #expect(answer.status == .exited(0), "\(answer.text)\n\(answer.errorText)")
    return answer.text
  }

  private static func package() throws -> String {
    let dist = "\(Repository.root)/.build/dist"
    let names = try FileManager.default.contentsOfDirectory(atPath: dist)
    let name = try #require(names.first { $0.hasSuffix(".deb") }, "Build it with: make deb")
    return "\(dist)/\(name)"
  }

  @Test func `it says what it needs, and Debian's own checker agrees`() async throws {
    try await ScratchProject.with { project in
      let package = try Self.package()
      let version = try await Program.run(["--version"], in: project).text
      func field(_ name: String) async throws -> String {
        try await Program.tool("dpkg-deb", ["--field", package, name], in: project)
      }
      #expect(try await field("Version") == "\(version)-1")
      let sums = try await Program.tool(
        "cat",
        ["\(Repository.root)/.build/dist/SHA256SUMS"],
        in: project
      )
      #expect(sums.contains("attio-setup_\(version)-1_"))
      let needed = try await field("Depends").split(separator: ", ").map { $0.prefix { $0 != " " } }
      #expect(
        needed.sorted() == [
          "libc6", "libcurl4", "libgcc-s1", "libncursesw6", "libssl3", "libstdc++6", "libtinfo6",
        ]
      )
      let answer = try await ToolRunner().run(
        ToolRequest(
          "lintian",
          ["--allow-root", "--display-info", "--fail-on", "warning", package],
          environment: project.environment,
          timeLimit: .seconds(120)
        )
      )
      #expect(answer.status == .exited(0) && answer.text.isEmpty, "\(answer.text)")
    }
  }

  @Test func `it works in a Debian without Swift, and leaves nothing behind`() async throws {
    try await ScratchProject.with { project in
      let version = try await Program.run(["--version"], in: project).text
      let text = try await Self.debian(
        """
        files() { find / -xdev \\( -path /proc -o -path /root -o -path /var -o -path /dev \\) -prune \
          -o -print | sort; }
        files > before
        ! command -v swift && ! command -v git
        dpkg -i package/*.deb > dpkg.log
        echo "version $(attio-setup --version)"
        dpkg -V attio-setup
        mkdir shop && cd shop
        echo "apply $(attio-setup apply --sandbox | grep -c Connected)"
        echo "status $(attio-setup status --sandbox --json | grep -c '"verdict" *: *"good"')"
        attio-setup connect --sandbox --store file --no-browser --wait 1 < /dev/null 2> link || true
        echo "challenge $(grep -c '^http.*code_challenge=' link)"
        cd /usr/share
        ls man/man1/attio-setup.1.gz bash-completion/completions/attio-setup \
          zsh/vendor-completions/_attio-setup fish/vendor_completions.d/attio-setup.fish \
          doc/attio-setup/copyright doc/attio-setup/changelog.Debian.gz
        echo "page $(zcat man/man1/attio-setup.1.gz | grep -c '^.Sh NAME')"
        cd /root
        dpkg -r attio-setup > dpkg.log && dpkg --purge attio-setup >> dpkg.log 2>&1
        files > after
        diff before after && echo same
        cat shop/.env
        """,
        in: project
      )
      let lines = text.split(separator: "\n").map(String.init)
      for line in ["version \(version)", "apply 1", "status 1", "challenge 1", "page 1", "same"] {
        #expect(lines.contains(line), "\(line) is missing in:\n\(text)")
      }
      // What the user made of it is the user's.
      #expect(lines.last?.hasPrefix("ATTIO_API_KEY=") == true)
    }
  }

  @Test func `the wizard draws its first screen there`() async throws {
    try await ScratchProject.with { project in
      try await TmuxSession.withShell(project) { terminal in
        let script =
          "dpkg -i /root/package/*.deb && mkdir /root/shop && cd /root/shop && "
          + "exec attio-setup --sandbox"
        try await terminal.enter("clear; '\(Self.inDebian)' '\(script)'")
        let screen = try await terminal.wait(for: "Use this folder", within: .seconds(420))
        #expect(screen.contains("1 of 6") && screen.contains("~/shop"), "\(screen)")
        #expect(screen.contains("────"), "\(screen)")
        try await terminal.press("C-c")
        try await terminal.wait(for: "Nothing was written.")
      }
    }
  }
}
