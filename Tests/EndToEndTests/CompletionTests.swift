import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the real shells offer while a command is typed.
@Suite(.alone) struct CompletionTests {
  /// A shell with the program's completions, as an interactive session loads them.
  enum Shell: String, CaseIterable {
    case bash
    case zsh
    case fish

    /// Starts it with `$bin` first in the path and `$file` loaded.
    var start: String {
      switch self {
      case .bash: "bash --noprofile --rcfile ./bashrc -i"
      case .zsh: "ZDOTDIR=. zsh -i"
      case .fish: "fish --no-config --init-command 'source ./config.fish' -i"
      }
    }

    /// Where the shell looks for the file, and what the file is to hold.
    func configuration(bin: String, scripts: String) -> (name: String, text: String) {
      switch self {
      case .bash:
        (
          "bashrc",
          "PS1='ready> '\nPATH=\(bin):$PATH\nsource \(scripts)/attio-setup\n"
            + "bind 'set show-all-if-ambiguous on'\nbind 'set bell-style none'\n"
        )
      case .zsh:
        (
          ".zshrc",
          "PS1='ready> '\nPATH=\(bin):$PATH\nfpath=(\(scripts) $fpath)\n"
            + "autoload -U compinit\ncompinit -D -u\nsetopt no_beep no_list_ambiguous\n"
        )
      case .fish:
        (
          "config.fish",
          "function fish_prompt; echo 'ready> '; end\nset -p PATH \(bin)\n"
            + "set -p fish_complete_path \(scripts)\n"
        )
      }
    }

    /// The name under which the shell finds the completions of the program.
    var scriptName: String {
      switch self {
      case .bash: "attio-setup"
      case .zsh: "_attio-setup"
      case .fish: "attio-setup.fish"
      }
    }
  }

  /// Makes a project whose user has connected workspaces, one with a hostile name.
  private static func with(_ body: (ScratchProject) async throws -> Void) async throws {
    try await ScratchProject.with(git: false) { project in
      let hostile = "$(touch \(project.directory)/hurt)"
      let folder = "\(project.root)/home/.local/share/attio-setup"
      let files = FileManager.default
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      let entries = [("acme", "keyring"), ("basepoint", "file"), (hostile, "file")].map {
        """
        {"workspace_id":"id-\($0.0)","client_id":"app","api":"https://api.attio.com/v2",\
        "slug":"\($0.0)","store":"\($0.1)","token":"token-of-a-workspace"}
        """
      }
      let store = "{\"schema\":1,\"workspaces\":[\(entries.joined(separator: ","))]}"
      try store.write(toFile: "\(folder)/workspaces.json", atomically: false, encoding: .utf8)
      try files.createDirectory(
        atPath: "\(project.directory)/certificates",
        withIntermediateDirectories: true
      )
      let bin = "\(project.root)/bin"
      try files.createDirectory(atPath: bin, withIntermediateDirectories: true)
      try files.createSymbolicLink(atPath: "\(bin)/attio-setup", withDestinationPath: Program.path)
      // Tools of which one is the keyring's, and one has a name that must not be run.
      for name in ["secret-tool", "shop-tool-one", "shop-tool-two", "shop-tool-$(touch hurt)"] {
        let script = "#!/bin/sh\ntouch '\(project.directory)/asked'\n"
        try script.write(toFile: "\(bin)/\(name)", atomically: false, encoding: .utf8)
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(bin)/\(name)")
      }
      try await body(project)
    }
  }

  /// Writes the shell's script and configuration, as an installation and a user do.
  private static func prepare(_ shell: Shell, in project: ScratchProject) async throws {
    let script = try await Program.run(
      ["--generate-completion-script", shell.rawValue],
      in: project
    )
    try #require(script.status == .exited(0))
    try project.write(script.text + "\n", to: "../\(shell.scriptName)")
    let configuration = shell.configuration(bin: "\(project.root)/bin", scripts: project.root)
    try project.write(configuration.text, to: configuration.name)
  }

  @Test(arguments: Shell.allCases)
  func `a shell offers what fits, and runs nothing for it`(shell: Shell) async throws {
    try await Self.with { project in
      try await Self.prepare(shell, in: project)
      try await TmuxSession.withShell(project, shell.start) { terminal in
        /// Types a line and Tab, and waits until all the words are on the screen.
        func offers(_ line: String, _ words: String...) async throws {
          try await terminal.press("C-u", "C-l")
          try await terminal.type(line)
          try await terminal.press("Tab")
          for word in words { try await terminal.wait(for: word) }
        }
        try await offers("attio-setup appl", "ready> attio-setup apply")
        try await offers("attio-setup workspaces ex", "ready> attio-setup workspaces export")
        try await offers("attio-setup apply --pres", "ready> attio-setup apply --preset")
        try await offers("attio-setup apply --preset no", "--preset notes-and-tasks")
        try await offers("attio-setup scopes --preset ", "crm-sync", "everything", "webhooks")
        try await offers("attio-setup client --language ", "typescript", "python", "curl")
        try await offers("attio-setup connect --store k", "--store keyring")
        try await offers("attio-setup status --directory cert", "--directory certificates/")
        for option in ["--ca-bundle", "--env-file", "--client-secret-file"] {
          try await offers("attio-setup connect \(option) pack", "\(option) package.json")
        }
        try await offers("attio-setup apply --token-file pack", "--token-file package.json")
        try await offers("attio-setup status --workspace ", "acme", "basepoint")
        for command in ["show", "remove", "export"] {
          try await offers("attio-setup workspaces \(command) a", "\(command) acme")
        }
        try await offers("attio-setup run ", "run --")
        try await offers("attio-setup run -- shop-t", "hop-tool-one", "hop-tool-two")
        try await offers("attio-setup run --workspace acme -- cat pack", "cat package.json")
        try await offers("attio-setup workspaces export acme --to shop-tool-o", "shop-tool-one")
        let screen = try await terminal.everything()
        #expect(!screen.contains("token-of") && !screen.contains("touch"), "\(screen)")
      }
      // Neither was the keyring asked, nor a hostile name run.
      let names = try project.names()
      #expect(!names.contains("asked") && !names.contains("hurt"), "\(names)")
    }
  }

  @Test(arguments: [
    ["workspaces", "show", "--", "positional@0"], ["status", "--", "--workspace"],
    ["gone", "--", "--option"], ["status", "--", "--option"],
  ])
  func `what cannot be told is not told in the middle of a line`(place: [String]) async throws {
    try await Self.with { project in
      let store = "\(project.root)/home/.local/share/attio-setup/workspaces.json"
      try "{ damaged".write(toFile: store, atomically: false, encoding: .utf8)
      let words = ["0", "0", "attio-setup", "status", ""]
      let answer = try await Program.run(["---completion"] + place + words, in: project)
      #expect(answer.text.isEmpty && answer.errorText.isEmpty, "\(answer)")
    }
  }
}
