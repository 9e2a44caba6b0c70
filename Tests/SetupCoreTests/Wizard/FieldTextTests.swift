import Ground
import TestSupport
import Testing

@testable import SetupCore

/// Where a field has the focus, letters are text from the first one on.
struct FieldTextTests {
  /// Every place of the wizard at which the line mode would ask for a text.
  static let fields = Scene.all.map(\.name).filter { name in
    let state = state(name)
    return state.hall.desk.overlay == nil && WizardScreen.linePage(state).entry != nil
  }

  private static func state(_ name: String) -> WizardState { driver(name).state }

  private static func driver(_ name: String) -> WizardDriver {
    var driver = WizardDriver()
    Scene.all.first { $0.name == name }?.arrive(&driver)
    return driver
  }

  /// What the field of the step holds.
  private static func content(_ state: WizardState) -> String {
    let bytes =
      switch (state.step, state.hall.method, state.app.view) {
      case (.scopes, _, _): Array(state.scopes.filter.utf8)
      case (.apply, _, _): state.connect?.link?.field.content.bytes ?? []
      case (_, .accessToken, _): state.token.field.content.bytes
      case (_, _, .redirectURI): state.app.redirectURI.content.bytes
      case (_, _, .clientID): state.app.clientID.content.bytes
      default: state.app.clientSecret.content.bytes
      }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `the places are all there`() {
    #expect(Self.fields.count > 15)
    let steps = Set(Self.fields.map { Self.state($0).step })
    #expect(steps == [.token, .scopes, .apply])
  }

  @Test(arguments: fields)
  func `no letter of a text is taken for a key`(name: String) {
    for text in ["cafe0123", "n0123", "token", "yes", "orcnt", "qb ", "x?y", "\u{e9}t\u{e9}"] {
      var driver = Self.driver(name)
      let before = driver.state
      driver.send(.input(.text(text)))
      let ended = driver.effects.contains { if case .endConnect = $0 { true } else { false } }
      #expect(Self.content(driver.state).hasSuffix(text), "\(text)")
      #expect(!ended && driver.state.step == before.step, "\(text)")
      #expect(driver.state.hall.prepared == before.hall.prepared, "\(text)")
      #expect(driver.state.hall.desk.overlay == nil, "\(text)")
    }
  }

  @Test(arguments: Scene.all.map(\.name))
  func `what comes together is what comes one by one`(name: String) {
    for text in ["cafe0123", "??", "a?b/p n", "rrww  tt", "+-+-q"] {
      var together = Self.driver(name)
      var single = Self.driver(name)
      together.send(.input(.text(text)))
      for character in text { single.press(.character(character)) }
      #expect(together.state == single.state, "\(text)")
    }
  }

  @Test func `the key for help is one as long as nothing is typed`() {
    var driver = Self.driver("token")
    driver.press(.character("?"))
    #expect(driver.state.hall.desk.overlay == .help)
    driver.press(.escape)
    driver.press(.character("a"))
    driver.press(.character("?"))
    #expect(
      driver.state.hall.desk.overlay == nil
        && driver.state.token.field.content.bytes == [0x61, 0x3F]
    )
    driver.press(.control("u"))
    driver.press(.character("?"))
    #expect(driver.state.hall.desk.overlay == .help)
  }

  @Test func `a paste in pieces is one paste`() {
    var driver = Self.driver("token")
    let text = Sample.token.reveal()
    driver.paste(String(text.prefix(40)))
    driver.send(.input(.morePaste(FileContent(String(text.dropFirst(40))))))
    #expect(driver.state.token.field.content == FileContent(text))
    #expect(driver.state.token.field.isPasted)
    #expect(driver.state.hall.desk.waiting != nil)
  }

  @Test func `a paste where nothing takes text is said to be lost`() {
    var driver = Self.driver("review")
    driver.paste("something that was copied")
    #expect(
      driver.state.hall.desk.notice == "Nothing takes text here. What you pasted was not kept."
    )
  }

  @Test
  func `ten thousand characters are read once, not ten thousand times`() {
    var driver = Self.driver("token")
    let text = String(repeating: "x", count: 10_000)
    let start = ContinuousClock.now
    driver.send(.input(.text(text)))
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(driver.state.token.field.content == FileContent(text))
  }
}
