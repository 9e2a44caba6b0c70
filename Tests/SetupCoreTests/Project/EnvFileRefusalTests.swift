import Ground
import SetupCore
import TestSupport
import Testing

/// What may be named as the env file.
struct EnvFileRefusalTests {
  @Test(arguments: [
    ".git/config", ".git/hooks/pre-commit", "sub/.git/.env", "x/../.git/.env", ".GIT/config",
    "/home/ada/app/.git/.env", ".git",
  ])
  func `nothing of git's is one`(path: String) {
    #expect(EnvFileName.refusal(of: path) == .git)
  }

  @Test(arguments: [
    ("package.json", ".json"), ("src/index.ts", ".ts"), ("../Makefile", "makefile"),
    ("config.YML", ".yml"), ("~/.bashrc", ".bashrc"), ("next.config.mjs", ".mjs"),
  ])
  func `the name of another kind of file is none`(path: String, ending: String) {
    #expect(EnvFileName.refusal(of: path) == .name(ending: ending))
    #expect(EnvFileName.refusal(of: path)?.reason.contains(ending) == true)
  }

  @Test(arguments: [
    ".env", "config/.env.staging", "../.env", ".env.json", "prod.env", ".dev.vars", "secrets",
    "settings.conf", ".envrc", ".env.bak", "env.txt", "app.properties",
  ])
  func `any other name may be one`(path: String) {
    #expect(EnvFileName.refusal(of: path) == nil)
  }

  @Test(arguments: [
    ("A=1\nhello\n", 2), ("[core]\n\tbare = false\n", 1), ("#!/bin/sh\necho hi\n", 2),
    ("{\"a\": 1}", 1), ("A=1\n\n# c\nB=2\n", nil), ("", nil), ("export A=1\n", nil),
  ])
  func `a name that says nothing is judged by the content`(text: String, line: Int?) throws {
    let document = try DotenvDocument(parsing: FileContent(text))
    let refusal = line.map { EnvFileName.Refusal.content(line: $0) }
    #expect(EnvFileName.refusal(of: document, named: "secrets") == refusal)
    #expect(EnvFileName.refusal(of: document, named: ".env.old") == nil)
  }
}
