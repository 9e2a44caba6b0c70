import SetupCore

/// How long a keyring is waited for while a person can unlock it, and who tells that person.
package struct KeyringPatience: Sendable {
  /// How long a locked keyring may ask for its password.
  var limit: Duration
  /// After which silence the person is told.
  var quiet: Duration
  /// Told that the keyring is waited for; more than once where it is asked more than once.
  var onWait: @Sendable () -> Void

  /// Waits for a minute.
  package init(
    limit: Duration = .seconds(60),
    quiet: Duration = .milliseconds(200),
    onWait: @escaping @Sendable () -> Void
  ) {
    self.limit = limit
    self.quiet = quiet
    self.onWait = onWait
  }
}

extension KeyringPatience {
  /// What one question came to.
  private enum Turn: Sendable {
    case answered(Result<ToolAnswer, StoreError>)
    /// Nothing answers at all, so no window can be waiting for its password.
    case silent
    case waiting
  }

  /// Asks once and waits for the person, as long as something is there that answers.
  ///
  /// - Parameters:
  ///   - short: How long the keyring may be silent before it is looked at.
  ///   - isAnswering: Whether the keyring answers a question that needs no unlocking.
  ///   - ask: The question, with its limit.
  /// - Returns: The answer, or why there is none; nil where the keyring is silent.
  func ask(
    short: Duration,
    isAnswering: @escaping @Sendable () async -> Bool,
    _ ask: @escaping @Sendable (Duration) async -> Result<ToolAnswer, StoreError>
  ) async -> Result<ToolAnswer, StoreError>? {
    await withTaskGroup(of: Turn.self) { group in
      group.addTask { .answered(await ask(limit)) }
      group.addTask {
        guard (try? await Task.sleep(for: quiet)) != nil else { return .waiting }
        onWait()
        guard (try? await Task.sleep(for: short - quiet)) != nil else { return .waiting }
        return await isAnswering() || Task.isCancelled ? .waiting : .silent
      }
      defer { group.cancelAll() }
      for await turn in group {
        switch turn {
        case .answered(let result): return result
        case .silent: return nil
        case .waiting: continue
        }
      }
      return nil
    }
  }
}
