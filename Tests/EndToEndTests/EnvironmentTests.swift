import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// Variables of the shell that are other programs' too.
@Suite(.alone) struct EnvironmentTests {
  @Test(arguments: [
    ("true", true), ("1", true), ("woodpecker", true), ("", false), ("false", false),
    ("FALSE", false), ("0", false), ("no", false),
  ])
  func `CI counts where it does not say no`(value: String, counts: Bool) async throws {
    try await ScratchProject.with(git: false) { project in
      let answer = try await Program.run([], in: project, environment: ["CI": value])
      #expect(answer.status == .exited(64))
      #expect(answer.errorText.contains("CI is set") == counts)
      #expect(answer.errorText.contains("There is no terminal") == !counts)
    }
  }

  @Test(arguments: [
    ("apply --sandbox --dry-run", 0), ("status --sandbox", 1), ("status --offline", 1),
    ("workspaces list", 0), ("client --language go", 0), ("scopes", 0),
    ("apply --token-stdin --no-verify --dry-run", 0),
    ("status", 3), ("apply --token-stdin", 3), ("workspaces check", 3),
    ("connect --no-input --client-id x", 3),
    ("status --base-url http://127.0.0.1:9/v2", 1), ("--ca-bundle", 64),
    ("status --offline --ca-bundle /nonexistent", 3),
  ])
  func `SSL_CERT_FILE matters where a connection is made`(words: String, code: Int32) async throws {
    try await ScratchProject.with(git: false) { project in
      let answer = try await Program.run(
        words.split(separator: " ").map(String.init),
        in: project,
        input: SandboxScenario.full.token,
        environment: ["SSL_CERT_FILE": "/nonexistent/ca.pem"]
      )
      #expect(answer.status == .exited(code), "\(answer.errorText)")
      let isNamed = answer.errorText.contains("SSL_CERT_FILE cannot be read: /nonexistent/ca.pem")
      #expect(isNamed == (code == 3 && !words.contains("--ca-bundle")))
    }
  }
}
