import AttioSandbox
import Glibc
import SetupRuntime
import TestSupport
import Testing

/// What a process that holds a secret shows of its memory: nothing, to nobody but the administrator.
@Suite(.alone) struct MemoryProtectionTests {
  /// A user without rights, since none of this keeps the administrator out.
  private static let asUser =
    geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""

  /// Functions for the scripts: start the program as the user with open core limits, wait until it
  /// runs, and try what a debugger does.
  private static let functions = #"""
    set -u
    chmod 777 . ..
    mkfifo in
    start() { # start COMMAND...: reads from the pipe, and is process $pid
      (ulimit -c unlimited; exec \#(asUser) "$@" <in >/dev/null 2>errors) &
      pid=$!
      exec 3>in
      for _ in $(seq 500); do
        [ "$(cat /proc/$pid/comm)" = "$(basename "$1" | cut -c1-15)" ] && break
        sleep 0.01
      done
    }
    settle() { # waits until the program has set itself up
      for _ in $(seq 500); do
        grep -q '^Max core file size *0 ' /proc/$pid/limits && break
        sleep 0.01
      done
    }
    attach='import ctypes, os, sys
    c = ctypes.CDLL(None, use_errno=True)
    pid = int(sys.argv[1])
    if os.geteuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)
    ok = c.ptrace(16, pid, None, None) == 0
    if ok: os.waitpid(pid, 0); c.ptrace(17, pid, None, None)
    try: open(f"/proc/{pid}/mem", "rb"); readable = True
    except PermissionError: readable = False
    print("attached" if ok else "refused", "readable" if readable else "unreadable")'
    look() { python3 -c "$(printf %s "$attach" | sed 's/^    //')" $pid; }
    """#

  private func script(_ lines: String, in project: ScratchProject) async throws -> [String] {
    let text = try await Program.tool("bash", ["-c", Self.functions + "\n" + lines], in: project)
    return text.split(separator: "\n").map(String.init)
  }

  @Test func `another program of the same user can be traced: the refusals say something`()
    async throws
  {
    try await ScratchProject.with { project in
      let lines = try await script("start cat; look; kill $pid", in: project)
      #expect(lines == ["attached readable"])
    }
  }

  @Test(arguments: ["apply --token-stdin", "connect --client-id x --client-secret-stdin"])
  func `no core limit, no tracing, and no core of a crash`(command: String) async throws {
    try await ScratchProject.with { project in
      let lines = try await script(
        #"""
        start '\#(Program.path)' \#(command)
        printf 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef >&3
        settle
        grep '^Max core' /proc/$pid/limits | tr -s ' ' | sed 's/ $//'
        look
        kill -SEGV $pid
        wait $pid
        echo $?
        ls . | tr '\n' ' '
        grep -c -E 'rax|x0|0123' errors || true
        """#,
        in: project
      )
      #expect(
        lines == [
          "Max core file size 0 unlimited bytes", "refused unreadable", "139",
          "errors in package.json 0",
        ],
        "\(lines)"
      )
    }
  }

  @Test func `the wizard with a token pasted leaves none, either`() async throws {
    try await ScratchProject.with(git: false) { project in
      let terminal = try PseudoTerminal()
      try terminal.spawn(
        "/bin/bash",
        ["-c", "ulimit -c unlimited; cd '\(project.directory)'; exec '\(Program.path)' --sandbox"],
        environment: project.environment
      )
      try terminal.waitForOutput("1 of 6")
      let process = try #require(terminal.process)
      let limits = try await Program.tool("cat", ["/proc/\(process)/limits"], in: project)
      #expect(limits.contains("Max core file size        0                    unlimited"))
      terminal.send(signal: SIGSEGV)
      #expect(try terminal.waitForExit() == .signal(SIGSEGV))
      #expect(try project.names() == ["package.json"])
    }
  }

  @Test(arguments: ["unlimited", "0", "4096"])
  func `a command in the program's place has the limit that its shell gave`(
    limit: String
  ) async throws {
    try await ConnectedProject.with { connected in
      for command in ["run --", "workspaces export sandbox-workspace --to"] {
        let lines = try await script(
          #"""
          ulimit -S -c \#(limit)
          export ATTIO_BASE_URL='\#(connected.sandbox.apiURL)'
          '\#(Program.path)' \#(command) bash -c 'ulimit -S -c; ulimit -H -c'
          ulimit -H -c
          """#,
          in: connected.project
        )
        #expect(lines.count == 3 && lines[0] == limit && lines[1] == lines[2], "\(lines)")
      }
    }
  }

  @Test func `a command in the program's place can be debugged`() async throws {
    try await ConnectedProject.with { connected in
      try await Program.tool("chmod", ["-R", "777", "../home"], in: connected.project)
      let owner = try await Program.tool("sh", ["-c", "id -u"], in: connected.project)
      let through = try await connected.run(["run", "--", "stat", "-c", "%u", "/proc/self"])
      #expect(through.text == owner)
    }
  }
}
