package import Ground

/// A package that `npm publish` would take, with what keeps files of the folder out of it.
package struct NodePackage: Equatable, Sendable {
  /// The patterns of `files` in `package.json`; nil where it has none.
  package var files: [String]?
  /// What stands in `.npmignore`; nil where there is none.
  package var npmIgnore: FileContent?
  /// What stands in `.gitignore`; nil where there is none.
  package var gitIgnore: FileContent?
  /// The ignore files that npm reads above the package, where it is one of a workspace's; the
  /// outermost first.
  package var outerIgnores: [FileContent] = []

  /// Collects what decides; the ignore files above are set afterwards.
  package init(
    files: [String]? = nil,
    npmIgnore: FileContent? = nil,
    gitIgnore: FileContent? = nil
  ) {
    self.files = files
    self.npmIgnore = npmIgnore
    self.gitIgnore = gitIgnore
  }

  /// What decides which files are packed: `files` before `.npmignore` before `.gitignore`.
  ///
  /// (docs.npmjs.com/cli/configuring-npm/package-json, "files")
  enum Rules: Equatable {
    case list([String])
    case npmIgnore(FileContent)
    case gitIgnore(FileContent)
    case none
  }

  var rules: Rules {
    if let files { return .list(files) }
    if let npmIgnore { return .npmIgnore(npmIgnore) }
    return gitIgnore.map { .gitIgnore($0) } ?? .none
  }

  /// Whether a file is packed; npm has no rule of its own against an env file.
  func ships(_ path: ShippedPath) -> Bool {
    switch rules {
    case .none: !isIgnored(path, by: FileContent())
    case .npmIgnore(let content), .gitIgnore(let content): !isIgnored(path, by: content)
    case .list(let patterns): Self.isListed(path, in: patterns)
    }
  }

  /// npm applies the rules from above to the package as if they stood in it.
  private func isIgnored(_ path: ShippedPath, by own: FileContent) -> Bool {
    let bytes = (outerIgnores + [own]).map(\.bytes).joined(separator: [UInt8(ascii: "\n")])
    return IgnoreFile(FileContent(Array(bytes))).answer(for: path.text).isIgnored
  }

  /// A pattern of `files` is one of an ignore file that takes in instead of leaving out.
  private static func isListed(_ path: ShippedPath, in patterns: [String]) -> Bool {
    let last = patterns.last { entry in
      var body = entry.hasPrefix("!") ? entry.dropFirst() : entry[...]
      for start in ["./", "/"] where body.hasPrefix(start) { body = body.dropFirst(start.count) }
      guard !body.isEmpty else { return true }
      return IgnorePattern(("/" + body).utf8)?.matches(path.text) == true
    }
    return last.map { !$0.hasPrefix("!") } ?? false
  }
}
