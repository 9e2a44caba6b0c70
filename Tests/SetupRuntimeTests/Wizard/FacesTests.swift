import AttioSandbox
import Ground
import SetupRuntime
import TestSupport
import Testing

@testable import SetupCore

/// The full screen and the line mode are two faces of one machine: the same script ends in the same
/// state and the same files.
@Suite(.alone) struct FacesTests {
  struct Script: Sendable, CustomTestStringConvertible {
    let name: String
    var files: [String: String] = [:]
    let acts: [FaceAct]
    let step: WizardStep
    var exitCode: Int32?

    var testDescription: String { name }
  }

  private static let port = (try? RawSocket.unusedPort()) ?? 0
  private static let token = SandboxScenario.full.token
  private static let toScopes = [FaceAct.enter, .paste(token), .enter]

  static let scripts = [
    Script(
      name: "defaults to the end",
      acts: toScopes + [.enter, .enter, .enter],
      step: .done,
      exitCode: 0
    ),
    Script(
      name: "the first query and a starter client",
      acts: toScopes + [
        .enter, .enter, FaceAct("2", .key(.down), .key(.enter)), .enter, .back,
        FaceAct("3", .key(.down), .key(.enter)), FaceAct("3", .key(.down), .key(.enter)), .enter,
        .enter,
      ],
      step: .done,
      exitCode: 0
    ),
    Script(
      name: "a preset, a row, a switched entry",
      acts: toScopes + [
        .letter("p"),
        FaceAct("5", .key(.down), .key(.down), .key(.down), .key(.down), .key(.character(" "))),
        .enter,
        FaceAct("1", .key(.character(" "))),
        .enter, .enter,
      ],
      step: .done,
      exitCode: 0
    ),
    Script(
      name: "back and forth with the answers kept",
      acts: toScopes + [
        .letter("p"), .back, .back, .enter, .enter, .enter, .back, .enter, .enter, .enter,
      ],
      step: .done,
      exitCode: 0
    ),
    Script(
      name: "a dead token, then another",
      acts: [
        .enter, .paste(SandboxScenario.inactive.token), .paste(token), .enter, .enter, .enter,
        .enter,
      ],
      step: .done,
      exitCode: 0
    ),
    Script(
      name: "a paste that is no token",
      acts: [.enter, .paste("op://vault/attio/token"), .paste(token), .enter, .enter],
      step: .review
    ),
    Script(
      name: "keep the token of the file",
      files: [".env": "A=1\nATTIO_API_KEY=\(token)\n"],
      acts: [.enter, .enter, .enter, .enter, .enter],
      step: .done
    ),
    Script(
      name: "help, and leaving from the first step",
      acts: [.letter("?"), .enter, .back, .enter],
      step: .project,
      exitCode: 130
    ),
    Script(
      name: "two workspaces by the app",
      files: [".env": "ATTIO_REDIRECT_URI=http://127.0.0.1:PORT/callback\n"],
      acts: app + [
        .enter, .enter, .enter, answer("approve"), .letter("n"),
        answer("approve&sandbox_workspace=2"), .enter,
      ],
      step: .done,
      exitCode: 0
    ),
    Script(
      name: "denied, then left",
      files: [".env": "ATTIO_REDIRECT_URI=http://127.0.0.1:PORT/callback\n"],
      acts: app + [
        .enter, .enter, .enter, answer("deny"), FaceAct("2", .key(.down), .key(.enter)),
      ],
      step: .apply,
      exitCode: 1
    ),
    Script(
      name: "a filter",
      acts: toScopes + [
        .letter("/"), FaceAct("note", .paste(FileContent("note")), .key(.enter)),
        FaceAct("1", .key(.character(" "))), .back, .enter, .enter, .enter,
      ],
      step: .done,
      exitCode: 0
    ),
  ]

  /// The second step's last choice, and the app's two values; the redirect URI stands in the file.
  private static let app: [FaceAct] = [
    .enter, FaceAct("2", .key(.down), .key(.enter)), .enter,
    FaceAct(Sandbox.clientID, .paste(FileContent(Sandbox.clientID)), .key(.enter)),
    .paste(Sandbox.clientSecret), .enter,
  ]

  /// The address at which a browser ends that cannot come back.
  private static func answer(_ decision: String) -> FaceAct {
    .paste { state in
      let link = try #require(state.link?.offer.attempt.url)
      let rest = link.drop { $0 != ":" }.dropFirst(3)
      let port = try #require(Int(rest.drop { $0 != ":" }.dropFirst().prefix { $0.isNumber }))
      let answer = try await RawHTTPClient(port: port)
        .request("GET", rest.drop { $0 != "/" } + "&sandbox=" + decision)
      return try #require(answer.header("Location"))
    }
  }

  @Test(.timeLimit(.minutes(60)), arguments: scripts)
  func `both faces come to the same end`(script: Script) async throws {
    let sandbox = try await Sandbox().start()
    do {
      let screen = try await run(script, by: .screen, sandbox)
      let lines = try await run(script, by: .lines, sandbox)
      #expect(screen == lines)
    } catch {
      await sandbox.stop()
      throw error
    }
    await sandbox.stop()
  }

  private func run(
    _ script: Script,
    by face: FaceRun.Face,
    _ sandbox: RunningSandbox
  ) async throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.makeFolder("shop")
    try folder.makeFolder("home")
    try folder.write("shop/package.json", "{}\n")
    for (name, text) in script.files {
      let text = text.replacing("PORT", with: "\(Self.port)")
      try folder.write("shop/\(name)", text, mode: 0o600)
    }
    let run = try FaceRun(in: folder["shop"], home: folder["home"], sandbox: sandbox)
    try await run.perform(script.acts, by: face)
    #expect(run.state.step == script.step)
    #expect(run.state.hall.outcome?.exitCode == script.exitCode)
    return run.result
  }
}

extension WizardState {
  /// The link on the screen.
  fileprivate var link: ConnectLink? {
    if case .connect(let room) = place { room.link } else { nil }
  }
}
