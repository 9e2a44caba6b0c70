import Ground
import SetupCore

/// The keyring of macOS: the Keychain, asked by the system's own `security`.
///
/// The value goes to `security -i`, which reads commands from its standard input, and in
/// hexadecimal, so that nothing in it can be taken for a part of the command.
struct Keychain: Keyring {
  var environment: [String: String]
  var timeLimit: Duration
  var patience: KeyringPatience?
  /// The program; another one in tests.
  var tool = "/usr/bin/security"

  func store(_ value: Secret, as item: KeyringItem) async throws(StoreError) {
    let digits = value.reveal().utf8.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    let words = ["add-generic-password", "-U"] + attributes(item) + ["-X", digits]
    let command = words.joined(separator: " ")
    // security reads a command into a buffer of this size.
    guard command.utf8.count < 4_096 else {
      throw .keyringFailed("The token is too long for security.")
    }
    let answer = try await ask(["-i"], input: Array((command + "\n").utf8))
    // Its exit code tells of the reading, not of the command.
    guard answer.isSuccess, answer.errorText.isEmpty else { throw error(of: answer) }
  }

  func value(of item: KeyringItem) async throws(StoreError) -> Secret? {
    let answer = try await ask(["find-generic-password"] + attributes(item) + ["-w"])
    if answer.isSuccess { return Secret(answer.text) }
    guard answer.status == .exited(Self.notFound) else { throw error(of: answer) }
    return nil
  }

  func clear(_ item: KeyringItem) async throws(StoreError) {
    let answer = try await ask(["delete-generic-password"] + attributes(item))
    guard answer.isSuccess || answer.status == .exited(Self.notFound) else {
      throw error(of: answer)
    }
  }

  /// The low byte of errSecItemNotFound, -25300.
  private static let notFound: Int32 = 44
  /// The low bytes of errSecInteractionNotAllowed, errSecAuthFailed and errSecUserCanceled.
  private static let locked: Set<Int32> = [36, 51, 128]
  private static let lockedWords = [
    "User interaction is not allowed", "The user name or passphrase you entered is not correct",
    "User canceled the operation",
  ]

  /// Service and account; the account has all that tells one token from another.
  private func attributes(_ item: KeyringItem) -> [String] {
    let account = item.attributes.dropFirst().map(\.value).joined(separator: ",")
    return ["-s", KeyringItem.service, "-a", account]
  }

  private func ask(_ arguments: [String], input: [UInt8] = []) async throws(StoreError)
    -> ToolAnswer
  {
    guard let patience else { return try await waited(arguments, input, limit: timeLimit).get() }
    // Whether a window is open cannot be asked here, so it is waited for.
    let answer = await patience.ask(
      short: timeLimit,
      isAnswering: { true },
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
    var request = ToolRequest(
      tool,
      arguments,
      input: input,
      environment: environment.filter { !$0.key.hasPrefix("ATTIO_") },
      timeLimit: limit,
      outputLimit: 65_536
    )
    request.endsWithChildren = true
    do throws(ToolError) {
      return .success(try await ToolRunner().run(request))
    } catch .missing {
      return .failure(.noKeyring("The program \(tool) is not there."))
    } catch .timedOut {
      return .failure(.keyringSilent(seconds: limit.inSeconds))
    } catch {
      return .failure(.keyringFailed(error.message))
    }
  }

  private func error(of answer: ToolAnswer) -> StoreError {
    let words = SafeText.cleaned(answer.errorText)
    if case .exited(let code) = answer.status, Self.locked.contains(code) { return .keyringLocked }
    if Self.lockedWords.contains(where: { words.contains($0) }) { return .keyringLocked }
    if words.contains("A default keychain could not be found") {
      return .noKeyring("This user has no default keychain.")
    }
    return .keyringFailed(words.isEmpty ? "security gave no reason." : words)
  }
}
