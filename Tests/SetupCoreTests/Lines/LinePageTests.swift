import Ground
import TestSupport
import Testing

@testable import SetupCore

/// What the line mode says at every place that has a golden screen.
struct LinePageTests {
  @Test(arguments: Scene.all)
  func `every place of the wizard can be read out`(scene: Scene) throws {
    var driver = WizardDriver()
    scene.arrive(&driver)
    let page = WizardScreen.linePage(driver.state)
    var transcript = LineTranscript()
    let said = transcript.lines(for: page)
    let asked = page.waiting == nil ? [page.prompt] : []
    let text = (said + asked).map { $0 + "\n" }.joined()
    let golden = GoldenFile("lines/\(scene.name)", target: "SetupCoreTests")
    if let difference = try golden.difference(from: text) { Issue.record("\(difference)") }
    #expect(!text.contains(Sample.token.reveal()) && !text.contains(Sample.otherToken.reveal()))
  }

  @Test(arguments: Scene.all)
  func `nothing that is said needs an eye`(scene: Scene) {
    var driver = WizardDriver()
    scene.arrive(&driver)
    let page = WizardScreen.linePage(driver.state)
    // Code keeps the columns that it is moved in by.
    let lines = page.lines.map { String($0.drop { $0 == " " }) }
    let text = (lines + page.choices.map(\.text) + [page.prompt]).joined(separator: "\n")
    for symbol in ["✓", "✗", "•", "→", "↑", "↓", "│", "─", "⋮", "[x]", "[ ]"] {
      #expect(!text.contains(symbol), "\(symbol) in \(text)")
    }
    #expect(!text.contains("   "), "a layout of columns: \(text)")
  }

  @Test func `every answer of a page is one that can be typed`() {
    for scene in Scene.all {
      var driver = WizardDriver()
      scene.arrive(&driver)
      let page = WizardScreen.linePage(driver.state)
      for number in page.choices.indices.map({ "\($0 + 1)" }) {
        let meaning = LineAnswer.meaning(of: FileContent(number), on: page)
        #expect(meaning != .unknown(LineAnswer.help(page)), "\(number) at \(scene.name)")
      }
      let letters = page.commands.map(\.letter)
      #expect(Set(letters).count == letters.count, "\(letters) at \(scene.name)")
      #expect(!letters.contains("b") || page.backHint == nil, "\(scene.name)")
    }
  }
}
