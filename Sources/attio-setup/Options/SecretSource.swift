import Ground
internal import SetupCore
internal import SetupRuntime
internal import TerminalUI

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Where a secret is read from: a secret is never an argument.
struct SecretSource {
  /// What is read, as messages name it: "token".
  var noun: String
  /// The option that names a file, for the cure of a file that cannot be read.
  var fileOption: String
  /// Whether a person may be there, who can end a wait.
  var mayWait: Bool

  /// After how many seconds it is said what is waited for.
  private static let patience: Double = 2
  /// How many seconds a pipe may be without a writer where nobody is there.
  private static let longestWait: Double = 10

  /// Reads a file; a pipe such as `<(pass show token)` will do.
  func file(_ path: String) throws(SetupError) -> FileContent {
    let name = SafeText.cleaned(path)
    // Non-blocking: a named pipe is opened before there is a writer, and the wait can be left.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    let reason = errno
    guard descriptor >= 0 else {
      throw SetupError(
        .file,
        "\(name) cannot be read: \(String(cString: strerror(reason))).",
        remedy: "Name another file with \(fileOption)."
      )
    }
    defer { close(descriptor) }
    var status = stat()
    let isPipe = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    return try content(of: Input(descriptor: descriptor, name: name, isOwnPipe: isPipe))
  }

  /// Reads standard input to its end; at a terminal a line, and nothing of it shows.
  func standardInput() throws(SetupError) -> FileContent {
    let input = Input(descriptor: 0, name: "Standard input", isOwnPipe: false)
    guard isatty(0) == 1 else { return try content(of: input) }
    let type = ProcessStart.variables["TERM"] ?? ""
    do throws(TerminalError) {
      let ending = try HiddenInput.read(type: type) {
        Output.message("Paste the \(noun), then press Enter. It does not show.")
      }
      switch ending {
      case .read(let content): return content
      case .signal(let number):
        Output.message("Nothing was written.")
        Interruption.endBySignal(number)
      }
    } catch {
      throw SetupError(
        .usage,
        "This terminal can't hide what you type, so it was not asked for the \(noun).",
        remedy: "Put the \(noun) into a file that only you can read: \(fileOption) PATH."
      )
    }
  }

  /// An open descriptor to read from.
  private struct Input {
    var descriptor: Int32
    var name: String
    /// Whether it is a pipe that this program opened, non-blocking, by its name.
    var isOwnPipe: Bool
  }

  /// Reads to the end, or to just beyond what a paste may hold.
  private func content(of input: Input) throws(SetupError) -> FileContent {
    let content = try Interruption.noting { () throws(SetupError) in try all(of: input) }
    endIfSignalled()
    return content
  }

  private func all(of input: Input) throws(SetupError) -> FileContent {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var hasWriter = false
    while bytes.count <= TokenPaste.byteLimit {
      let isReady = hasWriter ? wait(for: input, nil) : waitForStart(of: input)
      let count = read(input.descriptor, &buffer, buffer.count)
      let reason = errno
      if count < 0, reason == EINTR { continue }
      hasWriter = true
      if count < 0, reason == EAGAIN { continue }
      guard count >= 0 else {
        throw SetupError(
          .file,
          "\(input.name) cannot be read: \(String(cString: strerror(reason))).",
          remedy: "Name a file that holds the \(noun) with \(fileOption)."
        )
      }
      if count == 0 {
        guard isReady else { throw nobodyCame(to: input) }
        break
      }
      bytes += buffer[..<count]
    }
    return FileContent(bytes)
  }

  /// Waits for the first byte and says so after a while; false where nobody is there to end the wait,
  /// and it has been too long.
  private func waitForStart(of input: Input) -> Bool {
    if wait(for: input, Self.patience) { return true }
    Output.message(
      input.isOwnPipe
        ? "Waiting for another program to write the \(noun) to \(input.name). Ctrl-C stops."
        : "Waiting for the \(noun) on standard input. Ctrl-C stops."
    )
    return wait(for: input, mayWait || !input.isOwnPipe ? nil : Self.longestWait - Self.patience)
  }

  private func nobodyCame(to input: Input) -> SetupError {
    SetupError(
      .file,
      "No program wrote the \(noun) to \(input.name) within \(Int(Self.longestWait)) seconds.",
      remedy: "Start the program that writes to it, or name another file with \(fileOption)."
    )
  }

  /// Waits until there is something to read; false where that takes longer, nil being for ever.
  private func wait(for input: Input, _ seconds: Double?) -> Bool {
    let start = ContinuousClock.now
    // In short pieces: a signal may be taken by another thread, which does not end the wait.
    while !Waiting.toRead(input.descriptor, milliseconds: 100) {
      endIfSignalled()
      if let seconds, ContinuousClock.now - start >= .seconds(seconds) { return false }
    }
    return true
  }

  private func endIfSignalled() {
    guard let signal = Interruption.signalNumber else { return }
    Output.message("Nothing was written.")
    Interruption.endBySignal(signal)
  }
}
