import Ground
internal import SetupCore

/// Reads the token from where the options say.
struct TokenReading {
  private let input: TokenInput

  init(_ input: TokenInput) {
    self.input = input
  }

  /// Gives the token; `substitute` stands in where no option names a place.
  func token(orElse substitute: Secret?, shared: SharedOptions) throws(SetupError) -> Secret {
    let source = SecretSource(
      noun: "token",
      fileOption: "--token-file",
      mayWait: Face.mayAsk(shared)
    )
    if input.tokenStdin { return try parse(source.standardInput(), variable: shared.variable) }
    if let path = input.tokenFile { return try parse(source.file(path), variable: shared.variable) }
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
    case .token(let pasted):
      if let warning = pasted.warning { Output.remark("The token is unusual. \(warning)") }
      return pasted.secret
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
}
