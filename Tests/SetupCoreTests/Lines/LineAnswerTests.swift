import Ground
import TestSupport
import Testing

@testable import SetupCore

/// What a typed line means at a place.
struct LineAnswerTests {
  private static func page(_ arrive: (inout WizardDriver) -> Void) -> LinePage {
    var driver = WizardDriver()
    arrive(&driver)
    return WizardScreen.linePage(driver.state)
  }

  private static let project = page { $0.start() }
  private static let token = page {
    $0.start()
    $0.press(.enter)
  }
  private static let scopes = page {
    $0.start()
    $0.enterToken()
    $0.press(.enter)
  }

  private func inputs(_ line: String, on page: LinePage) -> [InputEvent]? {
    guard case .inputs(let inputs) = LineAnswer.meaning(of: FileContent(line), on: page) else {
      return nil
    }
    return inputs
  }

  @Test func `Enter alone takes the default`() {
    #expect(inputs("", on: Self.project) == [.key(.enter)])
    #expect(inputs("  \t", on: Self.project) == [.key(.enter)])
    #expect(Self.project.defaultText == "1, Use this folder")
  }

  @Test func `a number goes to its answer and takes it`() {
    #expect(inputs("1", on: Self.project) == [.key(.enter)])
    #expect(inputs(" 2 ", on: Self.project) == [.key(.down), .key(.enter)])
    #expect(inputs("3", on: Self.project) == nil)
    #expect(inputs("0", on: Self.project) == nil)
    #expect(inputs("-1", on: Self.project) == nil)
  }

  @Test func `in a table a number changes its row`() {
    #expect(inputs("3", on: Self.scopes) == [.key(.down), .key(.down), .key(.character(" "))])
    #expect(inputs("1", on: Self.scopes) == [.key(.character(" "))])
  }

  @Test func `letters do what the keys of the screen do`() {
    #expect(inputs("p", on: Self.scopes) == [.key(.character("p"))])
    #expect(inputs("P", on: Self.scopes) == [.key(.character("p"))])
    #expect(inputs("?", on: Self.project) == [.key(.character("?"))])
    #expect(inputs("b", on: Self.scopes) == [.key(.escape)])
    #expect(inputs("back", on: Self.scopes) == [.key(.escape)])
    #expect(inputs("q", on: Self.scopes) == [.interrupt])
    #expect(inputs("z", on: Self.scopes) == nil)
  }

  @Test func `what is typed where a secret is asked for replaces what is there`() {
    let token = Sample.token.reveal()
    #expect(
      inputs("  \(token)\r", on: Self.token)
        == [.key(.control("u")), .paste(FileContent(token))]
    )
    #expect(inputs("1", on: Self.token) == [.key(.enter)])
  }

  @Test func `the answer to a wrong line never repeats it`() {
    let meaning = LineAnswer.meaning(of: FileContent("hunter2-hunter2"), on: Self.scopes)
    #expect(
      meaning == .unknown("Type a number from 1 to 12, or one of the letters, then Enter.")
    )
  }
}
