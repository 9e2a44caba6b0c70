import Ground

/// What stays in the scrollback after the wizard has closed.
package enum WizardSummary {
  /// The lines, the last of which says what was written.
  package static func lines(_ state: WizardState) -> [String] {
    headline(state) + written(state)
  }

  private static func headline(_ state: WizardState) -> [String] {
    let hall = state.hall
    if hall.method == .manyWorkspaces {
      let lines = connected(hall)
      if !lines.isEmpty || state.isConnecting { return lines + unconnected(state) }
    }
    if state.step == .done, hall.proof?.verification.identity != nil { return confirmed(hall) }
    if let failure = hall.outcome?.failure { return [failure.message, failure.remedy] }
    if let connection = hall.proof?.verification.connection, connection.state != .connected {
      let explanation = ConnectionExplanation(connection, context: hall.context)
      return [
        "Not connected: \(explanation.title).", hall.judgement?.remedy ?? explanation.remedy,
        "Check again with: attio-setup status",
      ]
    }
    return hall.folder.run.written.isEmpty ? [] : ["The connection is not confirmed."]
  }

  /// What it came to: the headline, what belongs under it, and what to do.
  private static func judgement(_ judgement: Judgement?) -> [String] {
    guard let judgement else { return [] }
    return ["\(judgement.headline)."] + judgement.details
      + (judgement.remedy.map { ["Next: \($0)"] } ?? [])
  }

  /// The lines about the files, of which one stands last: one for each folder, the present one last.
  package static func written(_ state: WizardState) -> [String] {
    let hall = state.hall
    let changed = (hall.formerFolders + [hall.folder]).filter { !$0.run.written.isEmpty }
    return (changed.isEmpty ? [hall.folder] : changed)
      .map { $0.line(startedIn: hall.options.directory) }
  }

  /// That git has to be told of a file that it no longer has, as far as this run did that.
  private static func untracked(_ hall: WizardHall) -> [String] {
    hall.folder.run.applied.contains(.untrack)
      ? ["Commit that git no longer has \(hall.envFileName)."] : []
  }

  /// How the starter client that was written is run, and which clients others keep; nil for none.
  private static func client(_ hall: WizardHall) -> [String]? {
    guard let client = hall.client else { return nil }
    return ["Run the starter client:", "  \(client.run)"] + client.community.map(\.line)
  }
}

// MARK: - One workspace

extension WizardSummary {
  private static func confirmed(_ hall: WizardHall) -> [String] {
    var lines = judgement(hall.judgement)
    if hall.options.isSandbox { lines.append(StatusText.sandbox) }
    lines.append("Objects: \(objects(hall))")
    lines += untracked(hall)
    if let old = hall.tokenToDelete {
      lines += ["The old token: \(deletion(of: old))", hall.guide.tokensURL]
    }
    // The command to begin with: the starter client's first call, where it was written.
    return lines + (client(hall) ?? [tryItTitle(hall)] + tryIt(hall))
      + ["Check again with: attio-setup status"]
  }

  /// How to end a token that was replaced: nothing but its deletion does.
  static func deletion(of old: OldToken) -> String {
    "\(old.sentence ?? ""): its ⋮ menu, Delete, on this page:"
  }

  static func files(_ hall: WizardHall) -> String {
    let written = hall.folder.run.written
    return written.isEmpty ? "nothing; everything was in place" : written.joined(separator: ", ")
  }

  static func objects(_ hall: WizardHall) -> String {
    guard let objects = hall.proof?.verification.objects else {
      return "not asked: the token has no object_configuration:read"
    }
    guard !objects.isEmpty else { return "none" }
    let shown = objects.prefix(8).joined(separator: ", ")
    return objects.count > 8 ? "\(shown) and \(objects.count - 8) more" : shown
  }

  /// What to say above the commands: the sandbox ends with the program, so they need a real token.
  static func tryItTitle(_ hall: WizardHall) -> String {
    hall.options.sandboxToken == nil ? "Try it:" : "With a token of the real Attio, try it:"
  }

  /// The command that lists the objects, in lines that stay whole in 60 columns.
  static func tryIt(_ hall: WizardHall) -> [String] {
    [
      "  set -a; . \(ShellWord.file(hall.envFileName)); set +a",
      "  \(CurlCommand.header(hall.options.variable)) \\",
      "    | \(CurlCommand.curl) \(hall.options.baseURL)/objects \\",
      "    | jq '.data[].api_slug'",
    ]
  }
}

// MARK: - Many workspaces

extension WizardSummary {
  /// The lines about the workspaces that this run has connected; none where it connected none.
  private static func connected(_ hall: WizardHall) -> [String] {
    guard !hall.connected.isEmpty else { return [] }
    let results = hall.connected.flatMap { result in
      judgement(hall.judgement(of: result)) + ["Token: \(hall.place(of: result))."]
    }
    return results + untracked(hall) + (client(hall) ?? []) + [nextTitle(hall)] + next(hall)
  }

  /// Why the last try connected nothing; none where it did, or where nothing was tried.
  private static func unconnected(_ state: WizardState) -> [String] {
    if let failure = state.hall.outcome?.failure { return [failure.message, failure.remedy] }
    guard state.isConnecting else { return [] }
    return [
      state.hall.connected.isEmpty
        ? "No workspace was connected. Connect one with: attio-setup connect"
        : "No other workspace was connected."
    ]
  }

  /// What to say above the commands: the sandbox ends with the program.
  static func nextTitle(_ hall: WizardHall) -> String {
    hall.options.isSandbox ? "With a workspace of the real Attio, next:" : "Next:"
  }

  /// The commands that use the last workspace, in lines that stay whole in 60 columns.
  static func next(_ hall: WizardHall) -> [String] {
    guard let workspace = hall.connected.last?.workspace else { return [] }
    let start = hall.folder.report?.language?.start ?? "COMMAND"
    return [
      "  attio-setup run --workspace \(workspace.argument) -- \(start)",
      "  attio-setup workspaces check",
    ]
  }
}

extension WizardHall {
  /// Where the token of a connected workspace is.
  func place(of result: ConnectResult) -> String {
    "\(result.replaced ? "replaced" : "kept") in \(tokenPlace(result.workspace.store))"
  }
}
