import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

/// Arguments, variables and names are bytes: they are opened and handed on as they came.
@Suite(.alone) struct SystemBytesTests {
  private func bash(
    _ script: String,
    in project: ScratchProject,
    environment: [String: String] = [:]
  ) async throws -> ToolAnswer {
    try await ToolRunner().run(
      ToolRequest(
        "bash",
        ["-c", "A='\(Program.path)'\n\(script)"],
        directory: project.directory,
        environment: project.environment.merging(environment) { _, new in new },
        timeLimit: .seconds(30)
      )
    )
  }

  @Test(arguments: ["run --", "workspaces export sandbox-workspace --to"])
  func `a command gets the bytes of its arguments and variables`(command: String) async throws {
    try await ConnectedProject.with { connected in
      let answer = try await bash(
        #"V=$'\xe9\x9b' "$A" \#(command) sh -c 'printf %s "$1$V"' $'n\xe9' $'caf\xe9 \xf4\x8f\x9f\xa9'"#,
        in: connected.project,
        environment: ["ATTIO_BASE_URL": connected.sandbox.apiURL]
      )
      #expect(
        answer.output == Array("caf".utf8) + [0xE9, 0x20, 0xF4, 0x8F, 0x9F, 0xA9, 0xE9, 0x9B]
      )
      #expect(answer.errorText.isEmpty)
    }
  }

  @Test func `a program with an odd name is run, and one that is missing is named`() async throws {
    try await ConnectedProject.with { connected in
      let answer = try await bash(
        #"""
        printf '#!/bin/sh\necho ran\n' >$'./p\xe9'; chmod +x $'./p\xe9'
        "$A" run -- $'./p\xe9'; "$A" run -- $'./q\xe9'
        """#,
        in: connected.project,
        environment: ["ATTIO_BASE_URL": connected.sandbox.apiURL]
      )
      #expect(answer.text == "ran")
      #expect(answer.errorText.contains("There is no program ./q<E9>"))
    }
  }

  @Test func `folder, env file, token file and home with odd names are set up, checked and undone`()
    async throws
  {
    let sandbox = try await Sandbox().start()
    try await ScratchProject.with(git: false) { project in
      let answer = try await bash(
        #"""
        export HOME=$PWD/$'h\xe9' ATTIO_BASE_URL='\#(sandbox.apiURL)'
        unset XDG_STATE_HOME
        mkdir "$HOME" $'d\xe9'; git -C $'d\xe9' init -q
        printf %s '\#(SandboxScenario.full.token)' >$'t\xe9'
        "$A" apply --token-file $'t\xe9' --directory $'d\xe9' --env-file $'.env.caf\xe9' >/dev/null
        echo apply $?
        cd $'d\xe9'
        ls -A . ../$'h\xe9' | tr '\n' ' ' | od -An -c | tr -d ' \n'; echo
        git check-ignore -q $'.env.caf\xe9'; echo ignored $?
        "$A" status --env-file $'.env.caf\xe9' >/dev/null; echo status $?
        "$A" undo >/dev/null; echo undo $?
        ls -A
        """#,
        in: project
      )
      #expect(answer.errorText.isEmpty)
      #expect(
        answer.text == """
          apply 0
          .:.env.caf351.env.example.git.gitignore../h351:.local
          ignored 0
          status 0
          undo 0
          .git
          """
      )
    }
    await sandbox.stop()
  }

  @Test func `a current folder with an odd name is the project`() async throws {
    try await ScratchProject.with(git: false) { project in
      let answer = try await bash(
        #"mkdir $'c\xe9'; cd $'c\xe9'; "$A" apply --sandbox >/dev/null; ls -A"#,
        in: project
      )
      #expect(answer.text == ".env\n.env.example\n.gitignore")
    }
  }

  @Test func `a folder whose name begins with a combining mark is one part of a path`()
    async throws
  {
    try await ScratchProject.with(git: false) { project in
      let answer = try await bash(
        #"mkdir -p $'a/\u0301b'; "$A" apply --sandbox --directory $'a/\u0301b' >/dev/null; ls -A a/*"#,
        in: project
      )
      #expect(answer.text == ".env\n.env.example\n.gitignore")
    }
  }

  @Test func `arguments do not come from proc`() async throws {
    try await ScratchProject.with(git: false) { project in
      let answer = try await bash(
        #"""
        unshare -\#(Self.asRoot)m --propagation private bash -c '
        umount -l /proc && ! [ -e /proc/self ] && "$0" --version && "$0" undoo 2>&1 | head -1' "$A"
        """#,
        in: project
      )
      let lines = answer.text.split(separator: "\n")
      #expect(lines.count == 2 && lines.last?.contains("There is no command “undoo”") == true)
    }
  }

  @Test func `an empty list of arguments ends with a word`() async throws {
    try await ScratchProject.with(git: false) { project in
      let script = """
        import ctypes, sys
        ctypes.CDLL(None).execve(sys.argv[1].encode(), (ctypes.c_char_p * 1)(None), None)
        """
      let answer = try await bash("python3 -c '\(script)' \"$A\"", in: project)
      #expect(answer.status == .exited(64))
      #expect(answer.errorText.contains("without a list of arguments"))
    }
  }

  @Test func `a current folder that is gone is an unreadable file`() async throws {
    try await ScratchProject.with(git: false) { project in
      for words in ["apply --sandbox", "client --write --language go", "status --offline", "undo"] {
        let answer = try await bash(
          #"mkdir gone; cd gone; rmdir "$PWD"; "$A" \#(words); echo $?; "$A" \#(words) --directory x"#,
          in: project
        )
        #expect(answer.status == .exited(3), "\(words)")
        #expect(answer.text.hasSuffix("3"), "\(words)")
        #expect(answer.errorText.contains("The current folder no longer exists"), "\(words)")
      }
    }
  }

  /// What `unshare` needs of a user who is no administrator.
  static let asRoot = TestUser.isRoot ? "" : "r"
}
