import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

@Suite(.alone) struct RoleStyleTests {
  @Test(arguments: [Role.focus, .key, .success, .warning, .error, .link, .title])
  func `what matters can be told apart without colour`(_ role: Role) {
    #expect(RoleStyle.style(of: role).attributeBits != RoleStyle.style(of: .plain).attributeBits)
  }

  @Test func `the selection is reversed and keeps the user's colours`() {
    #expect(RoleStyle.style(of: .focus).foreground == nil)
    #expect(RoleStyle.style(of: .focus).attributeBits == 8)
  }
}
