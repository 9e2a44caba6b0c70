internal import AttioAPI
internal import AttioSandbox
internal import SetupCore
internal import SetupRuntime

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the options and the environment make of one run.
struct RunContext {
  /// The variables of the shell that started the program.
  let environment: [String: String]
  /// The project's folder, absolute.
  let directory: String
  /// Where Attio's API is.
  let base: BaseURL
  /// Files, git, journal and Attio.
  let world: SetupWorld
  /// The file of certificate authorities that was named; nil for the system's.
  let certificateFile: String?
  /// The imitation inside this process, where it was asked for.
  let sandbox: RunningSandbox?

  /// Reads the environment, checks the addresses, and starts the sandbox where it is wanted.
  init(_ options: SharedOptions) async throws(SetupError) {
    environment = ProcessInfo.processInfo.environment
    directory = ProjectFolder.absolute(options.directory ?? ".")
    let settings = try Self.network(options, environment)
    certificateFile = settings.caBundle
    _ = try Self.address(
      options.appURL,
      "--app-url",
      environment["ATTIO_APP_URL"],
      "ATTIO_APP_URL",
      .attioApp
    )
    if options.sandbox {
      let running = try await Self.startSandbox()
      sandbox = running
      base = try Self.address(running.apiURL, "--sandbox", nil, "", .attioAPI)
    } else {
      sandbox = nil
      base = try Self.address(
        options.baseURL,
        "--base-url",
        environment["ATTIO_BASE_URL"],
        "ATTIO_BASE_URL",
        .attioAPI
      )
    }
    let client = AttioClient(base: base, transport: Transport.curl(settings))
    world = SetupWorld(
      environment: environment,
      variable: options.variable,
      verifier: AttioVerifier(client: client, timeoutSeconds: settings.timeoutSeconds)
    )
  }

  /// The token that the sandbox offers.
  var sandboxToken: Secret? {
    sandbox == nil ? nil : Sandbox.tokens[.full].map { Secret($0) }
  }

  /// Ends what was started for this run.
  func close() async {
    await sandbox?.stop()
  }

  /// The project that the options name.
  func projectRequest(_ options: SharedOptions) -> ProjectRequest {
    ProjectRequest(
      directory: directory,
      envFileName: options.envFile,
      variable: options.variable
    )
  }

  /// What the explanation of a failed connection needs to know.
  func connectionContext(_ options: SharedOptions) -> ConnectionContext {
    ConnectionContext(
      variable: options.variable,
      envFileName: options.envFile ?? ".env",
      host: host,
      certificateFile: certificateFile
    )
  }

  /// The host that is asked, as texts name it.
  var host: String {
    if sandbox != nil { return "the sandbox" }
    return base.port.map { "\(base.host):\($0)" } ?? base.host
  }

  private static func network(
    _ options: SharedOptions,
    _ environment: [String: String]
  ) throws(SetupError) -> NetworkSettings {
    do throws(NetworkSettingsError) {
      return try NetworkSettings(
        NetworkSettings.Options(timeoutSeconds: options.timeout, caBundle: options.caBundle),
        environment: environment,
        version: Version.text
      )
    } catch {
      switch error {
      case .timeoutOutOfRange:
        throw SetupError(.usage, error.message, remedy: "Try --timeout 10.")
      case .unreadableBundle:
        throw SetupError(
          .file,
          SafeText.cleaned(error.message, limit: 500),
          remedy: "Nothing was sent."
        )
      }
    }
  }

  private static func address(
    _ option: String?,
    _ optionName: String,
    _ variable: String?,
    _ variableName: String,
    _ standard: BaseURL
  ) throws(SetupError) -> BaseURL {
    let fromVariable = variable.flatMap { $0.isEmpty ? nil : $0 }
    guard let text = option ?? fromVariable else { return standard }
    do throws(BaseURLError) {
      return try BaseURL(parsing: text)
    } catch {
      let source = option == nil ? variableName : optionName
      throw SetupError(.usage, error.message(option: source), remedy: "Nothing was sent.")
    }
  }

  private static func startSandbox() async throws(SetupError) -> RunningSandbox {
    do {
      return try await Sandbox().start()
    } catch {
      throw SetupError(
        .unknown,
        "The sandbox could not be started: \(error).",
        remedy: "Check that programs may listen on 127.0.0.1."
      )
    }
  }
}
