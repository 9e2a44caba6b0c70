import SetupCore
import TestSupport
import Testing

/// The files that a project loads by itself, by what is in its folder.
struct EnvLoadingTests {
  @Test(arguments: [
    ([], "", [".env.development.local", ".env.local", ".env.development", ".env"]),
    (
      ["next.config.ts", "wrangler.jsonc", ".dev.vars"], #"{"dependencies":{"next":"16"}}"#,
      [".env.development.local", ".env.local", ".env.development", ".env"]
    ),
    (["wrangler.toml", ".dev.vars", ".env"], "", [".dev.vars"]),
    // Without .dev.vars, Wrangler reads the usual ones.
    (
      ["wrangler.toml", ".env"], "",
      [".env.development.local", ".env.local", ".env.development", ".env"]
    ),
    (
      [], #"{"dependencies":{"nuxt":"4"}}"#,
      [".env", ".env.development.local", ".env.local", ".env.development"]
    ),
    (
      [], #"{"devDependencies":{"vite":"7"}}"#,
      [".env.development.local", ".env.development", ".env.local", ".env"]
    ),
    (
      ["symfony.lock"], "",
      [".env.dev.local", ".env.dev", ".env.local", ".env", ".env.development.local"]
        + [".env.development"]
    ),
    (
      [".flaskenv"], "",
      [".env.development.local", ".env.local", ".env.development", ".env", ".flaskenv"]
    ),
    (
      ["supabase"], "",
      [".env.development.local", ".env.local", ".env.development", ".env"]
        + ["supabase/functions/.env"]
    ),
  ])
  func `knows what is loaded, the winner first`(names: [String], manifest: String, files: [String])
  {
    #expect(EnvLoading(names: names, manifest: manifest).files == files)
  }

  @Test(arguments: [
    ".env", ".env.bak", ".env.old", ".env.save", ".env.orig", ".env~", ".env.test", ".env_backup",
    ".env.production", ".env.sample", ".envrc", ".env (copy)", "#.env#", ".env-2024", "prod.env",
    ".ENV.bak", ".dev.vars.staging", ".flaskenv", "env.bak",
  ])
  func `takes a name for an env file`(name: String) {
    #expect(EnvFileName.isEnvLike(name))
  }

  @Test(arguments: [
    ".environment", "env.ts", "env.py", ".envoy.yaml", "package.json", "README.md", "envrc.md", "",
  ])
  func `takes another name for something else`(name: String) {
    #expect(!EnvFileName.isEnvLike(name))
  }
}
