import SetupCore
import TestSupport
import Testing

struct PlanIgnoreRulesTests {
  private func added(_ file: PlanCase) throws -> String {
    let entry = try #require(try file.plan().entry(.ignoreRules))
    return String(entry.after.text.dropFirst((file.ignore ?? "").count))
  }

  @Test(arguments: [
    (nil, ".env\n.env.local\n.env.*.local\n"),
    ("", ".env\n.env.local\n.env.*.local\n"),
    (".env\n", ".env.local\n.env.*.local\n"),
    ("/.env\n", ".env.local\n.env.*.local\n"),
    (".env*.local\n", ".env\n"),
    (".env*\n", "!.env.example\n"),
    (".env*\n!.env.example\n", ""),
    ("!.env.example\n.env*\n", "!.env.example\n"),
    (".env\n.env.local\n.env.*.local\n!.env\n", ".env\n"),
    (".env.*\n!.env.example\n", ".env\n"),
    ("*\n", "!.env.example\n"),
  ])
  func `adds only what git says is missing`(_ ignore: String?, _ lines: String) throws {
    #expect(try added(PlanCase(ignore: ignore)) == lines)
  }

  @Test
  func `adds nothing for what another file covers`() throws {
    let rule = IgnoreRule(file: "/home/u/.config/git/ignore", line: 1, pattern: ".env*")
    let names = [".env", ".env.local", ".env.production.local", ".env.example"]
    var file = PlanCase(answers: names.map { IgnoreAnswer(name: $0, isIgnored: true, rule: rule) })
    #expect(try added(file) == "!.env.example\n")
    file.answers.removeLast()
    let entry = try #require(try file.plan().entry(.ignoreRules))
    #expect(entry.action == .keep && entry.mode == 0)
    #expect(entry.notes == [".env is ignored already (line 1 of /home/u/.config/git/ignore)."])
  }

  @Test
  func `says that an example in an ignored folder stays hidden`() throws {
    let rule = IgnoreRule(file: ".gitignore", line: 4, pattern: "/apps/")
    let names = Plan.sampleNames(envFileName: ".env")
    let file = PlanCase(
      git: .repository(root: "/"),
      answers: names.map { IgnoreAnswer(name: $0, isIgnored: true, rule: rule) }
    )
    #expect(try added(file) == "")
    let notes = try #require(try file.plan().entry(.ignoreRules)).notes
    #expect(notes.contains { $0.contains("whole folder") })
  }

  @Test(arguments: [
    ("config/.env", nil, ".env\n.env.local\n.env.*.local\n"),
    ("config/.env", "/.env\n.env*.local\n", "config/.env\n"),
    ("config/.env", ".env\n.env*.local\n!config/.env\n", "config/.env\n"),
    ("config/.env", "config/\n.env\n.env*.local\n", ""),
    ("secrets.env", ".env\n.env*.local\n", "secrets.env\n"),
    ("secrets.env", "*.env\n.env*.local\n", ""),
    (".env.development", ".env\n.env*.local\n", ".env.development\n"),
    (".env.local", nil, ".env\n.env.local\n.env.*.local\n"),
    (".env.test.local", nil, ".env\n.env.local\n.env.*.local\n"),
    ("#odd.env", ".env\n.env*.local\n", "\\#odd.env\n"),
    ("../.env", ".env\n.env*.local\n", ""),
  ])
  func `covers the env file itself`(_ name: String, _ ignore: String?, _ lines: String) throws {
    #expect(try added(PlanCase(ignore: ignore, envFileName: name)) == lines)
  }

  @Test
  func `names the deeper file that takes the env file back`() throws {
    let rule = IgnoreRule(file: "config/.gitignore", line: 2, pattern: "!.env")
    let file = PlanCase(
      ignore: ".env\n.env*.local\n",
      envFileName: "config/.env",
      answers: [IgnoreAnswer(name: "config/.env", isIgnored: false, rule: rule)]
    )
    let notes = try #require(try file.plan().entry(.ignoreRules)).notes
    #expect(notes.contains { $0.contains("Line 2 of config/.gitignore") })
  }

  @Test
  func `asks git about the env file and about names that the rules must cover`() {
    let common = [".env", ".env.local", ".env.production.local"]
    #expect(Plan.sampleNames(envFileName: ".env") == common + [".env.example"])
    #expect(
      Plan.sampleNames(envFileName: "config/.env") == common + ["config/.env", ".env.example"]
    )
  }

  @Test(arguments: [
    ("config/secrets", ".env\n.env.local\n.env.*.local\nconfig/secrets\n"),
    ("shared/.env", ".env\n.env.local\n.env.*.local\n"),
  ])
  func `covers what a linked env file leads to`(_ target: String, _ lines: String) throws {
    var inputs = PlanCase(env: "A=1\n").inputs
    inputs.envFile.resolvedPath = "/p/\(target)"
    inputs.linkTarget = target
    let entry = try #require(try Plan.make(inputs).entry(.ignoreRules))
    #expect(entry.after.text == lines)
  }

  @Test
  func `refuses to add rules to a link, which git does not follow`() throws {
    var inputs = PlanCase(ignore: "dist\n").inputs
    inputs.ignoreFile.resolvedPath = "/elsewhere/ignore"
    #expect(throws: PlanError.ignoreFileIsLink(path: ".gitignore")) { try Plan.make(inputs) }
    inputs = PlanCase(ignore: ".env\n.env.local\n.env.*.local\n").inputs
    inputs.ignoreFile.resolvedPath = "/elsewhere/ignore"
    #expect(try Plan.make(inputs).entry(.ignoreRules)?.action == .keep)
  }
}
