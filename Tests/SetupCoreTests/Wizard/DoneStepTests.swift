import Ground
import TestSupport
import Testing

@testable import SetupCore

struct DoneStepTests {
  private func connected() -> WizardDriver {
    var wizard = WizardDriver()
    wizard.connect()
    return wizard
  }

  @Test func `Enter closes, and so does Esc`() {
    for key in [Key.enter, .escape] {
      var wizard = connected()
      wizard.press(key)
      #expect(wizard.state.hall.outcome?.exitCode == 0)
    }
  }

  @Test func `the first query reads the token from the file, and asks for what the workspace has`()
    throws
  {
    var wizard = WizardDriver()
    wizard.connect(Sample.verification(objects: ["deals", "companies"]))
    wizard.press(.down, .enter)
    #expect(wizard.effects.isEmpty)
    let effects = wizard.press(.enter)
    let place = VerifyRequest(
      directory: "/home/ada/code/shop",
      envFileName: ".env",
      variable: "ATTIO_API_KEY",
      wantedScopes: wizard.state.hall.wantedScopes
    )
    let request = QueryRequest(token: .envFile(place), object: "companies")
    #expect(effects == [.query(wizard.waitingID, request)])
    wizard.send(.queried(wizard.waitingID, Sample.answer))
    #expect(wizard.state.done?.answer == Sample.answer)
    wizard.press(.escape)
    #expect(wizard.state.done?.view == .overview && wizard.state.hall.outcome == nil)
  }

  @Test func `Esc stops the question, and its late answer does not count`() {
    var wizard = connected()
    wizard.press(.down, .enter, .enter)
    let id = wizard.waitingID
    #expect(wizard.press(.escape) == [.cancel(id)])
    wizard.send(.queried(id, Sample.answer))
    #expect(wizard.state.done?.answer == nil && wizard.state.done?.view == .firstQuery)
  }

  @Test func `curl and code are copied as they stand, the secret in neither`() throws {
    var wizard = connected()
    wizard.press(.down, .enter)
    guard case .copy(let curl) = try #require(wizard.press(.character("c")).first),
      case .copy(let code) = try #require(wizard.press(.character("l")).first)
    else { throw UnexpectedEffect() }
    #expect(curl.what == .command && code.what == .code)
    let start = "set -a; . ./.env; set +a\necho \"Authorization: Bearer $ATTIO_API_KEY\" \\\n"
    #expect(curl.text.hasPrefix(start + "  | curl -s -H @- "))
    #expect(code.text.contains("process.env.ATTIO_API_KEY") && code.text.hasSuffix(");\n"))
    for text in [curl.text, code.text] {
      #expect(text.contains("https://api.attio.com/v2/objects/people/records/query"))
      #expect(!text.contains(Sample.token.reveal()))
    }
  }

  @Test func `a starter client is written as a part of the same run`() throws {
    var wizard = connected()
    wizard.state.hall.folder.run.undo = "run-1"
    let effects = wizard.press(.down, .down, .enter, .enter)
    let client = StarterClient.Request(
      language: try #require(ClientLanguage(named: "typescript"))
    )
    let request = ClientRequest(directory: "/home/ada/code/shop", client: client)
    #expect(effects == [.planClient(wizard.waitingID, request)])
    wizard.send(.clientPlanned(wizard.waitingID, Sample.client))
    let writing = wizard.press(.enter)
    #expect(
      writing == [
        .apply(
          wizard.waitingID,
          Sample.client.plan,
          directory: "/home/ada/code/shop",
          continuing: "run-1"
        )
      ]
    )
    wizard.send(
      .applied(wizard.waitingID, .kept(["src/attio/client.ts"]))
    )
    #expect(wizard.state.done?.view == .overview && wizard.state.hall.client != nil)
    #expect(wizard.state.hall.folder.run.written.last == "src/attio/client.ts")
    #expect(WizardSummary.lines(wizard.state).contains { $0.contains("npx tsx src/attio") })
  }

  @Test func `Ctrl-C while it is written waits for the report, and ends as the screen would`() {
    var wizard = connected()
    wizard.planClient()
    wizard.press(.enter)
    let id = wizard.waitingID
    #expect(wizard.send(.input(.interrupt)) == [.cancel(id)])
    #expect(wizard.state.hall.outcome == nil)
    wizard.send(.applied(id, .kept(["src/attio/client.ts"], .stopped)))
    #expect(wizard.state.hall.outcome?.exitCode == 0)
    #expect(wizard.state.hall.folder.run.written.last == "src/attio/client.ts")
  }

  @Test func `an obstacle is told, and the way back leads to the languages`() {
    var wizard = connected()
    wizard.press(.down, .down, .enter, .enter)
    let error = SetupError(.actionNeeded, "It exists.", remedy: "Rename it.", name: "exists")
    wizard.send(.clientPlanFailed(wizard.waitingID, error))
    #expect(wizard.state.done?.view == .clientProblem(error))
    wizard.press(.enter)
    #expect(wizard.state.done?.view == .languages)
  }

  private struct UnexpectedEffect: Error {}
}
