/// The sections of the page that no command's help holds.
enum ManualSections {
  typealias Term = (term: String, words: String)

  /// Everything the program ends with.
  static let exitStatus: [Term] = [
    ("0", "Done; everything is good."),
    (
      "1",
      "Action is needed: the token is missing, is rejected or lacks a scope, or a file is unsafe."
    ),
    (
      "2",
      "It could not be told: offline, a proxy, a certificate, rate limited, a server error, an "
        + "answer that is not Attio's."
    ),
    (
      "3",
      "A file could not be read or written. Nothing is lost; what had been written before is named, "
        + "and undo takes it back."
    ),
    ("64", "Wrong usage."),
    ("130", "You left. The last line says whether anything was written."),
    ("128+n", "Ended by signal n: 129 for SIGHUP, 143 for SIGTERM."),
  ]

  /// Every variable that is read, as `.env.example` explains it.
  static let environment: [Term] = [
    (
      "ATTIO_API_KEY",
      "The token, in the project's env file or in the shell. Another name is chosen with --variable."
    ),
    (
      "ATTIO_CLIENT_ID, ATTIO_CLIENT_SECRET, ATTIO_REDIRECT_URI",
      "The OAuth app, in the project's env file or in the shell."
    ),
    ("ATTIO_BASE_URL", "Attio's API, as --base-url names it."),
    ("ATTIO_APP_URL", "Attio's authorization server, as --app-url names it."),
    ("SSL_CERT_FILE", "Certificate authorities to trust, as --ca-bundle names them."),
    (
      "HTTPS_PROXY, ALL_PROXY, HTTP_PROXY, NO_PROXY",
      "The proxy to Attio, upper or lower case, and the hosts that are reached directly. A loopback "
        + "address is never sent to a proxy."
    ),
    ("CI", "Set, but not to false, 0 or no: never ask a question, as --no-input."),
    ("NO_COLOR", "Not empty: no colours, as --no-color."),
    ("ACCESSIBLE", "1: lines and numbered answers instead of a full screen, as --plain."),
    ("TERM, LANG", "The terminal and its locale; the terminal dumb is as --plain."),
    ("TMUX, STY", "Whether tmux or screen stands between the program and the clipboard."),
    ("HOME, XDG_STATE_HOME, XDG_DATA_HOME", "Where the files of the user are, see FILES."),
    ("PATH", "Where git, the browser and the tools of the keyring are."),
    ("DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR", "Where the session's keyring is asked."),
    (
      "GIT_CEILING_DIRECTORIES, GIT_DISCOVERY_ACROSS_FILESYSTEM",
      "How far up a repository is looked for."
    ),
    ("DIRENV_FILE, DIRENV_DIFF", "Which file direnv loaded into the shell, and that it did."),
    (
      "DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION, SSH_TTY, WSL_DISTRO_NAME",
      "Whether a browser can be opened here, and where the clipboard is."
    ),
    (
      "USER, REMOTE_CONTAINERS, CODESPACES",
      "Where a browser may be that cannot be opened here."
    ),
  ]

  /// What the program writes.
  static let files: [Term] = [
    (
      ".env",
      "The token, in the project's folder, or in the file that --env-file names. Only the variable's "
        + "value changes. A new file gets the mode 0600."
    ),
    (".gitignore", "The rule that keeps the env file out of git, where none does so yet."),
    (".env.example", "The variable without a value, and the scopes that the project wants."),
    (
      "~/.local/state/attio-setup/",
      "The undo journal, for the user alone; under XDG_STATE_HOME where that is set."
    ),
    (
      "~/.local/share/attio-setup/",
      "The connected workspaces, for the user alone; under XDG_DATA_HOME where that is set. Their "
        + "tokens are here only where no keyring keeps them."
    ),
  ]
}
