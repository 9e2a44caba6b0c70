import Ground
import SetupCore

/// Finds out whether a keyring keeps what it is given, before anything depends on it.
struct KeyringTest {
  var keyring: any Keyring

  /// Stores, reads back and clears a test value, all within the limit of one question where nobody is
  /// waited for.
  func problem() async -> StoreError? {
    let item = KeyringItem(test: .random(in: .min ... .max))
    let value = Secret("test-\(UInt64.random(in: .min ... .max))")
    let deadline = ContinuousClock.now + keyring.timeLimit
    do throws(StoreError) {
      try await limited(deadline).store(value, as: item)
      guard try await limited(deadline).value(of: item) == value else {
        try? await limited(deadline).clear(item)
        return .notReadBack
      }
      try await limited(deadline).clear(item)
      return nil
    } catch .keyringSilent {
      return .keyringSilent(seconds: keyring.timeLimit.inSeconds)
    } catch {
      return error
    }
  }

  private func limited(_ deadline: ContinuousClock.Instant) -> any Keyring {
    // A person has the time that unlocking takes.
    guard keyring.patience == nil else { return keyring }
    var limited = keyring
    limited.timeLimit = max(.zero, deadline - ContinuousClock.now)
    return limited
  }
}

extension Duration {
  /// The whole of it as a number of seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
