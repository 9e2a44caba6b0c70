import Ground

/// What stays in the scrollback after the wizard has closed.
package enum WizardSummary {
  /// The lines, the last of which says what was written.
  package static func lines(_ state: WizardState) -> [String] {
    headline(state) + written(state)
  }

  private static func headline(_ state: WizardState) -> [String] {
    if state.method == .manyWorkspaces {
      let lines = connected(state)
      if !lines.isEmpty || state.connect.phase != nil { return lines + unconnected(state) }
    }
    if state.step == .done, state.apply.verification?.identity != nil {
      return confirmed(state)
    }
    if let failure = state.outcome?.failure { return [failure.message, failure.remedy] }
    if case .connection(let verification) = state.apply.problem {
      let explanation = ConnectionExplanation(verification.connection, context: state.context)
      return [
        "Not connected: \(explanation.title).", state.judgement?.remedy ?? explanation.remedy,
        "Check again with: attio-setup status",
      ]
    }
    return state.folder.run.written.isEmpty ? [] : ["The connection is not confirmed."]
  }

  /// What it came to: the headline, what belongs under it, and what to do.
  static func judgement(_ judgement: Judgement?) -> [String] {
    guard let judgement else { return [] }
    return ["\(judgement.headline)."] + judgement.details
      + (judgement.remedy.map { ["Next: \($0)"] } ?? [])
  }

  private static func confirmed(_ state: WizardState) -> [String] {
    var lines = judgement(state.judgement)
    if state.options.isSandbox { lines.append(StatusText.sandbox) }
    lines.append("Objects: \(objects(state))")
    if state.folder.run.applied.contains(.untrack) {
      lines.append("Commit that git no longer has \(state.envFileName).")
    }
    if let old = state.tokenToDelete {
      lines.append("The old token: \(deletion(of: old))")
      lines.append(state.guide.tokensURL)
    }
    return lines + next(state) + ["Check again with: attio-setup status"]
  }

  /// The command to begin with: the starter client's first call, where it was written.
  private static func next(_ state: WizardState) -> [String] {
    client(state) ?? [tryItTitle(state)] + tryIt(state)
  }

  /// How the starter client that was written is run, and which clients others keep; nil for none.
  static func client(_ state: WizardState) -> [String]? {
    guard let client = state.done.written else { return nil }
    return ["Run the starter client:", "  \(client.run)"]
      + client.community.map(\.line)
  }

  /// The lines about the files, of which one stands last: one for each folder, the present one last.
  package static func written(_ state: WizardState) -> [String] {
    let folders = state.formerFolders + [state.folder]
    let changed = folders.filter { !$0.run.written.isEmpty }
    return (changed.isEmpty ? [state.folder] : changed)
      .map { $0.line(startedIn: state.options.directory) }
  }

  /// How to end a token that was replaced: nothing but its deletion does.
  static func deletion(of old: OldToken) -> String {
    "\(old.sentence ?? ""): its ⋮ menu, Delete, on this page:"
  }

  static func files(_ state: WizardState) -> String {
    state.folder.run.written.isEmpty
      ? "nothing; everything was in place" : state.folder.run.written.joined(separator: ", ")
  }

  static func objects(_ state: WizardState) -> String {
    guard let objects = state.apply.verification?.objects else {
      return "not asked: the token has no object_configuration:read"
    }
    guard !objects.isEmpty else { return "none" }
    let shown = objects.prefix(8).joined(separator: ", ")
    return objects.count > 8 ? "\(shown) and \(objects.count - 8) more" : shown
  }

  /// What to say above the commands: the sandbox ends with the program, so they need a real token.
  static func tryItTitle(_ state: WizardState) -> String {
    state.options.sandboxToken == nil ? "Try it:" : "With a token of the real Attio, try it:"
  }

  /// The command that lists the objects, in lines that stay whole in 60 columns.
  static func tryIt(_ state: WizardState) -> [String] {
    [
      "  set -a; . \(ShellWord.file(state.envFileName)); set +a",
      "  \(CurlCommand.header(state.options.variable)) \\",
      "    | \(CurlCommand.curl) \(state.options.baseURL)/objects \\",
      "    | jq '.data[].api_slug'",
    ]
  }
}
