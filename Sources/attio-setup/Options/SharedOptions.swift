import ArgumentParser
import Ground
internal import SetupCore

/// The options that mean the same in every command.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The project's folder (default: the current one).", valueName: "path"),
    completion: .directory
  )
  var directory: String?

  @Option(
    help: ArgumentHelp(
      """
      The env file, relative to the project (default: where the variable already stands, else \
      .env).
      """,
      valueName: "name"
    ),
    completion: .file()
  )
  var envFile: String?

  @Option(help: ArgumentHelp("The variable that holds the token.", valueName: "name"))
  var variable = "ATTIO_API_KEY"

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Attio's API; plain http only for a loopback address (ATTIO_BASE_URL).",
      valueName: "url"
    )
  )
  var baseURL: String?

  @Option(
    name: .customLong("app-url"),
    help: ArgumentHelp(
      "Attio's authorization server, for connect; plain http only for a loopback address "
        + "(ATTIO_APP_URL).",
      valueName: "url"
    )
  )
  var appURL: String?

  @Flag(help: "Use an imitation of Attio inside this process; nothing leaves the machine.")
  var sandbox = false

  @Option(
    name: .customLong("ca-bundle"),
    help: ArgumentHelp(
      "Certificate authorities to trust instead of the system's (SSL_CERT_FILE).",
      valueName: "path"
    ),
    completion: .file()
  )
  var caBundle: String?

  @Option(
    help: ArgumentHelp(
      "The limit for one question to Attio, tries and waits included.",
      valueName: "seconds"
    )
  )
  var timeout = 10.0

  @Flag(help: "Print one JSON document on standard output.")
  var json = false

  @Flag(help: "Lines and numbered answers instead of a full screen (ACCESSIBLE=1, TERM=dumb).")
  var plain = false

  @Flag(name: .customLong("no-input"), help: "Never ask a question (CI).")
  var noInput = false

  @Flag(name: .customLong("no-color"), help: "No colours (NO_COLOR).")
  var noColor = false

  @Flag(
    inversion: .prefixedNo,
    help: "Take clicks and the wheel; selecting text then needs Shift (default: the terminal's)."
  )
  var mouse = false

  func validate() throws {
    guard timeout > 0, timeout <= 600 else {
      throw ValidationError("--timeout takes seconds between 0 and 600, such as 10.")
    }
    guard Self.isVariableName(variable) else {
      throw ValidationError(
        "--variable takes a name of letters, digits and underscores, such as ATTIO_API_KEY."
      )
    }
    // What a script has not set is no folder.
    guard directory != "" else {
      throw ValidationError("--directory takes the path of a folder, such as . for this one.")
    }
    // Such a name would be two lines of an ignore file, or none.
    guard envFile.map({ !$0.isEmpty && !$0.utf8.contains { $0 < 0x20 || $0 == 0x7F } }) ?? true
    else {
      throw ValidationError("--env-file takes the name of a file, such as .env.local.")
    }
    if let envFile, let refusal = EnvFileName.refusal(of: envFile) {
      throw ValidationError("--env-file: \(SafeText.cleaned(envFile)) \(refusal.reason).")
    }
    guard !(sandbox && baseURL != nil) else {
      throw ValidationError("--sandbox and --base-url exclude each other.")
    }
  }

  private static func isVariableName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return false }
    return name.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
  }
}
