import AttioAPI
import AttioSandbox
import Ground
import SetupRuntime
import Testing

@testable import SetupCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One act of a script, as a person does it in the full screen and in line mode.
struct FaceAct: Sendable {
  let keys: [InputEvent]
  let line: String
  /// What is pasted, where it depends on what the screen says.
  private(set) var pasting: (@Sendable (WizardState) async throws -> String)?

  init(_ line: String, _ keys: InputEvent...) {
    self.line = line
    self.keys = keys
  }

  /// Pastes what comes of the state, such as the answer to the link that is shown.
  static func paste(_ text: @escaping @Sendable (WizardState) async throws -> String) -> FaceAct {
    var act = FaceAct("")
    act.pasting = text
    return act
  }

  /// The act in this state.
  func resolved(_ state: WizardState) async throws -> FaceAct {
    guard let pasting else { return self }
    return .paste(try await pasting(state))
  }

  static let enter = FaceAct("", .key(.enter))
  static let back = FaceAct("b", .key(.escape))
  static func letter(_ letter: Character) -> FaceAct {
    FaceAct("\(letter)", .key(.character(letter)))
  }
  static func paste(_ text: String) -> FaceAct { FaceAct(text, .paste(FileContent(text))) }
}

/// A run of the real wizard on real files against the real sandbox, by one of its two faces.
final class FaceRun {
  enum Face { case screen, lines }

  let folder: String
  private(set) var state: WizardState
  private let performer: EffectPerformer
  private let stream: AsyncStream<WizardEvent>
  private let post: AsyncStream<WizardEvent>.Continuation

  init(
    in folder: String,
    home: String,
    sandbox: RunningSandbox,
    environment: [String: String] = [:]
  ) throws {
    self.folder = folder
    performer = EffectPerformer(world: try Self.world(home: home, sandbox, environment))
    (stream, post) = AsyncStream.makeStream()
    state = WizardState(options: WizardOptions(directory: folder, apiHost: "the sandbox"))
  }

  /// A shell with these variables besides the few that every one has, and the sandbox as Attio.
  static func world(
    home: String,
    _ sandbox: RunningSandbox,
    _ environment: [String: String] = [:]
  ) throws -> SetupWorld {
    let transport = Transport.curl(try .isolated())
    let api = try BaseURL(parsing: sandbox.apiURL)
    let client = AttioClient(base: api, transport: transport)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let usual = [
      "PATH": path, "HOME": home, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    ]
    return SetupWorld(
      environment: usual.merging(environment) { $1 },
      verifier: AttioVerifier(client: client, timeoutSeconds: 10),
      api: api,
      authorizationServer: OAuthClient(
        app: try BaseURL(parsing: sandbox.appURL),
        transport: transport
      )
    )
  }

  /// Pastes where a token is asked for and otherwise presses Enter, until the last screen, an end, or
  /// a screen that Enter does not change.
  func pressThrough(pasting token: String, by face: Face) async throws {
    try await perform([], by: face)
    var hasPasted = false
    for _ in 0..<12 where state.hall.outcome == nil && state.step != .done {
      let before = state
      if state.step == .token, !hasPasted {
        hasPasted = true
        try await act(.paste(token), by: face)
      } else {
        try await act(.enter, by: face)
      }
      if state == before { break }
      // The project stays as it is, and what was pasted is taken back.
      if hasPasted, state.step == .token, state.token.field.isEmpty { break }
    }
  }

  /// Does a whole script; each act begins when nothing is waited for.
  func perform(_ script: [FaceAct], by face: Face) async throws {
    send(.input(.resize(Size(columns: 80, rows: 24))))
    try await settle()
    for step in script { try await act(step, by: face) }
  }

  private func act(_ step: FaceAct, by face: Face) async throws {
    let act = try await step.resolved(state)
    switch face {
    case .screen: for input in act.keys { send(.input(input)) }
    case .lines:
      let page = WizardScreen.linePage(state)
      guard case .inputs(let inputs) = LineAnswer.meaning(of: FileContent(act.line), on: page)
      else {
        Issue.record("'\(act.line)' means nothing at \(page.title)")
        return
      }
      for input in inputs { send(.input(input)) }
    }
    try await settle()
  }

  private func send(_ event: WizardEvent) {
    for effect in WizardReducer.reduce(&state, event) {
      performer.perform(effect) { [post] event in post.yield(event) }
    }
  }

  private func settle() async throws {
    var events = stream.makeAsyncIterator()
    while state.hall.desk.waiting != nil, state.hall.outcome == nil {
      send(try #require(await events.next()))
    }
  }

  /// What a run came to, free of what differs by place and time.
  var result: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let contents = files.filter { $0 != ".git" }.sorted().map { name in
      let path = "\(folder)/\(name)"
      let text = FileManager.default.contents(atPath: path).map {
        String(decoding: $0, as: UTF8.self)
      }
      let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions]
      return "\(name) \(mode.map { "\($0)" } ?? "?") \(text ?? "?")"
    }
    let told = WizardSummary.lines(state) + WizardScreen.linePage(state).lines
    return contents + told.map { $0.replacing(folder, with: "FOLDER") } + [
      "step \(state.step) outcome \(state.hall.outcome.map { "\($0)" } ?? "none")",
      "wanted \(state.hall.wantedScopes) switches \(state.hall.folder.consent.switches)",
      "written \(state.hall.folder.run.written) applied \(state.hall.folder.run.applied)",
      "accepted \(state.hall.token.accepted?.reveal() ?? "nothing")",
    ]
  }
}
