package import Ground

/// Reads the client id or the client secret of an OAuth app out of what a user pasted or typed.
package enum AppPaste {
  /// Takes a client id.
  ///
  /// - Parameters:
  ///   - content: The bytes as they came.
  ///   - secrets: What stands in the project and is no client id.
  /// - Returns: The client id, or what was pasted instead.
  package static func clientID(_ content: FileContent, secrets: [Secret] = []) -> AppPasteResult {
    read(content, variable: AppSettings.clientIDVariable, name: "client id") { text, shape in
      let isSecret =
        shape == .token(length: TokenShape.usualLength) || shape == .webToken
        || secrets.contains(Secret(text))
      return isSecret
        ? "It is as long as a client secret or an access token. The client id is the shorter text "
          + "above the secret."
        : nil
    }
  }

  /// Takes a client secret.
  ///
  /// - Parameters:
  ///   - content: The bytes as they came.
  ///   - clientID: The app's id, which is pasted here by mistake at times.
  ///   - tokens: The access tokens that are known.
  /// - Returns: The client secret, or what was pasted instead.
  package static func clientSecret(
    _ content: FileContent,
    clientID: String? = nil,
    tokens: [Secret] = []
  ) -> AppPasteResult {
    let variable = AppSettings.clientSecretVariable
    return read(content, variable: variable, name: "client secret") { text, shape in
      switch shape {
      case _ where text == clientID, .identifier:
        "It is the client id. The client secret is the longer text below it."
      case _ where tokens.contains(Secret(text)):
        "It is an access token of one workspace, not the app's client secret."
      case .webToken:
        "It is a JSON Web Token, as Attio's MCP server uses, not the app's client secret."
      default: nil
      }
    }
  }

  private static func read(
    _ content: FileContent,
    variable: String,
    name: String,
    mistake: (String, TokenShape) -> String?
  ) -> AppPasteResult {
    let cleaning: TokenCleaning
    do throws(TokenPasteRefusal) {
      cleaning = try TokenPaste.cleaned(content, variable: variable)
    } catch {
      return .refused(
        error == .tooLarge
          ? "It is larger than 1 MB. Copy the \(name) alone."
          : "It is not UTF-8 text. Copy the \(name) as plain text."
      )
    }
    let shape = TokenShape.of(cleaning.text)
    if let problem = problem(shape, name) ?? mistake(cleaning.text, shape) {
      return .refused(problem)
    }
    return .value(Secret(cleaning.text), removed: cleaning.removed)
  }

  private static func problem(_ shape: TokenShape, _ name: String) -> String? {
    switch shape {
    case .token, .identifier, .webToken: nil
    case .empty: "It is empty. Copy the \(name) in the app's settings."
    case .severalLines(let count):
      "It has \(count) lines, a \(name) has one. Copy the \(name) alone."
    case .reference: "It is a reference or a placeholder. Give the \(name) itself."
    case .address: "It is a web address. Open it, and copy the \(name) that stands there."
    case .blankInside: "It has a space inside, a \(name) has none. Copy the \(name) alone."
    case .foreignCharacters:
      "It has characters that no \(name) has. Copy it again, as plain text."
    case .foreignSecret(let secret):
      "This looks like \(secret.name). It was not sent. Copy the \(name) in the app's settings."
    case .tooLong(let length): "It has \(length) characters. Copy the \(name) alone."
    }
  }
}

/// What a paste for one of the app's settings turned out to be.
package enum AppPasteResult: Equatable, Sendable {
  /// The value, and what stood around it and was taken away.
  case value(Secret, removed: [RemovedPart])
  /// What it is instead and what to do now; never a part of the text itself.
  case refused(String)

  /// The value; nil where there is none.
  package var value: Secret? {
    guard case .value(let value, _) = self else { return nil }
    return value
  }
}
