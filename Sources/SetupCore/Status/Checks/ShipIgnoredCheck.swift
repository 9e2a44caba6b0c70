import Ground

/// Whether the env file stays out of container images and packages, which git's rules do not decide.
enum ShipIgnoredCheck {
  static func check(_ findings: StatusFindings) -> Check {
    let ship = findings.ship
    guard !ship.images.isEmpty || ship.package != nil else {
      return Check(.shipIgnored, .skipped, "Nothing here builds an image or a package.")
    }
    guard findings.envFile.kind == .file, let path = ShippedPath(findings.envFileName) else {
      return Check(.shipIgnored, .skipped, "There is no \(findings.envFileName) in the folder.")
    }
    let leaks = imageLeaks(ship, path) + packageLeaks(ship, path)
    guard !leaks.isEmpty else {
      return Check(.shipIgnored, .pass, "\(path.text) stays out of images and packages.")
    }
    return Check(
      .shipIgnored,
      .warn,
      leaks.map(\.summary).joined(separator: " "),
      remedy: leaks.map(\.remedy).joined(separator: " ")
    )
  }

  private struct Leak {
    var summary: String
    var remedy: String
  }

  private static func imageLeaks(_ ship: ShipFindings, _ path: ShippedPath) -> [Leak] {
    let leaking = ship.images.filter { $0.ships(path) }
    guard let first = leaking.first else { return [] }
    let names = leaking.map { SafeText.cleaned($0.name, limit: 80) }.joined(separator: ", ")
    let file = SafeText.cleaned(first.ignoreFile, limit: 80)
    let reason = first.rules == nil ? "there is no \(file)" : "\(file) does not name it"
    return [
      Leak(
        summary: "A build of \(names) gets \(path.text), because \(reason).",
        remedy: "Add a line “\(path.text)” to \(file)."
      )
    ]
  }

  private static func packageLeaks(_ ship: ShipFindings, _ path: ShippedPath) -> [Leak] {
    guard let package = ship.package, package.ships(path) else { return [] }
    let line = IgnoreFile.pattern(for: path.text)
    let (reason, cure) =
      switch package.rules {
      case .list:
        (
          "“files” in package.json takes it in",
          "Name in “files” only what others need, or add “!\(path.text)” at its end"
        )
      case .npmIgnore:
        (
          "npm reads .npmignore, which does not name it, instead of .gitignore",
          "Add a line “\(line)” to .npmignore"
        )
      case .gitIgnore, .none:
        (
          "neither .npmignore nor .gitignore in this folder names it",
          "Add a line “\(line)” to .gitignore"
        )
      }
    return [
      Leak(
        summary: "“npm publish” would send \(path.text), because \(reason).",
        remedy: "\(cure), or add “\"private\": true” to package.json where it is not for others."
      )
    ]
  }
}
