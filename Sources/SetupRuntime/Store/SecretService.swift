import Ground
import SetupCore

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The keyring of a Linux desktop: the Secret Service, asked by libsecret's `secret-tool`.
///
/// Values go by standard input and output only. An argument would be read by every user.
struct SecretService: Keyring {
  private static let tool = "secret-tool"

  /// The variables of the session: where its bus is, and where a prompt can be shown.
  var environment: [String: String]
  var timeLimit: Duration
  var patience: KeyringPatience?

  func store(_ value: Secret, as item: KeyringItem) async throws(StoreError) {
    let answer = try await ask(
      ["store", "--label=\(item.label)"] + words(item),
      input: Array(value.reveal().utf8)
    )
    guard answer.isSuccess else { throw SecretToolWords.error(of: answer) }
  }

  func value(of item: KeyringItem) async throws(StoreError) -> Secret? {
    let answer = try await ask(["lookup"] + words(item))
    if answer.isSuccess { return Secret(answer.text) }
    try await confirmAbsence(of: item, after: answer)
    return nil
  }

  func clear(_ item: KeyringItem) async throws(StoreError) {
    let answer = try await ask(["clear"] + words(item))
    if !answer.isSuccess { try await confirmAbsence(of: item, after: answer) }
  }

  /// Tells a value that is missing from one in a locked collection.
  ///
  /// Both get the same answer, 1 and no word; a search, which unlocks nothing, finds the latter only.
  private func confirmAbsence(
    of item: KeyringItem,
    after answer: ToolAnswer
  ) async throws(StoreError) {
    guard answer.status == .exited(1), answer.errorText.isEmpty else {
      throw SecretToolWords.error(of: answer)
    }
    let found = try await ask(["search"] + words(item))
    guard found.output.isEmpty else { throw .keyringLocked }
  }

  private func words(_ item: KeyringItem) -> [String] {
    item.attributes.flatMap { [$0.name, $0.value] }
  }
}

// MARK: - Asking

extension SecretService {
  private func ask(_ arguments: [String], input: [UInt8] = []) async throws(StoreError)
    -> ToolAnswer
  {
    guard hasBus else {
      throw .noKeyring(
        "This session has no D-Bus session bus, as over SSH or in a container."
      )
    }
    // The rest of the time is for finding out what the silence means.
    let short = timeLimit * 3 / 4
    guard let patience else { return try await waited(arguments, input, limit: short).get() }
    let answer = await patience.ask(
      short: short,
      isAnswering: { await isAnswering },
      { limit in await waited(arguments, input, limit: limit) }
    )
    guard let answer else { throw .keyringSilent(seconds: timeLimit.inSeconds) }
    return try answer.get()
  }

  private func waited(
    _ arguments: [String],
    _ input: [UInt8],
    limit: Duration
  ) async -> Result<ToolAnswer, StoreError> {
    do throws(ToolError) {
      return .success(try await run(arguments, input: input, timeLimit: limit))
    } catch {
      return .failure(await reason(error))
    }
  }

  private func reason(_ error: ToolError) async -> StoreError {
    switch error {
    case .missing:
      .noKeyring("The program secret-tool is not installed (Debian: libsecret-tools).")
    case .timedOut:
      await isAnswering ? .keyringLocked : .keyringSilent(seconds: timeLimit.inSeconds)
    default: .keyringFailed(error.message)
    }
  }

  /// Whether a question that needs no unlocking is answered: then the other one waits at a prompt.
  private var isAnswering: Bool {
    get async {
      let arguments = ["search"] + words(KeyringItem(test: 0))
      return (try? await run(arguments, timeLimit: timeLimit / 4)) != nil
    }
  }

  private func run(
    _ arguments: [String],
    input: [UInt8] = [],
    timeLimit: Duration
  ) async throws(ToolError) -> ToolAnswer {
    var variables = environment.filter { !$0.key.hasPrefix("ATTIO_") }
    // Its words are read, so they have to be English.
    variables["LC_ALL"] = "C"
    var request = ToolRequest(
      Self.tool,
      arguments,
      input: input,
      environment: variables,
      timeLimit: timeLimit,
      outputLimit: 65_536
    )
    request.endsWithChildren = true
    return try await ToolRunner().run(request)
  }

  /// Whether there is a bus where GLib looks for one; without it, GLib would try to start one.
  private var hasBus: Bool {
    if let address = environment["DBUS_SESSION_BUS_ADDRESS"], !address.isEmpty { return true }
    guard let folder = environment["XDG_RUNTIME_DIR"], folder.hasPrefix("/") else { return false }
    return access("\(folder)/bus", F_OK) == 0
  }
}
