import Glibc
import SetupCore
import TestSupport
import Testing

@testable import TerminalUI

struct RoleStyleTests {
  @Test(arguments: [Role.focus, .key, .success, .warning, .error, .link, .title])
  func `what matters can be told apart without colour`(_ role: Role) {
    #expect(RoleStyle.style(of: role).attributeBits != RoleStyle.style(of: .plain).attributeBits)
  }

  @Test func `nothing else looks like the selection without colour`() {
    let selection = RoleStyle.style(of: .focus).attributeBits
    for role in Role.allCases where role != .focus {
      #expect(RoleStyle.style(of: role).attributeBits & selection == 0, "\(role)")
    }
  }

  @Test(arguments: RoleStyle.Foreground.allCases)
  func `a colour of the cube can be read on white and on black`(_ color: RoleStyle.Foreground) {
    let number = color.number(of: 256)
    #expect((16...231).contains(number))
    let steps = [36, 6, 1].map { (number - 16) / $0 % 6 }
    // The cube of xterm: 0, then 95 to 255 in steps of 40. Weights and formula: WCAG 2.2, contrast ratio.
    let linear = steps.map { step -> Double in
      let share = Double(step == 0 ? 0 : 55 + 40 * step) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    #expect(1.05 / (luminance + 0.05) >= 3.9)
    #expect((luminance + 0.05) / 0.05 >= 3.9)
  }

  @Test(arguments: [8, 16, 88]) func `fewer colours are the user's own`(_ colors: Int) {
    #expect(RoleStyle.Foreground.allCases.map { $0.number(of: colors) } == [1, 2, 3, 6])
  }

  @Test func `the selection is reversed and keeps the user's colours`() {
    #expect(RoleStyle.style(of: .focus).foreground == nil)
    #expect(RoleStyle.style(of: .focus).attributeBits == 8)
  }
}
