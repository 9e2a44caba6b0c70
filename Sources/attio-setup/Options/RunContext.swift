internal import AttioAPI
internal import AttioSandbox
import Ground
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
  /// Where Attio's authorization server and dashboard are.
  let app: BaseURL
  /// Files, git, journal and Attio.
  let world: SetupWorld
  /// Tells of a keyring that is waited for.
  let keyringNotice = KeyringNotice()
  /// The file of certificate authorities that was named; nil for the system's.
  let certificateFile: String?
  private let network: NetworkSettings
  /// The imitation inside this process, where it was asked for.
  let sandbox: RunningSandbox?

  /// Reads the environment, checks the addresses, and starts the sandbox where it is wanted.
  init(_ options: SharedOptions) async throws(SetupError) {
    environment = ProcessStart.variables
    directory = try ProjectFolder.absolute(options.directory ?? ".")
    let settings = try Self.network(options, environment)
    network = settings
    certificateFile = settings.caBundle
    let appSetting = AddressSetting(
      option: options.appURL,
      optionName: "--app-url",
      variable: environment["ATTIO_APP_URL"],
      variableName: "ATTIO_APP_URL"
    )
    // A wrong address is wrong, also where the sandbox takes its place.
    let named = try appSetting.address(orElse: .attioApp)
    if options.sandbox {
      let running = try await Self.startSandbox()
      sandbox = running
      let imitation = AddressSetting(option: running.apiURL, optionName: "--sandbox")
      base = try imitation.address(orElse: .attioAPI)
      app = try AddressSetting(option: running.appURL, optionName: "--sandbox")
        .address(orElse: .attioApp)
    } else {
      sandbox = nil
      app = named
      let api = AddressSetting(
        option: options.baseURL,
        optionName: "--base-url",
        variable: environment["ATTIO_BASE_URL"],
        variableName: "ATTIO_BASE_URL"
      )
      base = try api.address(orElse: .attioAPI)
    }
    let transport = Transport.curl(settings)
    let client = AttioClient(base: base, transport: transport)
    world = SetupWorld(
      environment: environment,
      variable: options.variable,
      verifier: AttioVerifier(client: client, timeoutSeconds: settings.timeoutSeconds),
      api: base,
      authorizationServer: OAuthClient(app: app, transport: transport),
      timeoutSeconds: settings.timeoutSeconds,
      certificateFile: certificateFile,
      keyringPatience: keyringNotice.patience(Face(options, environment: environment))
    )
  }

  /// The token that the sandbox offers.
  var sandboxToken: Secret? {
    sandbox == nil ? nil : Sandbox.tokens[.full].map { Secret($0) }
  }

  /// The app that the sandbox knows; nil where the real Attio is asked.
  var sandboxApp: AppSettings? {
    guard sandbox != nil else { return nil }
    return AppSettings(
      clientID: Sandbox.clientID,
      clientSecret: Secret(Sandbox.clientSecret),
      redirectURI: RedirectURI.standardText
    )
  }

  /// The way through the dashboard of a connected workspace; nil for a sandbox's, which has none.
  func guide(to workspace: ConnectedWorkspace) -> DashboardGuide? {
    guard let api = try? BaseURL(parsing: workspace.key.api), !api.isLoopback else { return nil }
    return DashboardGuide(
      workspaceSlug: workspace.slug.isEmpty ? nil : workspace.slug,
      appURL: app.text
    )
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
    var context = ConnectionContext(
      variable: options.variable,
      envFileName: options.envFile ?? ".env",
      host: host,
      certificateFile: certificateFile
    )
    context.isSandbox = sandbox != nil
    return context
  }

  /// The host that is asked, as texts name it.
  var host: String {
    if sandbox != nil { return "the sandbox" }
    return base.port.map { "\(base.host):\($0)" } ?? base.host
  }

  /// Looks at what a connection to one of these servers needs, before there is one.
  ///
  /// What opens none does not look at `SSL_CERT_FILE`.
  func confirmConnectable(_ servers: BaseURL...) throws(SetupError) {
    guard servers.contains(where: { $0.scheme == .https }) else { return }
    do throws(NetworkSettingsError) {
      try network.confirmBundle()
    } catch {
      throw Self.failure(error)
    }
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
      throw failure(error)
    }
  }

  private static func failure(_ error: NetworkSettingsError) -> SetupError {
    switch error {
    case .timeoutOutOfRange: SetupError(.usage, error.message, remedy: "Try --timeout 10.")
    case .unreadableBundle:
      SetupError(.file, SafeText.cleaned(error.message, limit: 500), remedy: "Nothing was sent.")
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
