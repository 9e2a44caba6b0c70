import Ground
import SetupCore

/// The place of one token in the keyring, of which only that counts which is read back.
struct KeyringSlot {
  let keyring: any Keyring
  let item: KeyringItem

  /// What the keyring has; nil where it is open and has nothing.
  func value() async throws(StoreError) -> Secret? {
    guard let value = try await keyring.value(of: item), !value.isEmpty else { return nil }
    return value
  }

  /// Stores a value and reads it back; where that fails, what was there before comes back.
  func put(_ token: Secret, over former: Secret?) async throws(StoreError) {
    let problem: StoreError
    do throws(StoreError) {
      try await keyring.store(token, as: item)
      if try await value() == token { return }
      problem = .notReadBack
    } catch {
      problem = error
    }
    try await takeBack(to: former, after: problem)
    throw problem
  }

  /// Brings back what was there before a failure.
  ///
  /// - Throws: `keyringUnclear` where it is not known what the keyring has now.
  func takeBack(to former: Secret?, after problem: StoreError) async throws(StoreError) {
    // Where nothing was stored, nothing is to be taken back, and a keyring that gave no answer is not
    // asked three times more.
    if problem.isRefusal { return }
    do throws(StoreError) {
      if let former { try await keyring.store(former, as: item) } else { try await clear() }
      if try await value() == former { return }
    } catch {
      // What it has now is what is told.
    }
    throw .keyringUnclear(cause: problem.message, label: item.label)
  }

  /// Removes the value, and reads back that it is gone.
  func clear() async throws(StoreError) {
    try await keyring.clear(item)
    guard try await value() == nil else { throw .notRemoved(label: item.label) }
  }
}

extension StoreError {
  /// Whether the keyring was not there or not open, so that it has stored nothing.
  fileprivate var isRefusal: Bool {
    switch self {
    case .noKeyring, .keyringLocked: true
    default: false
    }
  }
}
