internal import SetupCore

/// Which ways to the user's clipboard there are, by the variables of the shell.
struct Clipboard {
  /// How an attempt to copy ended.
  enum Outcome: Equatable {
    case tried(LinkResult)
    /// Only the terminal is where the user's clipboard is.
    case needsTerminal
  }

  private let environment: [String: String]

  init(_ environment: [String: String]) {
    self.environment = environment
  }

  /// Programs that take a text on standard input, by preference.
  ///
  /// Over SSH a clipboard of this machine is not the one that the user pastes from; tmux alone passes
  /// the text on to whatever terminal it is shown in.
  var tools: [[String]] {
    // With -w (tmux 3.2) the text goes to the terminal around tmux too, which by default takes nothing from
    // programs inside.
    let tmux = isSet("TMUX") ? [["tmux", "load-buffer", "-w", "-"]] : []
    return isRemote ? tmux : local + tmux
  }

  /// Whether the terminal may know OSC 52: consoles and real terminals would print it.
  var canUseTerminal: Bool {
    let type = environment["TERM"] ?? ""
    let ignorant = ["dumb", "linux", "vt", "ansi", "cons", "sun", "cygwin", "hurd", "mach"]
    return !ignorant.contains(where: type.hasPrefix)
  }

  private var local: [[String]] {
    #if canImport(Darwin)
    return [["pbcopy"]]
    #else
    var tools: [[String]] = []
    if isSet("WAYLAND_DISPLAY") { tools.append(["wl-copy"]) }
    if isSet("DISPLAY") {
      tools.append(["xclip", "-selection", "clipboard"])
      tools.append(["xsel", "--clipboard", "--input"])
    }
    if isSet("WSL_DISTRO_NAME") { tools.append(["clip.exe"]) }
    return tools
    #endif
  }

  private var isRemote: Bool { isSet("SSH_CONNECTION") || isSet("SSH_TTY") }

  private func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
}
