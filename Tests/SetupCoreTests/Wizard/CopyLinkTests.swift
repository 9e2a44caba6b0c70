import Ground
import TestSupport
import Testing

@testable import SetupCore

struct CopyLinkTests {
  private func guide() -> WizardDriver {
    var driver = WizardDriver()
    Scene.all.first { $0.name == "token-guide" }?.arrive(&driver)
    return driver
  }

  @Test func `the link goes to the terminal where no tool takes it, and nothing is promised`() {
    var driver = guide()
    guard case .copy(let link)? = driver.press(.character("c")).first else {
      Issue.record("c copies the link")
      return
    }
    #expect(link.text.hasPrefix("https://"))
    #expect(driver.send(.clipboardNeedsTerminal(link)) == [.copyThroughTerminal(link.text)])
    #expect(driver.state.hall.desk.notice?.contains("may have no clipboard") == true)
    driver.press(.up)
    #expect(driver.state.hall.desk.notice == nil)
  }

  @Test(arguments: Scene.all.map(\.name))
  func `no key copies anything but a link`(name: String) {
    let keys: [Key] = [
      .character("c"), .character("C"), .control("c"), .enter, .control("t"), .control("y"),
    ]
    for key in keys {
      var driver = WizardDriver()
      Scene.all.first { $0.name == name }?.arrive(&driver)
      for effect in driver.press(key) {
        switch effect {
        case .copy(let copied):
          let text = copied.text
          #expect(text.contains("://") || text.hasPrefix("ssh -N -L "))
          #expect(!text.contains(Sample.token.reveal()))
        default: break
        }
      }
    }
  }
}
