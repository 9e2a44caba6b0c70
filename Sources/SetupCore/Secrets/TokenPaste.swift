package import Ground

/// Reads a token out of what a user pasted, piped in or put into a file.
package enum TokenPaste {
  /// The largest paste that is looked at, in bytes.
  package static let byteLimit = 1_048_576

  /// Cleans a paste and says what it is.
  ///
  /// - Parameters:
  ///   - content: The bytes as they came.
  ///   - variable: The variable whose value is taken out of a piece of an env file.
  /// - Returns: The token with what was removed around it, or why there is none.
  package static func read(
    _ content: FileContent,
    variable: String = "ATTIO_API_KEY"
  ) -> TokenPasteResult {
    do throws(TokenPasteRefusal) {
      return result(of: try cleaned(content, variable: variable))
    } catch {
      return .refused(error)
    }
  }

  /// Takes away what stands around a value that was pasted.
  static func cleaned(
    _ content: FileContent,
    variable: String
  ) throws(TokenPasteRefusal) -> TokenCleaning {
    guard content.bytes.count <= byteLimit else { throw .tooLarge }
    guard !content.bytes.contains(0), !content.bytes.starts(with: [0xFF, 0xFE]),
      !content.bytes.starts(with: [0xFE, 0xFF]),
      let text = String(validating: content.bytes, as: UTF8.self)
    else { throw .notText }
    var cleaning = TokenCleaning(text)
    cleaning.removeInvisible()
    cleaning.removeBlanks()
    cleaning.takeAssignment(of: variable)
    cleaning.unwrap()
    return cleaning
  }

  private static func result(of cleaning: TokenCleaning) -> TokenPasteResult {
    let shape = TokenShape.of(cleaning.text)
    guard shape.isSendable else { return .refused(.shape(shape)) }
    return .token(
      PastedToken(
        secret: Secret(cleaning.text),
        removed: cleaning.removed,
        warning: shape.explanation
      )
    )
  }
}

/// What a paste turned out to be.
package enum TokenPasteResult: Equatable, Sendable {
  case token(PastedToken)
  case refused(TokenPasteRefusal)
}

/// A token out of a paste.
package struct PastedToken: Equatable, Sendable {
  /// The token.
  package var secret: Secret
  /// What stood around it and was taken away, each once, in the order it was met.
  package var removed: [RemovedPart]
  /// What is unusual about it, in a sentence; nil for the usual length.
  package var warning: String?

  /// How much was received: "64 characters received".
  package var received: String { Words.received(secret.length) }

  /// What was removed, as a sentence: "Removed: white space, quotes."; nil without any.
  package var remark: String? {
    removed.isEmpty ? nil : "Removed: \(removed.map(\.rawValue).joined(separator: ", "))."
  }
}

/// Something around a token that is no part of it; the raw value is the word for it.
package enum RemovedPart: String, CaseIterable, Sendable {
  case byteOrderMark = "a byte order mark"
  case invisible = "invisible characters"
  case blanks = "white space"
  case otherLines = "other lines of an env file"
  case export = "“export”"
  case name = "the variable's name"
  case comment = "a comment"
  case quotes = "quotes"
  case header = "“Authorization:”"
  case bearer = "“Bearer”"
}

/// Why no token was found in a paste.
package enum TokenPasteRefusal: Error, Equatable, Sendable {
  /// The text is something else.
  case shape(TokenShape)
  /// The bytes are no UTF-8 text.
  case notText
  /// There is more than `TokenPaste.byteLimit`.
  case tooLarge

  /// What it is instead and what to do now; never a part of the text itself.
  package var explanation: String {
    switch self {
    case .shape(let shape): shape.explanation ?? "It is no token. Copy the token alone."
    case .notText:
      "It is not UTF-8 text. Save the file as UTF-8, or copy the token as plain text."
    case .tooLarge: "It is larger than 1 MB. Copy the token alone."
    }
  }
}
