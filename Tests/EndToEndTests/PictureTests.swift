import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The pictures of the documentation show what the program shows: it is driven in a real terminal,
/// and each picture is drawn anew and compared with its file.
@Suite(.alone) struct PictureTests {
  private static let names = [
    "connect.svg", "done.svg", "review.svg", "scopes.svg", "session.cast", "session.svg",
    "status.svg",
    "token.svg",
  ]

  private func compare(_ text: String, with name: String) throws {
    try #require(Self.names.contains(name))
    let file = GoldenFile(file: "docs/pictures/\(name)", recordedBy: "make pictures")
    if let difference = try file.difference(from: text) {
      Issue.record("\(difference)")
    }
  }

  private func compare(_ screen: TerminalScreen, with name: String, title: String) throws {
    try compare(ScreenPicture(title: title, screen: screen).svg, with: "\(name).svg")
  }

  @Test func `the wizard, from the prompt to Connected and back`() async throws {
    try await PictureProject.with { project in
      let token = SandboxScenario.readOnly.token
      let session = try await WizardStory.tell(in: project, pasting: token) { name, screen in
        let titles = [
          "token": "The token step: the token stays hidden, and it is said whose it is",
          "scopes": "The scope table: what the app wants and what the token has",
          "review": "The review: every file that will be written, as one difference",
          "done": "Done: connected, and what was written",
        ]
        try compare(screen, with: name, title: "attio-setup. \(titles[name] ?? "")")
      }
      let title = "attio-setup connects a project to Attio"
      let cast = try session.cast(title: title)
      #expect(cast.contains("64 characters received") && !cast.contains(token))
      try compare(SessionPicture(title: title, session: session).svg, with: "session.svg")
      try compare(cast, with: "session.cast")
    }
  }

  @Test func `every picture is drawn by these tests, and shown by a document`() throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(root)/docs/pictures")
    #expect(files.sorted() == Self.names)
    let documents = try ["README.md", "docs/many-workspaces.md"].map {
      try String(contentsOfFile: "\(root)/\($0)", encoding: .utf8)
    }
    for name in Self.names {
      #expect(documents.contains { $0.contains("pictures/\(name)") }, "\(name)")
    }
  }

  @Test func `the status of a token that lacks a scope`() async throws {
    try await PictureProject.with { project in
      let applied = try await Program.run(
        ["apply", "--sandbox", "--token-stdin"],
        in: project,
        input: SandboxScenario.readOnly.token
      )
      try #require(applied.status == .exited(0))
      try project.write(
        "# attio-scopes: object_configuration:read record_permission:read-write\nATTIO_API_KEY=\n",
        to: ".env.example"
      )
      try await TmuxSession.with(project, ["status", "--sandbox"]) { terminal in
        let screen = try await terminal.picture(of: "Missing: record_permission:read-write")
        try compare(
          screen,
          with: "status",
          title: "attio-setup status. A scope is missing, and what to do about it"
        )
      }
    }
  }

  @Test func `the wait for an admin's answer`() async throws {
    try await PictureProject.with { project in
      // A browser that is there and never asked.
      try project.write("#!/bin/sh\n", to: "../xdg-open")
      try await Program.tool("chmod", ["700", "../xdg-open"], in: project)
      try project.write(Sandbox.clientSecret, to: "../secret")
      let port = try RawSocket.unusedPort()
      try await TmuxSession.with(
        project,
        [
          "connect", "--sandbox", "--store", "file", "--client-id", Sandbox.clientID,
          "--client-secret-file", "\(project.root)/secret",
          "--redirect-uri", "http://localhost:\(port)/callback",
        ],
        environment: [
          "DISPLAY": ":0", "PATH": "\(project.root):\(project.environment["PATH"] ?? "")",
        ]
      ) { terminal in
        try await terminal.wait(for: "Nothing has been written so far.")
        try await terminal.press("Enter")
        let screen = try await terminal.picture(of: "Waiting for the answer")
        try compare(
          screen,
          with: "connect",
          title: "attio-setup connect. A link for the browser, and the wait for the answer"
        )
      }
    }
  }
}
