import Ground
import SetupCore
import TestSupport
import Testing

struct PlanAppTests {
  private static let rules = ".env\n.env.local\n.env.*.local\n"
  private static let scopes = "object_configuration:read record_permission:read"
  private static let secret = EnvCase.token
  private static let uri = "http://localhost:8787/callback"
  private static let app = AppSettings(
    clientID: "client-1",
    clientSecret: Secret(secret),
    redirectURI: uri
  )
  private static let block = [
    "ATTIO_CLIENT_ID=client-1", "ATTIO_CLIENT_SECRET=\(secret)", "ATTIO_REDIRECT_URI=\(uri)",
  ]
  private static let lines = block.map { "\($0)\n" }.joined()
  private static let names = "ATTIO_CLIENT_ID=\nATTIO_CLIENT_SECRET=\nATTIO_REDIRECT_URI=\n"

  private func entry(_ id: PlanEntry.ID, _ file: PlanCase) throws -> PlanEntry {
    try #require(try file.plan().entry(id))
  }

  @Test func `plans every file of a new project in the order of writing`() throws {
    let plan = try PlanCase(app: Self.app).plan()
    #expect(plan.purpose == .app)
    #expect(plan.entries.map(\.id) == [.ignoreRules, .envFile, .example])
    #expect(plan.entries.map(\.action) == [.create, .create, .create])
    #expect(plan.entries.map(\.mode) == [0o644, 0o600, 0o644])
    #expect(plan.entry(.envFile)?.after.text == Self.lines)
    #expect(plan.entry(.example)?.after.text == "# attio-scopes: \(Self.scopes)\n" + Self.names)
    let diff = """
      @@ -0,0 +1,3 @@
      +ATTIO_CLIENT_ID=client-1
      +ATTIO_CLIENT_SECRET=0123…cdef
      +ATTIO_REDIRECT_URI=\(Self.uri)

      """
    #expect(plan.entry(.envFile)?.diff.text.hasSuffix(diff) == true)
    #expect(try PlanCase().plan().purpose == .token)
  }

  @Test(arguments: [
    ("A=1\n", "A=1\n" + lines),
    ("A=1", "A=1\n" + lines),
    ("ATTIO_API_KEY='t' # c\r\n", "ATTIO_API_KEY='t' # c\r\n" + block.map { "\($0)\r\n" }.joined()),
    (
      "export ATTIO_REDIRECT_URI=\"x\"\nATTIO_CLIENT_ID = old # mine\nB=2\nATTIO_CLIENT_SECRET=''\n",
      "export ATTIO_REDIRECT_URI=\"\(uri)\"\nATTIO_CLIENT_ID = client-1 # mine\nB=2\n"
        + "ATTIO_CLIENT_SECRET='\(secret)'\n"
    ),
    (
      "ATTIO_CLIENT_SECRET=1\nA=2\nATTIO_CLIENT_SECRET=3\n",
      "ATTIO_CLIENT_SECRET=\(secret)\nA=2\nATTIO_CLIENT_SECRET=\(secret)\n"
        + "ATTIO_CLIENT_ID=client-1\nATTIO_REDIRECT_URI=\(uri)\n"
    ),
    ("# ATTIO_CLIENT_ID=x\n", "# ATTIO_CLIENT_ID=x\n" + lines),
    ("P=\"\nATTIO_CLIENT_ID=in\n\"\n", "P=\"\nATTIO_CLIENT_ID=in\n\"\n" + lines),
    ("A=1\nX='open\n", "A=1\n" + lines + "X='open\n"),
  ])
  func `sets the three variables and keeps every other byte`(
    _ before: String,
    _ after: String
  ) throws {
    #expect(try entry(.envFile, PlanCase(env: before, app: Self.app)).after.text == after)
  }

  /// Where one new line goes is what the corpus is measured for; the block goes there whole.
  @Test(arguments: EnvCase.corpus)
  func `new variables stand together, in order, where a single one would`(_ file: EnvCase) throws {
    let single = try DotenvDocument(parsing: file.before).setting("ZZZ", to: Secret("v")).content
    var inputs = PlanCase(env: "", app: Self.app).inputs
    inputs.envFile.content = file.before
    let plan = try Plan.make(inputs)
    let ends = ["\r\n", "\n", "\r"]
    let end = try #require(ends.first { single.bytes.firstRange(of: "ZZZ=v\($0)") != nil })
    let line = try #require(single.bytes.firstRange(of: "ZZZ=v\(end)"))
    var expected = single.bytes
    expected.replaceSubrange(line, with: Self.block.map { "\($0)\(end)" }.joined().utf8)
    #expect(plan.entry(.envFile)?.after == FileContent(expected))
  }

  @Test(arguments: [
    ("ATTIO_API_KEY=\n", "ATTIO_API_KEY=\n# attio-scopes: \(scopes)\n" + names),
    (
      "# attio-scopes: note:read\nATTIO_API_KEY=your-key\n",
      "# attio-scopes: \(scopes)\nATTIO_API_KEY=your-key\n" + names
    ),
    (
      "ATTIO_CLIENT_SECRET=change-me\nA=1\nATTIO_REDIRECT_URI=\(uri)\n",
      "# attio-scopes: \(scopes)\nATTIO_CLIENT_SECRET=change-me\nA=1\nATTIO_REDIRECT_URI=\(uri)\n"
        + "ATTIO_CLIENT_ID=\n"
    ),
  ])
  func `adds to the example what it lacks`(_ before: String, _ after: String) throws {
    #expect(try entry(.example, PlanCase(example: before, app: Self.app)).after.text == after)
  }

  @Test(arguments: [app, AppSettings(clientID: "client-1", redirectURI: uri)])
  func `takes the client secret out of the example and names it`(_ app: AppSettings) throws {
    let before = "# old: \(Self.secret)\nATTIO_CLIENT_SECRET='\(Self.secret)'\nATTIO_API_KEY=x\n"
    let entry = try entry(
      .example,
      PlanCase(env: Self.lines, example: before, scopes: [], app: app)
    )
    #expect(
      entry.after.text == "# old: \nATTIO_CLIENT_SECRET=''\nATTIO_API_KEY=x\n"
        + "ATTIO_CLIENT_ID=\nATTIO_REDIRECT_URI=\n"
    )
    #expect(entry.notes.count == 1)
    #expect(entry.notes.first?.hasPrefix("The client secret stood in .env.example") == true)
    #expect(!entry.diff.text.contains(Self.secret))
  }

  @Test(arguments: [
    PlanCase(app: app),
    PlanCase(env: "A=1", ignore: "x", example: "A=", app: app),
    PlanCase(
      env: "ATTIO_CLIENT_ID=1\r\nATTIO_CLIENT_ID=2\r\nATTIO_API_KEY=t\r\n",
      example: "ATTIO_API_KEY=\r\n",
      app: app
    ),
    PlanCase(env: "X='open\n", example: "ATTIO_CLIENT_SECRET=\(secret)\n", app: app),
    PlanCase(env: "A=1\n", isTracked: true, untrack: true, app: app),
    PlanCase(scopes: [], envFileName: ".env.local", app: app),
    PlanCase(app: AppSettings(clientID: "a b", clientSecret: Secret("it's"), redirectURI: uri)),
  ])
  func `keeps everything on the second run`(_ first: PlanCase) throws {
    var second = try first.applied()
    for app in [second.app, AppSettings()] {
      second.app = app
      let plan = try second.plan()
      #expect(plan.pending.isEmpty)
      #expect(plan.entries.allSatisfy { $0.after == $0.before.content && $0.diff.lines.isEmpty })
    }
  }

  @Test func `shows of all values only the id and the address that are written`() throws {
    let env = """
      ATTIO_API_KEY=fedcba9876543210fedcba9876543210
      ATTIO_CLIENT_ID=something-that-stood-there
      OTHER=client-1
      # ATTIO_CLIENT_ID=client-1
      ATTIO_CLIENT_SECRET="0f0f0f0f0f0f0f0f0f0f" # was \(Self.secret)

      """
    let diff = try entry(.envFile, PlanCase(env: env, app: Self.app)).diff.text
    let expected = """
       ATTIO_API_KEY=••••
      -ATTIO_CLIENT_ID=••••
      +ATTIO_CLIENT_ID=client-1
       OTHER=••••
       # ATTIO_CLIENT_ID=••••
      -ATTIO_CLIENT_SECRET="••••" ••••
      +ATTIO_CLIENT_SECRET="0123…cdef" ••••
      +ATTIO_REDIRECT_URI=\(Self.uri)

      """
    #expect(diff.hasSuffix("@@\n" + expected), "\(diff)")
  }

  @Test(arguments: [
    AppSettings(clientID: secret, clientSecret: Secret(secret), redirectURI: uri),
    AppSettings(
      clientID: "x-\(secret)",
      clientSecret: Secret(secret),
      redirectURI: "http://localhost/\(secret)"
    ),
  ])
  func `never shows the secret, also where it was given as something else`(
    _ app: AppSettings
  ) throws {
    let plan = try PlanCase(env: "ATTIO_CLIENT_ID=\(Self.secret)\n", mode: 0o666, app: app).plan()
    let shown = plan.notes + plan.entries.flatMap { $0.notes + [$0.diff.text] } + ["\(plan)"]
    #expect(shown.allSatisfy { !$0.contains(Self.secret) })
  }

  @Test(arguments: [false, true])
  func `writes nothing to a tracked file that stays tracked`(_ untrack: Bool) throws {
    let plan = try PlanCase(
      env: "A=1\n",
      ignore: Self.rules,
      isTracked: true,
      untrack: untrack,
      app: Self.app
    ).plan()
    #expect(plan.entry(.envFile)?.isOn == untrack)
    let words = (plan.notes + plan.entries.flatMap(\.notes)).joined(separator: " ")
    #expect(words.contains("client secret is \(untrack ? "" : "not ")written"))
    #expect(words.contains("make a new client secret"))
    #expect(!words.contains("token"))
  }

  @Test func `names each variable that stands in several lines`() throws {
    let env = "ATTIO_CLIENT_ID=1\nATTIO_REDIRECT_URI=2\nATTIO_CLIENT_ID=3\nATTIO_REDIRECT_URI=4\n"
    let notes = try entry(.envFile, PlanCase(env: env, app: Self.app)).notes
    #expect(notes.count == 2)
    #expect(notes.first?.hasPrefix("ATTIO_CLIENT_ID stands in lines 1, 3.") == true)
    #expect(notes.last?.hasPrefix("ATTIO_REDIRECT_URI stands in lines 2, 4.") == true)
  }

  @Test(arguments: [
    (lines.replacing("client-1", with: ""), "ATTIO_CLIENT_ID", EnvSetting.Kind.clientID),
    ("ATTIO_CLIENT_ID=1\nATTIO_REDIRECT_URI=\n", "ATTIO_CLIENT_SECRET", .clientSecret),
    ("ATTIO_CLIENT_ID=1\nATTIO_CLIENT_SECRET=2\n", "ATTIO_REDIRECT_URI", .redirectURI),
  ])
  func `names the variable that has no value to keep`(
    _ env: String,
    _ variable: String,
    _ kind: EnvSetting.Kind
  ) throws {
    let error = PlanError.tokenMissing(path: ".env", variable: variable, kind: kind)
    #expect(throws: error) { try PlanCase(env: env, app: AppSettings()).plan() }
    #expect(error.message.contains(variable))
    #expect(error.remedy == "Give the \(kind.noun) of the app.")
  }

  @Test(arguments: [
    (AppSettings(clientID: "a\nb", clientSecret: Secret("s"), redirectURI: uri), "ATTIO_CLIENT_ID"),
    (
      AppSettings(clientID: "a", clientSecret: Secret("s'\"$"), redirectURI: uri),
      "ATTIO_CLIENT_SECRET"
    ),
    (
      AppSettings(clientID: "a", clientSecret: Secret("s"), redirectURI: "h\u{7F}"),
      "ATTIO_REDIRECT_URI"
    ),
  ])
  func `names the variable whose value cannot be written`(
    _ app: AppSettings,
    _ variable: String
  ) throws {
    let setting = try #require(app.envSettings.first { $0.variable == variable })
    let error = PlanError.envFile(path: ".env", .unwritableValue, of: setting.kind)
    #expect(throws: error) { try PlanCase(env: "A=1\n", app: app).plan() }
    #expect(error.message.hasPrefix("The value of \(variable) holds characters"))
    #expect(error.remedy.contains("Copy the \(setting.kind.noun) once more"))
  }

  @Test(arguments: [
    PlanError.ignoreFileIsLink(path: "f", purpose: .app),
    .sameFile(path: "f", other: "g", purpose: .app),
  ])
  func `an error about the app speaks of no token`(_ error: PlanError) {
    #expect(error.message.contains("the client secret"))
    #expect(!(error.message + error.remedy).contains("token"))
  }
}

extension [UInt8] {
  fileprivate func firstRange(of text: String) -> Range<Int>? {
    indices.first { self[$0...].starts(with: text.utf8) }.map { $0..<($0 + text.utf8.count) }
  }
}
