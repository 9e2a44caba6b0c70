import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

struct TypedTextTests {
  @Test func `characters that came together are one text, other keys stay between them`() {
    let inputs: [DecodedInput] = [
      .key(.character("a")), .key(.character("b")), .key(.enter), .key(.character("c")), .key(.up),
      .focus(true), .key(.character("e")), .key(.character("\u{301}")),
    ]
    #expect(
      TypedText.gathered(inputs) == [
        .text("ab"), .single(.key(.enter)), .single(.key(.character("c"))), .single(.key(.up)),
        .single(.focus(true)), .text("é"),
      ]
    )
  }
}
