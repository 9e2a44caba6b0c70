import Ground
import TestSupport
import Testing

@testable import SetupCore

/// The OAuth way through the wizard, from the choice to the last screen.
struct ConnectWayTests {
  @Test func `whoever comes back to the app finds its default highlighted`() {
    var driver = WizardDriver()
    driver.startApp()
    driver.press(.down, .down, .enter)
    #expect(driver.state.hall.method == .accessToken)
    driver.press(.enter)
    #expect(driver.state.hall.method == .manyWorkspaces)
    #expect(driver.state.app.selection.index == 0)
  }

  @Test func `a whole run with an app that the project has is Enter only, the way excepted`() throws
  {
    var driver = WizardDriver()
    driver.startApp(Sample.report(app: Sample.app))
    #expect(driver.state.hall.method == .manyWorkspaces)
    driver.press(.enter, .enter, .enter)
    #expect(driver.state.step == .scopes)
    driver.press(.enter)
    guard case .makePlan(_, let request) = try #require(driver.effects.first) else {
      Issue.record("no plan was asked for")
      return
    }
    #expect(request.settings == Sample.app.envSettings)
    driver.send(.planned(driver.waitingID, Sample.appPlan))
    #expect(driver.state.step == .review)
    driver.write()
    #expect(driver.effects == [.probeStore(driver.waitingID)])
    driver.send(.storeProbed(driver.waitingID, Sample.probe))
    driver.press(.enter)
    let effect = try #require(driver.effects.first)
    guard case .prepareConnect(let prepared, let connect) = effect else {
      Issue.record("no link was asked for")
      return
    }
    #expect(connect.credentials == Sample.app.credentials)
    #expect(connect.envFileName == ".env")
    #expect(connect.store == .keyring)
    #expect(connect.sendsChallenge)
    let offer = try Sample.offer()
    driver.send(.connectPrepared(prepared, offer))
    driver.press(.enter)
    #expect(driver.effects == [.openLink(offer.attempt.url)])
    driver.send(.linkOpened(.attempted))
    driver.send(.answerArrived(prepared: prepared, .code(Sample.code)))
    let finishing = driver.waitingID
    #expect(
      driver.effects == [.finishConnect(finishing, prepared: prepared, code: Sample.code)]
    )
    driver.send(.connectProgressed(finishing, .identifying))
    driver.send(.connectProgressed(finishing, .storing))
    #expect(driver.state.connect?.phase == .working(.storing))
    driver.send(.connected(finishing, Sample.result()))
    #expect(driver.effects == [.endConnect(prepared: prepared, .finished)])
    #expect(driver.state.step == .done)
    driver.press(.enter)
    #expect(driver.state.hall.outcome?.exitCode == 1, "the wished scopes are not all granted")
    let lines = WizardSummary.lines(driver.state)
    #expect(
      lines.first?.hasPrefix("Connected to Acme Inc (acme), but 3 scopes are missing: ") == true
    )
    #expect(lines.contains("Token: kept in the system's keyring."))
    #expect(
      lines.last == "Written: .gitignore, .env, .env.example. Undo with: attio-setup undo"
    )
  }

  @Test func `a workspace with all the wanted scopes ends with 0`() throws {
    var driver = WizardDriver.connecting()
    driver.start(Sample.report(app: Sample.app, wantedScopes: ["note:read"]))
    driver.send(.storeProbed(driver.waitingID, Sample.probe))
    driver.press(.enter)
    driver.send(.connectPrepared(driver.waitingID, try Sample.offer()))
    driver.approve()
    driver.send(.connected(driver.waitingID, Sample.result()))
    driver.press(.enter)
    #expect(driver.state.hall.outcome == WizardOutcome(exitCode: 0))
    #expect(WizardSummary.lines(driver.state).last == "Nothing was written.")
  }

  @Test func `the last choice leads over and back, with the answers kept`() {
    var driver = WizardDriver()
    driver.startApp()
    driver.press(.enter)
    driver.paste(Sample.clientID)
    #expect(driver.state.appChoices == [.proceed, .oneWorkspace])
    driver.press(.down, .enter)
    #expect(driver.state.hall.method == .accessToken)
    #expect(driver.state.tokenChoices.last == .manyWorkspaces)
    driver.press(.end, .down, .down, .enter)
    #expect(driver.state.app.view == .clientID)
    #expect(driver.state.app.idReading(driver.state.hall)?.value == Secret(Sample.clientID))
  }

  @Test func `Esc goes back a page, and from the first page to the other way`() {
    var driver = WizardDriver()
    driver.startApp()
    driver.enterApp()
    #expect(driver.state.step == .scopes)
    driver.press(.escape)
    #expect(driver.state.step == .token && driver.state.app.view == .clientSecret)
    driver.press(.escape)
    #expect(driver.state.app.view == .clientID)
    driver.press(.escape)
    #expect(driver.state.app.view == .guide)
    driver.press(.escape)
    #expect(driver.state.hall.method == .accessToken && driver.state.step == .token)
    #expect(driver.state.hall.appSettings.clientSecret == Sample.clientSecret)
  }

  @Test func `a redirect URI that cannot be one stays in its field with the reason`() {
    var driver = WizardDriver()
    driver.startApp()
    driver.press(.character("e"))
    driver.paste("http://shop.example/callback")
    driver.press(.enter)
    #expect(driver.state.app.problem == RedirectURIError.foreignHTTP.message)
    #expect(driver.state.app.redirectURI.text == "http://shop.example/callback")
    #expect(driver.state.hall.redirectURI == RedirectURI.standardText)
    driver.press(.control("u"))
    driver.paste("http://127.0.0.1:9000/back\n")
    driver.press(.enter)
    #expect(driver.state.app.view == .guide)
    #expect(driver.state.hall.redirectURI == "http://127.0.0.1:9000/back")
    driver.press(.character("c"))
    #expect(driver.effects == [.copy(ClipboardText(.redirectURI, "http://127.0.0.1:9000/back"))])
    driver.press(.character("o"))
    #expect(driver.effects == [.openLink("https://build.attio.com")])
  }

  @Test func `a redirect URI of the project that is none is not passed over`() {
    var app = Sample.app
    app.redirectURI = "http://localhost:8787/callback?x=1"
    var driver = WizardDriver()
    driver.startApp(Sample.report(app: app))
    driver.press(.enter)
    #expect(driver.state.app.view == .redirectURI)
    #expect(driver.state.app.problem == RedirectURIError.query.message)
  }

  @Test func `a new client id replaces the one that is kept by Enter`() {
    var driver = WizardDriver()
    driver.startApp(Sample.report(app: Sample.app))
    driver.press(.enter)
    driver.paste(" \"0b1c\" \n")
    driver.press(.enter)
    #expect(driver.state.hall.appSettings.clientID == "0b1c")
    driver.press(.enter)
    #expect(driver.state.hall.appSettings.clientSecret == Sample.clientSecret)
  }

  @Test func `a value that was pasted by mistake goes no further`() {
    var driver = WizardDriver()
    let source = TokenSource(place: .envFile(".env"), value: Sample.token)
    driver.startApp(Sample.report(sources: [source]))
    driver.press(.enter)
    driver.paste(Sample.token.reveal())
    #expect(driver.state.app.idReading(driver.state.hall)?.value == nil)
    driver.press(.enter)
    #expect(driver.state.app.view == .clientID && driver.state.app.clientID.isEmpty)
    driver.paste(Sample.clientID)
    driver.press(.enter)
    for mistake in [Sample.clientID, Sample.token.reveal()] {
      driver.paste(mistake)
      #expect(driver.state.app.secretReading(driver.state.hall)?.value == nil)
      driver.press(.enter)
      #expect(driver.state.app.view == .clientSecret)
      #expect(driver.state.app.clientSecret.isEmpty)
    }
  }

  @Test func `an empty field never changes the way by Enter alone`() {
    var driver = WizardDriver()
    driver.startApp()
    driver.press(.enter, .enter)
    #expect(driver.state.app.view == .guide)
    #expect(driver.state.hall.method == .manyWorkspaces)
  }

  @Test func `the sandbox's app is one key or one choice away`() {
    for key in [Key.control("t"), .enter] {
      var driver = WizardDriver(
        options: WizardOptions(directory: "/home/ada/code/shop", sandboxApp: Sample.sandboxApp)
      )
      driver.startApp()
      driver.press(.enter, key)
      #expect(driver.state.hall.appSettings.clientID == "sandbox-client")
      #expect(driver.state.hall.appSettings.clientSecret == Secret("sandbox-secret"))
      driver.press(.enter)
      #expect(driver.state.step == .scopes)
    }
  }

  @Test func `the scopes of a token of before say nothing about the app's`() {
    var driver = WizardDriver()
    driver.start()
    driver.enterToken()
    driver.press(.enter, .escape, .end)
    for _ in driver.state.tokenChoices { driver.press(.down) }
    driver.press(.enter)
    driver.enterApp()
    #expect(driver.state.step == .scopes)
    #expect(driver.state.scopes.rows(driver.state.hall).allSatisfy { $0.granted == nil })
    driver.press(.character("r"))
    #expect(driver.effects == [])
    driver.press(.character("o"))
    #expect(driver.effects == [.openLink("https://build.attio.com")])
  }

  @Test func `without the entry that writes them the settings are given with the request`() throws {
    var driver = WizardDriver()
    driver.startApp()
    driver.enterApp()
    driver.press(.enter)
    driver.send(.planned(driver.waitingID, Sample.appPlan))
    driver.press(.down, .character(" "))
    driver.write()
    driver.send(.storeProbed(driver.waitingID, Sample.probe))
    driver.press(.enter)
    guard case .prepareConnect(_, let request) = try #require(driver.effects.first) else {
      Issue.record("no link was asked for")
      return
    }
    #expect(request.envFileName == nil)
    #expect(request.credentials.clientSecret == Sample.clientSecret)
  }

  @Test func `another workspace follows with a new link and without a question`() throws {
    var driver = WizardDriver()
    driver.arriveAtLink(try Sample.offer())
    driver.approve()
    driver.send(.connected(driver.waitingID, Sample.result()))
    #expect(driver.state.doneChoices.prefix(2) == [.close, .connectAnother])
    driver.press(.down, .enter)
    let second = driver.waitingID
    guard case .prepareConnect(second, _) = try #require(driver.effects.first) else {
      Issue.record("no link was asked for")
      return
    }
    driver.send(.connectPrepared(second, try Sample.offer()))
    driver.press(.escape)
    #expect(driver.effects == [.endConnect(prepared: second, .left)])
    #expect(driver.state.step == .done)
    driver.press(.character("n"))
    driver.send(.connectPrepared(driver.waitingID, try Sample.offer()))
    driver.approve()
    driver.send(.connected(driver.waitingID, Sample.result(Sample.otherIdentity, store: .keyring)))
    let lines = WizardSummary.lines(driver.state)
    #expect(lines.contains { $0.hasPrefix("Connected to Acme Inc (acme)") })
    #expect(lines.contains { $0.hasPrefix("Connected to Beta Ltd (beta)") })
  }

  @Test func `a slug from the network is no more than a word of the command`() throws {
    var identity = Sample.identity
    identity.workspaceSlug = "acme; rm -rf ~"
    var driver = WizardDriver()
    driver.arriveAtLink(try Sample.offer())
    driver.approve()
    driver.send(.connected(driver.waitingID, Sample.result(identity)))
    #expect(
      WizardSummary.lines(driver.state).contains(
        "  attio-setup run --workspace \(identity.workspaceID) -- npm start"
      )
    )
  }

  @Test func `a shell that holds another app is said at the end`() throws {
    var report = Sample.report(app: Sample.app)
    report.appInShell.clientID = "another"
    var driver = WizardDriver.connecting()
    driver.start(report)
    driver.send(.storeProbed(driver.waitingID, Sample.probe))
    driver.press(.enter)
    driver.send(.connectPrepared(driver.waitingID, try Sample.offer()))
    driver.approve()
    driver.send(.connected(driver.waitingID, Sample.result()))
    #expect(driver.state.hall.winningShellVariables == ["ATTIO_CLIENT_ID"])
    driver.press(.enter)
    #expect(driver.state.hall.outcome?.exitCode == 1)
  }
}
