import Ground
import SetupCore
import TestSupport
import Testing

struct ShipIgnoredTests {
  private func check(
    images: [ImageBuild] = [],
    package: NodePackage? = nil,
    envFile: String = ".env"
  ) throws -> Check {
    let findings = StatusFindings.healthy {
      $0.ship = ShipFindings(images: images, package: package)
      $0.envFileName = envFile
    }
    return try #require(findings.check(.shipIgnored))
  }

  private func image(_ rules: String?) -> ImageBuild {
    ImageBuild(
      name: "Dockerfile",
      ignoreFile: ".dockerignore",
      rules: rules.map { FileContent($0) }
    )
  }

  @Test(arguments: [
    (nil, ".env", Check.State.warn),
    ("", ".env", .warn),
    (".env", ".env", .pass),
    ("\u{FEFF}/.env\r\n", ".env", .pass),
    ("  ./.env  \n", ".env", .pass),
    (".env*", ".env.local", .pass),
    ("**/.env", ".env", .pass),
    ("**/.env", "web/.env", .pass),
    // Docker counts from the folder, unlike git.
    (".env", "web/.env", .warn),
    ("web", "web/.env", .pass),
    ("web/", "web/.env", .pass),
    ("*", "web/.env", .pass),
    ("*", ".env", .pass),
    ("**", ".env", .pass),
    ("*\n!src", ".env", .pass),
    (".env*\n!.env", ".env", .warn),
    (".env*\n! .env\n.env", ".env", .pass),
    ("# .env", ".env", .warn),
    (".environment", ".env", .warn),
    ("node_modules\ndist", ".env", .warn),
    (nil, "./.env", .warn),
    (nil, "../.env", .skipped),
    (nil, "/etc/app.env", .skipped),
  ])
  func `reads rules as Docker does`(
    rules: String?,
    envFile: String,
    state: Check.State
  ) throws {
    #expect(try check(images: [image(rules)], envFile: envFile).state == state)
  }

  /// The answers of “npm pack --dry-run”, npm 10.8.2.
  @Test(arguments: [
    // files, .npmignore, .gitignore
    (nil, nil, nil, Check.State.warn),
    (nil, nil, ".env\n", .pass),
    (nil, nil, "dist\n", .warn),
    (nil, "dist\n", ".env\n", .warn),
    (nil, "", ".env\n", .warn),
    (nil, ".env*\n", nil, .pass),
    (["dist"], nil, nil, .pass),
    ([], nil, nil, .pass),
    (["*"], ".env\n", ".env\n", .warn),
    (["."], nil, nil, .pass),
    (["/"], nil, nil, .warn),
    ([""], nil, nil, .warn),
    (["*/"], nil, nil, .pass),
    (["!.env"], nil, nil, .pass),
    (["*", "!.env*"], nil, nil, .pass),
    (["./.env"], nil, nil, .warn),
    (["**/*"], nil, nil, .warn),
    (["*", "!.env"], nil, nil, .pass),
    (["*.js", "README.md"], nil, nil, .pass),
  ])
  func `knows what npm packs`(
    files: [String]?,
    npmIgnore: String?,
    gitIgnore: String?,
    state: Check.State
  ) throws {
    let package = NodePackage(
      files: files,
      npmIgnore: npmIgnore.map { FileContent($0) },
      gitIgnore: gitIgnore.map { FileContent($0) }
    )
    #expect(try check(package: package).state == state)
  }

  @Test(arguments: [
    // the package's .npmignore, the rules above it
    (nil, [".env\n"], Check.State.pass),
    ("dist\n", [".env"], .pass),
    ("!.env\n", [".env\n"], .warn),
    (nil, ["", ".env"], .pass),
    (nil, [".env", "!.env"], .warn),
    (nil, ["/packages/a/.env\n"], .warn),
  ])
  func `reads the rules of an npm workspace`(
    npmIgnore: String?,
    outer: [String],
    state: Check.State
  ) throws {
    var package = NodePackage(npmIgnore: npmIgnore.map { FileContent($0) })
    package.outerIgnores = outer.map { FileContent($0) }
    #expect(try check(package: package).state == state)
  }

  @Test func `takes a folder in with all that lies in it`() throws {
    let package = NodePackage(files: ["config"])
    #expect(try check(package: package, envFile: "config/.env").state == .warn)
    for files in [["config/"], ["config/*"], ["*"]] {
      let package = NodePackage(files: files)
      #expect(try check(package: package, envFile: "config/.env").state == .warn)
    }
    let root = NodePackage(files: [".env"])
    #expect(try check(package: root, envFile: "config/.env").state == .pass)
    #expect(try check(package: package).state == .pass)
  }

  @Test func `has nothing to say where nothing is shipped`() throws {
    #expect(try check().state == .skipped)
    let findings = StatusFindings.healthy { $0.envFile.kind = .missing }
    #expect(findings.check(.shipIgnored)?.state == .skipped)
  }

  @Test func `says where it leaks and what to write`() throws {
    let check = try check(
      images: [image(nil)],
      package: NodePackage(npmIgnore: FileContent("dist\n"), gitIgnore: FileContent(".env\n"))
    )
    #expect(
      check.summary == "A build of Dockerfile gets .env, because there is no .dockerignore. "
        + "“npm publish” would send .env, because npm reads .npmignore, which does not name it, "
        + "instead of .gitignore."
    )
    #expect(
      check.remedy == "Add a line “.env” to .dockerignore. Add a line “.env” to .npmignore, or add "
        + "“\"private\": true” to package.json where it is not for others."
    )
  }
}
