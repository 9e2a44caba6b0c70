import TestSupport
import Testing

@testable import SetupCore

struct MouseTargetsTests {
  private func driver(_ name: String, _ size: Size = .standard) throws -> WizardDriver {
    let scene = try #require(Scene.all.first { $0.name == name })
    var driver = WizardDriver()
    scene.arrive(&driver)
    driver.send(.input(.resize(size)))
    return driver
  }

  private func text(_ frame: Frame, _ row: Int) -> String {
    frame.rows[row].map(\.text).joined()
  }

  private func focused(_ frame: Frame) -> String? {
    frame.rows.first { $0.contains { $0.role == .focus } }
      .map { $0.map(\.text).joined().drop { " >".contains($0) } }
      .map { $0.trimmed() }
  }

  @Test(arguments: Scene.all.map(\.name), [Size.standard, .small])
  func `what can be clicked is on the screen and is clicked for one thing`(
    name: String,
    size: Size
  ) throws {
    let frame = WizardScreen.frame(try driver(name, size).state)
    for (index, target) in frame.mouse.clicks.enumerated() {
      #expect(frame.rows.indices.contains(target.row))
      #expect(target.columns.lowerBound >= 0 && target.columns.upperBound <= size.columns)
      for other in frame.mouse.clicks.dropFirst(index + 1) where other.row == target.row {
        #expect(!other.columns.overlaps(target.columns))
      }
    }
    #expect(frame.mouse.keys(at: Position(row: 0, column: 3)).isEmpty)
  }

  @Test(arguments: ["project-suspicious", "token-known", "scopes", "review", "review-tracked"])
  func `a click on a row of a list highlights that row`(name: String) throws {
    let start = try driver(name)
    let frame = WizardScreen.frame(start.state)
    let rows = frame.mouse.clicks.filter { $0.row < start.state.hall.desk.size.rows - 1 }
    #expect(rows.count > 1)
    for target in rows where !text(frame, target.row).hasPrefix(" > ") {
      var driver = start
      let place = Position(row: target.row, column: 5)
      for key in frame.mouse.keys(at: place) { driver.press(key) }
      let expected = text(frame, target.row).drop { " >".contains($0) }.trimmed()
      #expect(focused(WizardScreen.frame(driver.state)) == expected)
      #expect(driver.state.step == start.state.step)
    }
  }

  @Test func `a click on a key of the footer is that key`() throws {
    for name in Scene.all.map(\.name) {
      let state = try driver(name).state
      let frame = WizardScreen.frame(state)
      let last = state.hall.desk.size.rows - 1
      let keys = frame.mouse.clicks.filter { $0.row == last }
      #expect(!keys.isEmpty, "\(name)")
      for target in keys {
        let key = try #require(target.keys.first)
        let binding = try #require(
          state.keys.first { $0.keys.first == key }
        )
        let footer = Array(text(frame, last))
        let words = String(footer[target.columns.clamped(to: footer.indices)])
        #expect(words == "\(binding.name) \(binding.hint)", "\(name)")
      }
    }
  }

  @Test func `a second click does what the row is for, and never writes`() throws {
    var review = try driver("review")
    let frame = WizardScreen.frame(review.state)
    let row = try #require(frame.rows.firstIndex { $0.contains { $0.role == .focus } })
    #expect(frame.mouse.keys(at: Position(row: row, column: 4)) == [.character(" ")])
    review.press(.character(" "))
    #expect(review.state.step == .review)
    let project = WizardScreen.frame(try driver("project-suspicious").state)
    let choice = try #require(project.rows.firstIndex { $0.contains { $0.role == .focus } })
    #expect(project.mouse.keys(at: Position(row: choice, column: 4)) == [.enter])
  }

  @Test func `the wheel moves the highlight, or scrolls what is longer than the screen`() throws {
    let list = WizardScreen.frame(try driver("scopes").state).mouse
    #expect(list.wheelDown == [.down] && list.wheelUp == [.up])
    let long = WizardScreen.frame(try driver("scopes-help", .small).state).mouse
    #expect(long.wheelDown == [.pageDown] && long.wheelUp == [.pageUp])
  }

  @Test func `where Enter mends nothing, a second click does nothing`() {
    var state = LiveStatusState(options: LiveStatusOptions(apiHost: "api.attio.com"))
    _ = LiveStatusReducer.reduce(&state, .input(.resize(.standard)))
    let frame = LiveStatusScreen.frame(state)
    #expect(frame.mouse.clicks.allSatisfy { $0.row == Size.standard.rows - 1 })
    #expect(frame.mouse.clicks.allSatisfy { $0.keys != [.enter] })
  }
}

extension StringProtocol {
  fileprivate func trimmed() -> String {
    var text = String(self)
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
