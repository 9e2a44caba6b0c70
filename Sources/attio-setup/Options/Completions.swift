internal import ArgumentParser
internal import SetupCore
internal import SetupRuntime

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What a shell offers behind an option or a command, where a list in its script cannot know it.
///
/// Nothing here asks Attio or the keyring, says a word of a failure, or reads a token.
extension CompletionKind {
  /// The connected workspaces, as the store's file lists them.
  static let connectedWorkspaces = custom { _, _, _ in
    let environment = ProcessStart.variables
    let store = TokenStore(
      environment: environment,
      home: environment["HOME"] ?? "",
      toolEnvironment: environment
    )
    return ((try? store.workspaces()) ?? []).map(\.handle).filter(Self.isPlain)
  }

  /// A command of the shell's path behind a word such as `--`, and files behind the command.
  static func command(after word: String) -> CompletionKind {
    custom { words, index, prefix in
      let typed = words.prefix(max(index, 0))
      guard let start = typed.firstIndex(of: word) else { return [word] }
      if index == start + 1, !prefix.contains("/") { return Self.programs(named: prefix) }
      return Self.files(named: prefix)
    }
  }

  /// The programs of the path that begin so.
  private static func programs(named prefix: String) -> [String] {
    let folders = (ProcessStart.variables["PATH"] ?? "").split(separator: ":")
    let names = folders.flatMap { folder in
      Self.names(in: String(folder), with: prefix).filter {
        FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
      }
    }
    return Set(names).sorted()
  }

  /// The files whose path begins so, a folder with a slash at its end.
  private static func files(named prefix: String) -> [String] {
    let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
    let start = String(prefix.dropFirst(folder.count))
    return names(in: folder.isEmpty ? "." : folder, with: start).sorted().map { name in
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: folder + name, isDirectory: &isFolder)
      return folder + name + (isFolder ? "/" : "")
    }
  }

  private static func names(in folder: String, with prefix: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
      $0.hasPrefix(prefix) && (!$0.hasPrefix(".") || prefix.hasPrefix(".")) && isPlain($0)
    }
  }

  /// Whether a word means itself in every shell.
  ///
  /// bash expands what it is offered (`compgen -W`): `$(…)` in a name from elsewhere would be run.
  private static func isPlain(_ word: String) -> Bool {
    !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_.+@%,".contains($0) }
  }
}
