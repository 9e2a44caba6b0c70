import CCurl
import Synchronization

/// One running transfer: libcurl works on its own thread, a task waits for it and may cancel it.
final class CurlTransfer: Sendable {
  private struct State {
    var pointer: OpaquePointer?
    var isCancelled = false
  }

  private final class Completion: Sendable {
    let continuation: CheckedContinuation<CurlOutcome, Never>

    init(_ continuation: CheckedContinuation<CurlOutcome, Never>) {
      self.continuation = continuation
    }
  }

  private let state = Mutex(State())

  /// Performs the order and comes back at once when the task is cancelled.
  static func perform(_ order: CurlOrder) async -> CurlOutcome {
    let transfer = CurlTransfer()
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { transfer.start(order, $0) }
    } onCancel: {
      transfer.cancel()
    }
    transfer.release()
    return outcome
  }

  private func start(
    _ order: CurlOrder,
    _ continuation: CheckedContinuation<CurlOutcome, Never>
  ) {
    let refusal: CurlOutcome? = state.withLock { state in
      guard !state.isCancelled else { return CurlOutcome(.cancelled) }
      guard let pointer = ccurl_create() else { return CurlOutcome(.noMemory) }
      guard Self.describe(order, to: pointer) else {
        ccurl_release(pointer)
        return CurlOutcome(.refused)
      }
      let completion = Unmanaged.passRetained(Completion(continuation))
      guard ccurl_start(pointer, Self.finish, completion.toOpaque()) else {
        completion.release()
        ccurl_release(pointer)
        return CurlOutcome(.noMemory)
      }
      state.pointer = pointer
      return nil
    }
    if let refusal { continuation.resume(returning: refusal) }
  }

  private static let finish: ccurl_done = { context, outcome in
    guard let context, let outcome else { return }
    let completion = Unmanaged<Completion>.fromOpaque(context).takeRetainedValue()
    completion.continuation.resume(returning: CurlOutcome(copying: outcome.pointee))
  }

  /// Comes back false where a text holds a control character, which only an attack would need.
  private static func describe(_ order: CurlOrder, to pointer: OpaquePointer) -> Bool {
    let texts: [(which: ccurl_text, text: String?)] = [
      (CCURL_TEXT_URL, order.url),
      (CCURL_TEXT_METHOD, order.method),
      (CCURL_TEXT_USER_AGENT, order.userAgent),
      (CCURL_TEXT_PROXY, order.proxy),
      (CCURL_TEXT_CA_BUNDLE, order.caBundle),
      (CCURL_TEXT_LIBRARY, order.library),
    ]
    for (which, text) in texts {
      guard let text else { continue }
      guard !text.utf8.contains(0), withSystemText(text, { ccurl_set_text(pointer, which, $0) })
      else { return false }
    }
    for line in order.headerLines {
      guard !line.utf8.contains(0), ccurl_add_header(pointer, line) else { return false }
    }
    ccurl_set_limits(pointer, order.limitMilliseconds, max(order.bodyLimit, 0))
    if order.purpose == .inspection { ccurl_set_inspection(pointer) }
    return order.body.withUnsafeBufferPointer {
      ccurl_set_body(pointer, $0.baseAddress, $0.count)
    }
  }

  private func cancel() {
    state.withLock { state in
      state.isCancelled = true
      if let pointer = state.pointer { ccurl_cancel(pointer) }
    }
  }

  private func release() {
    state.withLock { state in
      if let pointer = state.pointer { ccurl_release(pointer) }
      state.pointer = nil
    }
  }
}
