import SetupCore
import SetupRuntime
import TestSupport
import Testing

/// `client` as scripts and people run it; what the clients do is in `StarterClientRunTests`.
@Suite(.alone) struct ClientTests {
  @Test func `prints the project's language, the file alone on standard output`() async throws {
    try await ScratchProject.with { project in
      let answer = try await Program.run(["client", "--variable", "CRM_KEY"], in: project)
      #expect(answer.status == .exited(0))
      #expect(answer.text.hasPrefix("// Attio's REST API without dependencies; Node 18"))
      #expect(answer.text.contains("process.env.CRM_KEY") && !answer.text.contains("ATTIO_API_KEY"))
      #expect(answer.text.hasSuffix("}"))
      #expect(answer.errorText.hasPrefix("src/attio/client.mjs:\n"))
      #expect(answer.errorText.contains("set -a; . ./.env; set +a; node src/attio/client.mjs"))
      #expect(answer.errorText.contains("new Attio({ apiKey: process.env.CRM_KEY })"))
      #expect(try project.names() == [".git", "package.json"])
    }
  }

  @Test func `writes through the plan, and undo takes the files back`() async throws {
    let files = [
      "go.mod": "// ours\nmodule example.com/shop // v1\n", ".env.local": "ATTIO_API_KEY=\n",
    ]
    try await ScratchProject.with(files: files) { project in
      let answer = try await Program.run(["client", "--oauth", "--write", "--json"], in: project)
      #expect(answer.status == .exited(0))
      let document = try JSON(answer.text)
      let paths = [
        "internal/attio/client.go", "cmd/attio-objects/main.go", "internal/attio/oauth.go",
      ]
      #expect(document.schema == .number(1) && document.language == .text("go"))
      #expect(document.files?.elements.compactMap { $0.path?.string } == paths)
      #expect(document.written == .bool(true) && document.undo?.string != nil)
      #expect(document.community == .list([]))
      #expect(document.run?.string?.contains(". ./.env.local;") == true)
      for (path, file) in zip(paths, document.files?.elements ?? []) {
        #expect(project.text(path) == file.contents?.string)
        #expect(try project.mode(path) == 0o644)
      }
      #expect(project.text(paths[1])?.contains("\"example.com/shop/internal/attio\"") == true)
      let undone = try await Program.run(["undo"], in: project)
      #expect(undone.status == .exited(0))
      for path in paths { #expect(project.text(path) == nil) }
      #expect(project.text("go.mod") == files["go.mod"])
    }
  }

  @Test func `never writes over a file, and then writes none of them`() async throws {
    try await ScratchProject.with { project in
      _ = try await Program.run(["client", "--language", "python", "--write"], in: project)
      try project.write("mine\n", to: "attio_client/client.py")
      let answer = try await Program.run(
        ["client", "--language", "python", "--oauth", "--write", "--json"],
        in: project
      )
      #expect(answer.status == .exited(1))
      let error = try #require(try JSON(answer.text).error)
      #expect(error.kind == .text("exists"))
      #expect(error.message?.string?.hasPrefix("attio_client/client.py exists already") == true)
      #expect(project.text("attio_client/client.py") == "mine\n")
      #expect(project.text("attio_client/oauth.py") == nil)
    }
  }

  @Test func `a file in a folder's place is left alone`() async throws {
    try await ScratchProject.with(files: ["package.json": "{}\n", "src": "mine\n"]) { project in
      let answer = try await Program.run(["client", "--write", "--json"], in: project)
      #expect(answer.status == .exited(3))
      #expect(try JSON(answer.text).error?.kind == .text("file"))
      #expect(project.text("src") == "mine\n")
    }
  }

  @Test(arguments: [
    (["--language", "cobol"], ["package.json": "{}\n"], "no starter client in cobol"),
    ([], [:], "No file in the folder tells the project's language."),
    ([], ["Cargo.toml": ""], "no starter client in Rust"),
    (["--language", "curl", "--oauth"], [:], "no server"),
  ])
  func `wrong usage ends with 64 and names the languages`(
    arguments: [String],
    files: [String: String],
    words: String
  ) async throws {
    try await ScratchProject.with(files: files) { project in
      let answer = try await Program.run(["client", "--write"] + arguments, in: project)
      #expect(answer.status == .exited(64))
      #expect(answer.text == "" && answer.errorText.contains(words))
      #expect(answer.errorText.contains("--language"))
      #expect(try project.names() == ([".git"] + files.keys).sorted())
    }
  }
}
