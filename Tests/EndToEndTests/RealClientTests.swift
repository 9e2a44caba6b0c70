import AttioSandbox
import FoundationEssentials
import Ground
import SetupRuntime
import TestSupport
import Testing

/// Clients that others wrote, against the sandbox: what works there works here.
@Suite(.alone) struct RealClientTests {
  /// What one call came to.
  private struct Call: Decodable {
    var call: String
    var right: Bool
    var error: String?
  }

  @Test func `the package attio, which checks every answer, makes each of the 97 operations`()
    async throws
  {
    let calls = try await Self.run("attio_calls.py")
    #expect(calls.count == 106)
    let wrong = calls.filter { !$0.right }
    // It follows the redirect of a download and then wants the redirect itself: its own fault.
    #expect(wrong.map(\.call) == ["download"], "\(wrong)")
    #expect(wrong.first?.error?.contains("Status 200 Content-Type text/plain") == true)
  }

  @Test func `the package py-attio has all its 56 methods answered as Attio does`() async throws {
    let calls = try await Self.run("py_attio_calls.py")
    #expect(calls.count == 56)
    #expect(calls.filter { !$0.right }.isEmpty, "\(calls.filter { !$0.right })")
  }

  /// Runs a script with the interpreter into which the packages were installed.
  private static func run(_ script: String) async throws -> [Call] {
    let folder = "\(#filePath)".replacing("RealClientTests.swift", with: "RealClients")
    let root = folder.replacing("/Tests/EndToEndTests/RealClients", with: "")
    let python = "\(root)/.build/real-clients/bin/python"
    try #require(
      FileManager.default.isExecutableFile(atPath: python),
      "The clients are installed by Scripts/install-tools.sh test"
    )
    let sandbox = try await Sandbox().start()
    let answer = try await ScratchProject.with(files: [:]) { project in
      try await StarterProject.shell(
        "exec '\(python)' -B '\(folder)/\(script)'",
        environment: [
          "ATTIO_API_KEY": SandboxScenario.full.token, "SANDBOX_URL": sandbox.appURL,
        ],
        in: project
      )
    }
    await sandbox.stop()
    #expect(answer.status == .exited(0), "\(answer.errorText)")
    return try answer.text.split(separator: "\n").map {
      try JSONDecoder().decode(Call.self, from: Data($0.utf8))
    }
  }
}
