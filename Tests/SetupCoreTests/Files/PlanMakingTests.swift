import Ground
import SetupCore
import TestSupport
import Testing

struct PlanMakingTests {
  private static let rules = ".env\n.env.local\n.env.*.local\n"

  @Test
  func `plans every file of a new project in the order of writing`() throws {
    let plan = try PlanCase().plan()
    #expect(plan.entries.map(\.id) == [.ignoreRules, .envFile, .example])
    #expect(plan.entries.map(\.path) == [".gitignore", ".env", ".env.example"])
    #expect(plan.entries.map(\.action) == [.create, .create, .create])
    #expect(plan.entries.map(\.mode) == [0o644, 0o600, 0o644])
    #expect(plan.entries.allSatisfy { $0.isOn && $0.isSwitchable })
    #expect(plan.notes.isEmpty)
    #expect(plan.entry(.ignoreRules)?.after.text == Self.rules)
    #expect(plan.entry(.envFile)?.after.text == "KEY=\(EnvCase.token)\n")
    let example = "# attio-scopes: object_configuration:read record_permission:read\nKEY=\n"
    #expect(plan.entry(.example)?.after.text == example)
    #expect(plan.entry(.envFile)?.diff.text.hasSuffix("@@ -0,0 +1 @@\n+KEY=0123…cdef\n") == true)
  }

  @Test(arguments: [
    PlanCase(),
    PlanCase(env: "A=1", ignore: "x", example: "A="),
    PlanCase(
      env: "KEY=1\r\nKEY=2\r\n",
      ignore: "a\r\n.env*\r\n",
      example: "KEY=your-key\r\n",
      mode: 0o644
    ),
    PlanCase(ignore: ".env\n!.env\n", git: .noRepository),
    PlanCase(ignore: ".env*", git: .missing),
    PlanCase(envFileName: "config/.env"),
    PlanCase(env: "KEY=1", isTracked: true, untrack: true),
    PlanCase(example: "KEY=\(EnvCase.token)\n# was \(EnvCase.token)\n"),
    PlanCase(ignore: "/.env\n", scopes: [], envFileName: "app/secrets.env"),
  ])
  func `keeps everything on the second run`(_ first: PlanCase) throws {
    let second = try first.applied().plan()
    let kept = second.entries.filter { $0.id != .tightenMode }
    #expect(kept.allSatisfy { $0.action == .keep && $0.diff.lines.isEmpty })
    #expect(second.pending.isEmpty)
  }

  @Test
  func `keeps the mode of a file that exists and offers to tighten it`() throws {
    let plan = try PlanCase(env: "KEY=old\n", ignore: Self.rules, mode: 0o644).plan()
    #expect(plan.entries.map(\.id) == [.ignoreRules, .envFile, .tightenMode, .example])
    #expect(plan.entry(.envFile)?.mode == 0o644)
    #expect(plan.entry(.envFile)?.action == .change)
    let tighten = try #require(plan.entry(.tightenMode))
    #expect(tighten.mode == 0o600 && !tighten.isOn && tighten.isSwitchable)
    #expect(tighten.action == .change && tighten.after == plan.entry(.envFile)?.after)
    #expect(try PlanCase(env: "KEY=old\n", mode: 0o400).plan().entry(.tightenMode) == nil)
  }

  @Test(arguments: [false, true])
  func `writes no token to a tracked file that stays tracked`(_ untrack: Bool) throws {
    let plan = try PlanCase(
      env: "KEY=old\n",
      ignore: Self.rules,
      isTracked: true,
      untrack: untrack
    ).plan()
    #expect(plan.entries.map(\.id) == [.ignoreRules, .untrack, .envFile, .example])
    let entry = try #require(plan.entry(.untrack))
    #expect(entry.path == ".env" && entry.action == .change && !entry.isSwitchable)
    #expect(entry.notes.contains { $0.contains("git rm --cached .env") })
    #expect(entry.isOn == untrack)
    #expect(plan.entry(.envFile)?.isOn == untrack)
    #expect(plan.entry(.envFile)?.isSwitchable == untrack)
    #expect(plan.notes.contains { $0.contains("Git tracks .env") })
    #expect(plan.pending.contains { $0.id == .envFile } == untrack)
  }

  @Test
  func `quotes the name in the command that it shows`() throws {
    let plan = try PlanCase(env: "", envFileName: "my 'own'.env", isTracked: true).plan()
    let command = #"git rm --cached 'my '\''own'\''.env'"#
    #expect(plan.entry(.untrack)?.notes.first?.contains(command) == true)
  }

  @Test
  func `keeps the value that stands there without a token`() throws {
    let plan = try PlanCase(env: "KEY=\(EnvCase.token)\nKEY=x", token: nil).plan()
    #expect(plan.entry(.envFile)?.action == .keep)
    for env in [nil, "", "KEY=\n", "# KEY=x\n"] {
      #expect(throws: PlanError.tokenMissing(path: ".env", variable: "KEY")) {
        try PlanCase(env: env, token: nil).plan()
      }
    }
  }

  @Test
  func `says that every place gets the value`() throws {
    let plan = try PlanCase(env: "KEY=1\nA=2\nKEY=3\n").plan()
    #expect(plan.entry(.envFile)?.notes.contains { $0.contains("lines 1, 3") } == true)
  }

  @Test
  func `says where links lead`() throws {
    var inputs = PlanCase(env: "A=1\n").inputs
    inputs.envFile.resolvedPath = "/shared/env"
    inputs.envFile.linkCount = 3
    let notes = try #require(try Plan.make(inputs).entry(.envFile)).notes.joined()
    #expect(notes.contains("symbolic link") && notes.contains("/shared/env"))
    #expect(notes.contains("3 names"))
  }

  @Test(arguments: [false, true])
  func `does not write a file that is there where git does not say whether it tracks it`(
    _ untrack: Bool
  ) throws {
    let refused = GitFindings.Availability.refused("fatal: index file corrupt")
    let plan = try PlanCase(env: "KEY=old\n", untrack: untrack, git: refused).plan()
    #expect(plan.gitRefusal == "fatal: index file corrupt")
    #expect(plan.entry(.envFile)?.isOn == false)
    #expect(plan.entry(.envFile)?.isSwitchable == false)
    #expect(PlanObstacle.refused(plan)?.exitCode == 1)
    let new = try PlanCase(git: refused).plan()
    #expect(new.gitRefusal == nil)
    #expect(new.entry(.envFile)?.isOn == true)
    #expect(PlanObstacle.refused(new) == nil)
    for git in [GitFindings.Availability.noRepository, .missing] {
      #expect(try PlanCase(env: "KEY=old\n", git: git).plan().gitRefusal == nil)
    }
  }

  @Test
  func `writes nothing where somebody may have planted the repository`() throws {
    let planted = GitRefusal(reason: "a bare one", remedy: "Delete it.", isPlanted: true)
    let plan = try PlanCase(git: .refused(planted)).plan()
    #expect(plan.gitRefusal == planted)
    #expect(plan.entry(.envFile)?.isOn == false)
  }

  @Test(arguments: [
    (GitFindings.Availability.noRepository, "no git repository"),
    (.missing, "Git is not installed"),
    (.refused("fatal: detected dubious ownership\u{1B}[2J"), "“detected dubious ownership[2J”"),
  ])
  func `compares text where git cannot be asked, and says so`(
    _ git: GitFindings.Availability,
    _ words: String
  ) throws {
    let plan = try PlanCase(ignore: "x\n", git: git).plan()
    #expect(plan.entry(.ignoreRules)?.after.text == "x\n" + Self.rules)
    #expect(plan.notes.contains { $0.contains(words) })
  }

  @Test
  func `no note and no error holds a value`() throws {
    let secret = "SECRETSECRETSECRETSECRET"
    let plan = try PlanCase(
      env: "KEY=\(secret)\nKEY=2\n",
      example: "KEY=\(secret)\n",
      mode: 0o666,
      token: Secret(secret),
      isTracked: true
    ).plan()
    let shown = plan.notes + plan.entries.flatMap { $0.notes + [$0.diff.text] } + ["\(plan)"]
    #expect(shown.allSatisfy { !$0.contains(secret) })
    do {
      _ = try PlanCase(token: Secret(secret + "\n")).plan()
      Issue.record("A value with a line end was planned.")
    } catch {
      #expect(error == .envFile(path: ".env", .unwritableValue))
      #expect(!(error.message + error.remedy + "\(error)").contains(secret))
    }
  }

  @Test(arguments: [FileSnapshot.Kind.directory, .other])
  func `plans nothing for what is no file`(_ kind: FileSnapshot.Kind) {
    func expected(_ path: String) -> PlanError {
      kind == .directory ? .directory(path: path) : .notAFile(path: path)
    }
    var inputs = PlanCase().inputs
    inputs.envFile.kind = kind
    #expect(throws: expected(".env")) { try Plan.make(inputs) }
    inputs = PlanCase().inputs
    inputs.ignoreFile.kind = kind
    #expect(throws: expected(".gitignore")) { try Plan.make(inputs) }
    inputs = PlanCase().inputs
    inputs.example.kind = kind
    #expect(throws: expected(".env.example")) { try Plan.make(inputs) }
  }

  @Test
  func `plans nothing for files that cannot be read`() {
    #expect(throws: PlanError.envFile(path: ".env", .utf16)) {
      try PlanCase(env: "⟦FF⟧⟦FE⟧A⟦00⟧").plan()
    }
    #expect(throws: PlanError.envFile(path: ".env", .nulByte(line: 1))) {
      try PlanCase(env: "A=1\0 and more").plan()
    }
    #expect(throws: PlanError.envFile(path: ".env.example", .nulByte(line: 2))) {
      try PlanCase(example: "A=1\n\0 and more").plan()
    }
    #expect(throws: PlanError.ignoreFileIsNoText(path: ".gitignore")) {
      try PlanCase(ignore: "⟦FF⟧⟦FE⟧a").plan()
    }
    #expect(throws: PlanError.ignoreFileIsNoText(path: ".gitignore")) {
      try PlanCase(ignore: ".\0e\0n\0v\0").plan()
    }
  }

  @Test
  func `a NUL byte in the ignore file is no hindrance to git and none here`() throws {
    for short in ["x\0y\n", "ab\0\n", "a\0bc", "a\0b\0"] {
      #expect(try PlanCase(ignore: short).plan().entry(.ignoreRules) != nil)
    }
    let plan = try PlanCase(ignore: "node_modules\n\0dist\n").plan()
    let after = try #require(plan.entry(.ignoreRules)?.after.text)
    #expect(after.hasPrefix("node_modules\n\0dist\n.env\n"))
    #expect(try #require(plan.entry(.ignoreRules)).diff.text.contains("+.env"))
  }

  @Test(arguments: [
    ("encrypted:BG8M6U+GKJ", SecretReference.dotenvx), ("ENC[AES256_GCM,data:x]", .sops),
    ("op://dev/attio/token", .onePassword), ("vault:secret/data/attio#key", .vault),
    ("arn:aws:secretsmanager:x:1:secret:y", .aws), ("${ATTIO}", .shell), ("$(pass attio)", .shell),
  ])
  func `a reference is replaced only where that is asked for`(
    value: String,
    reference: SecretReference
  ) throws {
    for text in ["KEY='\(value)'\n", "KEY=a\nKEY='\(value)'\nKEY=b\n"] {
      #expect(throws: PlanError.reference(path: ".env", variable: "KEY", reference)) {
        try PlanCase(env: text).plan()
      }
      var inputs = PlanCase(env: text).inputs
      inputs.replacesReference = true
      #expect(throws: Never.self) { try Plan.make(inputs) }
      // To keep what is there replaces nothing.
      #expect(throws: Never.self) { try PlanCase(env: text, token: nil).plan() }
    }
    #expect(
      SetupError(.reference(path: ".env", variable: "KEY", reference)).exitCode
        == ExitStatus.actionNeeded
    )
  }

  @Test(arguments: ["<your-token>", "{{ token }}", "your-token", ""])
  func `a gap to fill in is no reference`(value: String) throws {
    #expect(throws: Never.self) { try PlanCase(env: "KEY=\"\(value)\"\n").plan() }
  }

  @Test
  func `plans nothing where the example is the env file`() throws {
    #expect(throws: PlanError.sameFile(path: ".env.example", other: ".env.example")) {
      try PlanCase(envFileName: ".env.example").plan()
    }
    var inputs = PlanCase(env: "A=1", example: "A=1").inputs
    inputs.envFile.identity = FileIdentity(device: 1, inode: 2)
    #expect(throws: Never.self) { try Plan.make(inputs) }
    inputs.example.identity = FileIdentity(device: 1, inode: 2)
    #expect(throws: PlanError.sameFile(path: ".env", other: ".env.example")) {
      try Plan.make(inputs)
    }
  }

  @Test(arguments: [
    PlanError.directory(path: "f"), .notAFile(path: "f"), .envFile(path: "f", .utf16),
    .ignoreFileIsNoText(path: "f"), .sameFile(path: "f", other: "g"),
    .tokenMissing(path: "f", variable: "KEY"),
    .reference(path: "f", variable: "KEY", .sops),
  ])
  func `every error says what it means and what to do`(_ error: PlanError) {
    #expect(error.message.contains("f") && error.message.hasSuffix("othing was changed."))
    #expect(error.remedy.hasSuffix("."))
  }
}
