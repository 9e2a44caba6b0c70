import SetupCore
import TestSupport
import Testing

@Suite(.alone) struct KeyMapTests {
  @Test(arguments: KeyContext.allCases)
  func `a key has one meaning at a place`(context: KeyContext) {
    var seen: Set<Key> = []
    for key in KeyMap.bindings(for: context).flatMap(\.keys) {
      #expect(seen.insert(key).inserted, "\(key) stands twice")
    }
  }

  @Test(arguments: KeyContext.allCases)
  func `Enter and Esc always do something`(context: KeyContext) {
    #expect(KeyMap.intent(for: .escape, in: context) == .back)
    if context != .applying { #expect(KeyMap.intent(for: .enter, in: context) == .confirm) }
  }

  @Test func `Ctrl-L draws again everywhere`() {
    for context in KeyContext.allCases {
      #expect(KeyMap.intent(for: .control("l"), in: context) == .repaint)
    }
  }
}
