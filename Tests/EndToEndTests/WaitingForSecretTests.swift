import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// A secret that is late: what is waited for is said, the wait can be left, and it ends where nobody is there.
@Suite(.alone) struct WaitingForSecretTests {
  private func bash(_ script: String, in project: ScratchProject) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest(
        "bash",
        ["-c", "A='\(Program.path)'; mkfifo pipe\n\(script)"],
        directory: project.directory,
        environment: project.environment,
        timeLimit: .seconds(30)
      )
    )
  }

  @Test func `without a writer and without a person the wait ends after ten seconds`() async throws
  {
    try await ScratchProject.with(git: false) { project in
      let answer = try await bash(
        """
        "$A" apply --token-file pipe --no-input & one=$!
        CI=1 "$A" connect --client-id x --client-secret-file pipe & two=$!
        wait $one; echo $?; wait $two; echo $?
        """,
        in: project
      )
      #expect(answer.text == "3\n3")
      for noun in ["token", "client secret"] {
        #expect(
          answer.errorText.contains("Waiting for another program to write the \(noun) to pipe.")
        )
        #expect(
          answer.errorText.contains("No program wrote the \(noun) to pipe within 10 seconds.")
        )
      }
    }
  }

  @Test func `a late writer is waited for`() async throws {
    try await ScratchProject.with(git: false) { project in
      let answer = try await bash(
        """
        "$A" apply --token-file pipe --sandbox --dry-run >/dev/null 2>errors & program=$!
        for _ in $(seq 1000); do grep -q Waiting errors && break; sleep 0.01; done
        exec 3>pipe; printf 0123456789abcdef >&3; "$A" sandbox --list-tokens >/dev/null
        exec 3>&-
        wait $program; echo $?; cat errors
        """,
        in: project
      )
      // Attio does not know it, which shows that it came.
      #expect(answer.text.hasPrefix("1\nWaiting for another program"))
      #expect(answer.text.contains("length") || answer.text.contains("characters"))
    }
  }

  @Test(arguments: ["INT 130", "TERM 143", "HUP 129"])
  func `the wait can be left`(signal: String) async throws {
    let words = signal.split(separator: " ").map(String.init)
    try await ScratchProject.with(git: false) { project in
      let answer = try await bash(
        """
        set -m
        "$A" apply --token-file pipe 2>errors & program=$!
        for _ in $(seq 1000); do grep -q Waiting errors && break; sleep 0.01; done
        kill -\(words[0]) $program; wait $program; echo $?; cat errors
        """,
        in: project
      )
      #expect(
        answer.text
          == "\(words[1])\nWaiting for another program to write the token to pipe. Ctrl-C stops.\n"
          + "Nothing was written."
      )
    }
  }

  @Test func `non-blocking standard streams are waited for`() async throws {
    let script = """
      import fcntl, json, os, subprocess, sys
      def pipe():
          ends = os.pipe()
          for end in ends:
              fcntl.fcntl(end, fcntl.F_SETFL, fcntl.fcntl(end, fcntl.F_GETFL) | os.O_NONBLOCK)
          return ends
      reader, writer = pipe(); errors, complaints = pipe()
      program = subprocess.Popen([sys.argv[1], "apply", "--token-stdin", "--sandbox", "--dry-run"],
                                 stdin=reader, stderr=complaints, stdout=subprocess.DEVNULL)
      import select
      select.select([errors], [], [], 20)
      assert b"standard input" in os.read(errors, 1000)
      os.write(writer, sys.argv[2].encode()); os.close(writer)
      assert program.wait() == 0, program.returncode
      reader, writer = pipe()
      fcntl.fcntl(writer, 1031, 4096)
      program = subprocess.Popen([sys.argv[1], "scopes", "--json"], stdout=writer)
      os.close(writer)
      text = b""
      while True:
          select.select([reader], [], [], 20)
          piece = os.read(reader, 1000)
          if not piece: break
          text += piece
      assert len(json.loads(text)["table"]) > 5 and len(text) > 4096
      assert program.wait() == 0
      """
    try await ScratchProject.with(git: false) { project in
      let arguments = ["-c", script, Program.path, SandboxScenario.full.token]
      try await Program.tool("python3", arguments, in: project)
    }
  }
}
