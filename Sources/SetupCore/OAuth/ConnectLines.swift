import Ground

/// What `connect` without a full screen tells people.
package enum ConnectLines {
  /// What will be kept where; nothing of it is written before somebody approved.
  ///
  /// - Parameters:
  ///   - store: Where the token goes.
  ///   - probe: What is possible here, and the reason where the keyring is not.
  ///   - files: The files of the project that will be written, relative to it.
  /// - Returns: The lines.
  package static func keeping(
    _ store: TokenStoreKind,
    _ probe: StoreProbe,
    files: [String]
  ) -> [String] {
    var lines = ["The token will be kept \(WorkspacesText.place(store, filePath: probe.filePath))."]
    if store == .file, let problem = probe.keyringProblem {
      lines.append("Not in a keyring: \(SafeText.cleaned(problem.message, limit: 400))")
    }
    if !files.isEmpty {
      lines.append(
        "What of the app's client id, client secret and redirect URI is new goes into the env file. "
          + "Files that change: \(files.joined(separator: ", "))."
      )
    }
    return lines + ["All of it only after somebody approved."]
  }

  /// The link and the ways back.
  ///
  /// - Parameters:
  ///   - offer: What is ready.
  ///   - acceptsPaste: Whether a line on standard input is read.
  ///   - seconds: How long the answer is waited for.
  /// - Returns: The lines; the link is alone on its line.
  package static func offer(
    _ offer: ConnectOffer,
    acceptsPaste: Bool,
    seconds: Double
  ) -> [String] {
    let port = offer.attempt.redirectURI.port
    var lines = ["Open this page and approve, as an admin of the workspace:", offer.attempt.url]
    switch offer.listener {
    case .ready:
      if let tunnel = offer.place.tunnel(port: port) {
        lines += ["So that the browser can come back here, run on its machine:", "  \(tunnel)"]
      }
    case .portInUse(let port):
      lines.append("Another program has port \(port), so the browser cannot come back here.")
    case .impossible(let reason):
      lines.append("The browser cannot come back here. \(SafeText.cleaned(reason, limit: 400))")
    }
    if acceptsPaste {
      lines.append("Or paste the address that the browser ends at here, and press Enter.")
    }
    return lines + ["Waiting for \(Int(seconds)) seconds. Ctrl-C leaves."]
  }

  /// What goes on between the code and the stored token.
  package static func progress(_ progress: ConnectProgress) -> String {
    switch progress {
    case .exchanging: "Approved. The code is exchanged for a token."
    case .identifying: "Attio is asked whose it is."
    case .storing: "The token is stored."
    }
  }

  /// What came of it.
  ///
  /// - Parameters:
  ///   - result: The workspace and what Attio said of its token.
  ///   - wanted: The scopes that the project wants; nil where it names none.
  ///   - filePath: The store's file.
  ///   - writing: How the writing of the env file ended; nil where it was complete already.
  /// - Returns: The lines.
  package static func result(
    _ result: ConnectResult,
    wanted: [String]?,
    filePath: String,
    writing: ApplyResult?
  ) -> [String] {
    let workspace = result.workspace
    let scopes = StatusReport.Scopes(result, wanted: wanted)
    let judgement = result.judgement(wanted: wanted)
    var lines = [judgement.headline] + judgement.details.map { "  \($0)" }
    if let member = result.verification.identity?.authorizedBy {
      lines.append("  Authorised by  \(SafeText.cleaned(member))")
    }
    lines.append("  Scopes         \(scopes.granted.count) granted")
    lines.append("  Token          \(WorkspacesText.place(workspace.store, filePath: filePath))")
    if result.replaced { lines.append("  Replaced       the former token of this workspace") }
    if let writing, !writing.written.isEmpty { lines.append(writing.line) }
    if let remedy = judgement.remedy {
      lines.append("Next: \(remedy)")
    } else {
      lines.append(
        "Next: attio-setup run --workspace \(workspace.argument) -- COMMAND"
      )
    }
    if workspace.isOfThisMachine {
      lines.append(
        "This token works with a server on this machine only, such as a sandbox. To forget it: "
          + "attio-setup workspaces remove \(workspace.argument)"
      )
    }
    return lines
  }
}
