import TestSupport
import Testing

@testable import SetupRuntime

struct BrowserPresenceTests {
  @Test(arguments: [
    (["DISPLAY": ":0"], true),
    (["WAYLAND_DISPLAY": "wayland-0"], true),
    ([:], false),
    (["DISPLAY": ":0", "SSH_CONNECTION": "a b c d"], false),
    (["DISPLAY": ":0", "SSH_TTY": "/dev/pts/0"], false),
    (["DISPLAY": ""], false),
  ])
  func `tells whether there is a browser`(shell: [String: String], expected: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("xdg-open", "", mode: 0o755)
    let path = ["PATH": folder[""]]
    #expect(BrowserPresence.isLikely(shell.merging(path) { $1 }) == expected)
  }

  @Test func `says no where no program opens links`() throws {
    let folder = try TemporaryFolder()
    #expect(BrowserPresence.isLikely(["DISPLAY": ":0", "PATH": folder[""]]) == false)
  }
}
