import Ground
internal import SetupCore
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

  /// Reads a file; a pipe such as `<(pass show token)` will do.
  func file(_ path: String) throws(SetupError) -> FileContent {
    if isPipe(path) {
      Output.message("Reading the \(noun) from the pipe \(SafeText.cleaned(path)).")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    let reason = errno
    guard descriptor >= 0 else {
      throw SetupError(
        .file,
        "\(SafeText.cleaned(path)) cannot be read: \(String(cString: strerror(reason))).",
        remedy: "Name another file with \(fileOption)."
      )
    }
    defer { close(descriptor) }
    return try content(of: descriptor, named: SafeText.cleaned(path))
  }

  /// Reads standard input to its end; at a terminal a line, and nothing of it shows.
  func standardInput() throws(SetupError) -> FileContent {
    guard isatty(0) == 1 else { return try content(of: 0, named: "Standard input") }
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
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

  /// Whether a read may have to wait for another program to write, which is worth a word.
  private func isPipe(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Reads to the end, or to just beyond what a paste may hold.
  private func content(of descriptor: Int32, named name: String) throws(SetupError) -> FileContent {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= TokenPaste.byteLimit {
      let count = read(descriptor, &buffer, buffer.count)
      let reason = errno
      if count < 0, reason == EINTR { continue }
      guard count >= 0 else {
        throw SetupError(
          .file,
          "\(name) cannot be read: \(String(cString: strerror(reason))).",
          remedy: "Name a file that holds the \(noun) with \(fileOption)."
        )
      }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return FileContent(bytes)
  }
}
