internal import SetupCore

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Reads the token from where the options say.
struct TokenReading {
  private let input: TokenInput

  init(_ input: TokenInput) {
    self.input = input
  }

  /// Gives the token; `substitute` stands in where no option names a place.
  func token(orElse substitute: Secret?, shared: SharedOptions) throws(SetupError) -> Secret {
    if input.tokenStdin { return try parse(standardInput(), variable: shared.variable) }
    if let path = input.tokenFile { return try parse(file(path), variable: shared.variable) }
    guard let substitute else {
      throw SetupError(
        .usage,
        "There is no token: it is read from standard input or from a file.",
        remedy: "Add --token-stdin, or --token-file PATH, or --sandbox to try it out."
      )
    }
    return substitute
  }

  private func parse(_ content: FileContent, variable: String) throws(SetupError) -> Secret {
    switch TokenPaste.read(content, variable: variable) {
    case .token(let pasted): return pasted.secret
    case .refused(let refusal):
      throw SetupError(
        .actionNeeded,
        "The token cannot be used. \(refusal.explanation)",
        remedy: "Nothing was written.",
        name: (content.bytes.isEmpty
          ? ConnectionState.tokenMissing : ConnectionState.tokenMalformed).rawValue
      )
    }
  }

  /// Reads a file; a pipe such as `<(pass show token)` will do.
  private func file(_ path: String) throws(SetupError) -> FileContent {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    let reason = errno
    guard descriptor >= 0 else {
      throw SetupError(
        .file,
        "\(SafeText.cleaned(path)) cannot be read: \(String(cString: strerror(reason))).",
        remedy: "Name another file with --token-file."
      )
    }
    defer { close(descriptor) }
    return try content(of: descriptor, named: SafeText.cleaned(path))
  }

  private func standardInput() throws(SetupError) -> FileContent {
    if isatty(0) == 1 {
      Output.message("Reading the token from standard input. Paste it, then press Ctrl-D.")
    }
    return try content(of: 0, named: "Standard input")
  }

  /// Reads to the end, or to just beyond what a token's paste may hold.
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
          remedy: "Name a file that holds the token with --token-file."
        )
      }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return FileContent(bytes)
  }
}
