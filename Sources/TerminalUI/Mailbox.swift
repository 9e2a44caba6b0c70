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

  /// Takes the signals that came with the end of a stop; the events stay, and stay announced.
  ///
  /// A signal is handled by whichever thread is free, so that its number may come a moment after the
  /// stop has ended, and that of SIGTERM after that of the SIGCONT behind it. Behind the shell nothing
  /// else can come, so it waits for the first, and then for what follows at once.
  func takeSignalsAfterStop(isInForeground: () -> Bool) -> [Int32] {
    var signals = takeSignals()
    while !isInForeground(), waits(milliseconds: signals.isEmpty ? -1 : 50) {
      signals += takeSignals()
    }
    return signals
  }

  /// Whether something arrives in time; -1 for however long it takes, but not beyond the terminal's end.
  private func waits(milliseconds: Int32) -> Bool {
    var descriptors = [
      pollfd(fd: readDescriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: STDIN_FILENO, events: 0, revents: 0),
    ]
    repeat {
      if poll(&descriptors, 2, milliseconds) >= 0 { break }
    } while errno == EINTR
    return descriptors[0].revents != 0
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
