import CNcurses
import Glibc
import Synchronization

/// Where other threads leave events and signal handlers their numbers; a pipe wakes the loop.
final class Mailbox<Event: Sendable>: Sendable {
  private struct Content {
    var events: [Event] = []
    var isOpen = true
  }

  private let content = Mutex(Content())
  /// Readable when something is there.
  let readDescriptor: Int32
  /// Signal handlers write a signal's number here.
  let writeDescriptor: Int32

  init() throws(TerminalError) {
    var descriptors: [Int32] = [-1, -1]
    let reason = cnc_wake_pipe(&descriptors)
    guard reason == 0 else { throw .system(call: "pipe2", reason: reason) }
    readDescriptor = descriptors[0]
    writeDescriptor = descriptors[1]
  }

  /// Leaves an event, from any thread; one that comes after the end is dropped.
  func post(_ event: Event) {
    content.withLock { content in
      guard content.isOpen else { return }
      content.events.append(event)
      if content.events.count == 1 { wake() }
    }
  }

  /// Takes everything that is there.
  func takeAll() -> (events: [Event], signals: [Int32]) {
    let signals = takeSignals()
    let events = content.withLock { content in
      defer { content.events = [] }
      return content.events
    }
    return (events, signals)
  }

  /// Takes the signals only; the events stay, and stay announced.
  func takeSignals() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 256)
    var signals: [Int32] = []
    while true {
      let count = read(readDescriptor, &bytes, bytes.count)
      guard count > 0 else { return signals }
      signals += bytes[..<count].filter { $0 != 0 }.map(Int32.init)
    }
  }

  /// Announces the events again after `takeSignals`.
  func announceEvents() {
    content.withLock { if !$0.events.isEmpty { wake() } }
  }

  /// Ends the deliveries and closes the pipe.
  func close() {
    content.withLock { content in
      content = Content(isOpen: false)
      Glibc.close(readDescriptor)
      Glibc.close(writeDescriptor)
    }
  }

  private func wake() {
    var byte: UInt8 = 0
    // A full pipe wakes the loop just as well.
    _ = write(writeDescriptor, &byte, 1)
  }
}
