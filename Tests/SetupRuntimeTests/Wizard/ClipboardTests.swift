import SetupCore
import TestSupport
import Testing

@testable import SetupRuntime

@Suite(.alone) struct ClipboardTests {
  @Test(arguments: [
    ([:], []),
    (["DISPLAY": ":0"], ["xclip", "xsel"]),
    (["WAYLAND_DISPLAY": "w"], ["wl-copy"]),
    (["WSL_DISTRO_NAME": "Ubuntu"], ["clip.exe"]),
    (["DISPLAY": ":0", "TMUX": "/tmp/t,1,0"], ["xclip", "xsel", "tmux"]),
    (["DISPLAY": ":10", "SSH_CONNECTION": "a 1 b 22"], []),
    (["SSH_TTY": "/dev/pts/1", "TMUX": "/tmp/t,1,0"], ["tmux"]),
    (["DISPLAY": "", "TMUX": ""], []),
  ])
  func `names the programs that reach the user's clipboard`(
    shell: [String: String],
    tools: [String]
  ) {
    #expect(Clipboard(shell).tools.map { $0[0] } == tools)
  }

  @Test(arguments: [
    ("xterm-256color", true), ("tmux-256color", true), ("", true), ("linux", false),
    ("vt220", false), ("dumb", false),
  ])
  func `leaves terminals alone that would print it`(type: String, expected: Bool) {
    #expect(Clipboard(["TERM": type]).canUseTerminal == expected)
  }

  @Test func `gives the text to the tool on standard input`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "xclip",
      "#!/bin/sh\ncat > \"$OUT\"; echo \"$@\" > \"$OUT.arguments\"\n",
      mode: 0o755
    )
    let desktop = Desktop(environment: [
      "DISPLAY": ":0", "PATH": folder[""] + ":/usr/bin:/bin", "OUT": folder["copied"],
    ])
    #expect(await desktop.copy("https://app.attio.com/") == .tried(.attempted))
    #expect(try folder.text("copied") == "https://app.attio.com/")
    #expect(try folder.text("copied.arguments") == "-selection clipboard\n")
  }

  @Test func `leaves it to the terminal where no tool is or the tool fails`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("xclip", "#!/bin/sh\nexit 1\n", mode: 0o755)
    let path = ["PATH": folder[""], "TERM": "xterm"]
    let failing = Desktop(environment: path.merging(["DISPLAY": ":0"]) { $1 })
    #expect(await failing.copy("x") == .needsTerminal)
    let remote = Desktop(environment: path.merging(["SSH_CONNECTION": "a 1 b 22"]) { $1 })
    #expect(await remote.copy("x") == .needsTerminal)
    let console = Desktop(environment: path.merging(["TERM": "linux"]) { $1 })
    let outcome = await console.copy("x")
    guard case .tried(.failed(let reason)) = outcome else {
      Issue.record("a console has no clipboard")
      return
    }
    #expect(reason.contains("Select it"))
  }
}
