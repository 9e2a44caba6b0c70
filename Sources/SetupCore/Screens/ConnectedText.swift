/// What the last screen and the scrollback say of a connected workspace.
enum ConnectedText {
  /// Where the token is.
  static func place(_ result: ConnectResult, _ state: WizardState) -> String {
    var state = state
    state.connect.store = result.workspace.store
    let verb = result.replaced ? "replaced" : "kept"
    return "\(verb) in \(ConnectScreen.place(state))"
  }

  /// How many scopes the token has.
  static func granted(_ scopes: [String]) -> String {
    switch scopes.count {
    case 0: "none: tick what the app needs in its Scopes tab, and connect again"
    case 1: "1 granted"
    case let count: "\(count) granted"
    }
  }

  /// What to say above the commands: the sandbox ends with the program.
  static func nextTitle(_ state: WizardState) -> String {
    state.options.isSandbox ? "With a workspace of the real Attio, next:" : "Next:"
  }

  /// The commands that use the workspace, in lines that stay whole in 60 columns.
  static func next(_ result: ConnectResult, _ state: WizardState) -> [String] {
    let start = state.folder.report?.language?.start ?? "COMMAND"
    return [
      "  attio-setup run --workspace \(result.workspace.argument) -- \(start)",
      "  attio-setup workspaces check",
    ]
  }
}
