import Ground
import TestSupport
import Testing

@testable import SetupCore

/// The link on the screen: its three routes and its time.
struct ConnectLinkTests {
  // MARK: The three routes

  @Test func `an address that is pasted is used at once`() throws {
    var driver = try WizardDriver.atLink(place: Sample.overSSH)
    let prepared = try #require(driver.state.hall.prepared)
    driver.paste(Sample.redirected + "\n")
    #expect(
      driver.effects == [.finishConnect(driver.waitingID, prepared: prepared, code: Sample.code)]
    )
    #expect(driver.state.connect?.link == nil, "what was pasted is gone with its link")
  }

  @Test func `an address that is typed is used by Enter`() throws {
    var driver = try WizardDriver.atLink(place: .noDisplay)
    let prepared = try #require(driver.state.hall.prepared)
    for character in Sample.redirected { driver.press(.character(character)) }
    #expect(driver.state.connect?.link?.field.content == FileContent(Sample.redirected))
    #expect(driver.effects == [], "no letter of it is a key")
    driver.press(.enter)
    #expect(
      driver.effects == [.finishConnect(driver.waitingID, prepared: prepared, code: Sample.code)]
    )
  }

  @Test func `a wrong paste says why and the wait goes on`() throws {
    var driver = try WizardDriver.atLink()
    let wrong = "\(RedirectURI.standardText)?code=x&state=another"
    driver.paste(wrong)
    #expect(driver.effects == [])
    #expect(driver.state.connect?.link?.problem == PasteRefusal.otherRequest.message)
    #expect(driver.state.connect?.link != nil)
    driver.press(.enter)
    #expect(driver.effects == [.openLink(try Sample.offer().attempt.url)])
    #expect(driver.state.connect?.link?.problem == PasteRefusal.otherRequest.message)
    driver.paste(Sample.redirected)
    #expect(driver.state.connect?.phase == .working(.exchanging))
  }

  @Test func `the client secret is not sent as a code`() throws {
    var driver = try WizardDriver.atLink()
    driver.paste(Sample.clientSecret.reveal())
    #expect(driver.effects == [])
    #expect(driver.state.connect?.link?.problem == PasteRefusal.clientSecret.message)
  }

  @Test func `a word that is a token by its form is named and not sent`() throws {
    var driver = try WizardDriver.atLink()
    driver.paste(String(repeating: "a1", count: 32))
    #expect(driver.effects == [])
    #expect(driver.state.connect?.link?.problem == PasteRefusal.accessToken.message)
    driver.press(.enter)
    #expect(driver.state.connect?.link != nil)
  }

  @Test func `a word that may be a code is sent by Enter only`() throws {
    var driver = try WizardDriver.atLink()
    driver.paste(String(repeating: "a1", count: 33))
    #expect(driver.effects == [] && driver.state.connect?.link != nil)
    let said = WizardScreen.linePage(driver.state).lines.joined(separator: " ")
    #expect(said.contains("as long as a client secret") && said.contains("Enter sends it"))
    driver.press(.enter)
    #expect(driver.state.connect?.phase == .working(.exchanging))
  }

  @Test func `a port that is still taken is said to be, and far browsers need none`() throws {
    var driver = try WizardDriver.atLink()
    driver.press(.control("n"))
    var offer = try Sample.offer()
    offer.listener = .portInUse(8787)
    driver.send(.connectPrepared(driver.waitingID, offer))
    #expect(driver.state.hall.desk.notice == nil && driver.state.connectChoices.first == .newLink)
    driver.press(.enter)
    offer.place = .ssh(destination: "me@203.0.113.7")
    driver.send(.connectPrepared(driver.waitingID, offer))
    #expect(driver.state.hall.desk.notice == "Tried again: port 8787 is still taken.")
    #expect(driver.state.connectChoices.first == .paste)
  }

  @Test func `Esc ends the wait and goes back to the plan`() throws {
    var driver = try WizardDriver.atLink()
    let prepared = try #require(driver.state.hall.prepared)
    driver.press(.escape)
    #expect(driver.effects.first == .endConnect(prepared: prepared, .left))
    driver.send(.planned(driver.waitingID, Sample.appPlan))
    #expect(driver.state.step == .review)
    #expect(driver.state.hall.appSettings.clientID == Sample.clientID)
  }

  @Test func `without a browser here Enter opens none`() throws {
    for place in [Sample.overSSH, .container, .noDisplay] {
      var driver = try WizardDriver.atLink(place: place)
      driver.press(.enter)
      #expect(driver.effects == [])
      #expect(driver.state.hall.desk.notice != nil)
    }
    var driver = WizardDriver.connecting { $0.opensBrowser = false }
    driver.arriveAtLinkAtOnce(try Sample.offer())
    driver.press(.enter)
    #expect(driver.effects == [])
    #expect(driver.state.hall.desk.notice?.contains("as you asked") == true)
  }

  @Test func `the link and the command for ssh are copied by a key`() throws {
    var driver = try WizardDriver.atLink(place: Sample.overSSH)
    driver.press(.control("y"))
    #expect(driver.effects == [.copy(ClipboardText(.link, try Sample.offer().attempt.url))])
    driver.press(.control("t"))
    #expect(
      driver.effects == [
        .copy(ClipboardText(.command, "ssh -N -L 8787:localhost:8787 ada@203.0.113.7"))
      ]
    )
  }

  @Test(arguments: [Size.standard, .small, .large])
  func `the link stands unwrapped from the first column`(size: Size) throws {
    for place in [BrowserPlace.here, Sample.overSSH, .container, .noDisplay] {
      var driver = try WizardDriver.atLink(place: place)
      driver.state.hall.desk.size = size
      let rows = WizardScreen.frame(driver.state).rows
      let links = rows.filter { $0.first?.role == .link }.flatMap { $0.map(\.text) }
      let tunnel = driver.state.connect?.link?.tunnel.map { [$0] } ?? []
      #expect(links.joined() == (try Sample.offer().attempt.url) + tunnel.joined())
    }
  }

  // MARK: Time

  @Test func `the time that is left is shown and wakes once a second`() throws {
    var driver = try WizardDriver.atLink()
    #expect(WizardScreen.frame(driver.state).tickMilliseconds == 1000)
    driver.send(.input(.tick(milliseconds: 23_000)))
    #expect(driver.screenText.contains("4:37 left"))
    #expect(driver.effects == [])
  }

  @Test func `a link that is too old makes room for a new one by Enter or n`() throws {
    for key in [Key.enter, .character("n")] {
      var driver = try WizardDriver.atLink()
      let prepared = try #require(driver.state.hall.prepared)
      driver.send(.input(.tick(milliseconds: 299_999)))
      #expect(driver.state.connect?.link != nil)
      driver.send(.input(.tick(milliseconds: 1)))
      #expect(driver.effects == [.endConnect(prepared: prepared, .finished)])
      #expect(driver.screenText.contains("This link is too old"))
      #expect(WizardScreen.frame(driver.state).tickMilliseconds == nil)
      driver.press(key)
      guard case .prepareConnect(let second, _) = try #require(driver.effects.first) else {
        Issue.record("no new link was asked for")
        return
      }
      #expect(second != prepared)
      driver.send(.connectPrepared(second, try Sample.offer()))
      #expect(driver.screenText.contains("5:00 left"))
    }
  }

  @Test func `the limit that the outside keeps ends the wait as well`() throws {
    var driver = try WizardDriver.atLink()
    let prepared = try #require(driver.state.hall.prepared)
    driver.send(.connectFailed(prepared, .nobodyCame(seconds: 300)))
    #expect(driver.state.connect?.phase == .failed(.nobodyCame(seconds: 300)))
    #expect(driver.effects == [.endConnect(prepared: prepared, .finished)])
  }

  @Test func `what belongs to a replaced link changes nothing`() throws {
    var driver = try WizardDriver.atLink()
    let first = try #require(driver.state.hall.prepared)
    driver.press(.control("n"))
    let second = driver.waitingID
    #expect(driver.effects.first == .endConnect(prepared: first, .replaced))
    let before = driver.state
    driver.send(.answerArrived(prepared: first, .code(Sample.code)))
    driver.send(.connectFailed(first, .nobodyCame(seconds: 300)))
    driver.send(.connectPrepared(first, try Sample.offer(place: .container)))
    #expect(driver.state == before && driver.effects == [])
    driver.send(.connectPrepared(second, try Sample.offer()))
    driver.send(.answerArrived(prepared: first, .denied))
    #expect(driver.state.connect?.link != nil)
  }

  @Test func `a second answer to the same link changes nothing`() throws {
    var driver = try WizardDriver.atLink()
    let prepared = try #require(driver.state.hall.prepared)
    driver.approve()
    let before = driver.state
    driver.send(.answerArrived(prepared: prepared, .denied))
    #expect(driver.state == before && driver.effects == [])
  }
}
