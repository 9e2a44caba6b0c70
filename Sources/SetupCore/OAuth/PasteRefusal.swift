/// Why what was pasted is no answer to a request for authorization; never holds a part of it.
package enum PasteRefusal: Error, Equatable, CaseIterable, Sendable {
  /// There is nothing but white space and quotes.
  case empty
  /// Longer than any answer.
  case tooLong
  /// Bytes that are no UTF-8 text.
  case notText
  /// The link of this or another request, before anybody approved.
  case authorizeLink
  /// An address or query with neither a code nor an error.
  case noAnswer
  /// An address or query without a `state`.
  case noState
  /// The answer to another request.
  case otherRequest
  /// A parameter stands there twice.
  case doubled
  /// The `state` alone.
  case state
  /// The app's client id.
  case clientID
  /// The app's client secret.
  case clientSecret
  /// An Authorization header, a piece of one, or a word that is one by its form.
  case accessToken
  /// A secret of another service.
  case foreignSecret
  /// A line of an env file.
  case assignment
  /// More than one word.
  case severalWords
  /// Characters that no code has.
  case illegalCode

  /// What it is instead and what to do now, in sentences.
  package var message: String {
    let wanted = "Paste the whole address that the browser ends at, with code= and state= in it."
    return switch self {
    case .empty: "There is nothing in it. \(wanted)"
    case .tooLong: "It is too long for an answer of Attio's. \(wanted)"
    case .notText: "It is no text. \(wanted)"
    case .authorizeLink:
      "That is the link to open. Open it in a browser and approve, then paste the address that the "
        + "browser ends at."
    case .noAnswer: "It holds no code. Approve in the browser first. \(wanted)"
    case .noState: "It holds no state, so nothing tells that it belongs to this link. \(wanted)"
    case .otherRequest:
      "It is the answer to another link. Open the link that is shown now, and approve again."
    case .doubled: "It holds a parameter twice, as no answer does. Copy the address again."
    case .state: "That is the state alone, and the code is needed. \(wanted)"
    case .clientID: "That is the app's client id, not a code. \(wanted)"
    case .clientSecret: "That is the app's client secret, not a code: keep it. \(wanted)"
    case .accessToken:
      "That looks like an access token, not a code: it was not sent. Choose “One workspace” to set it "
        + "up. To connect this workspace, paste the whole address that the browser ends at."
    case .foreignSecret: "That is a secret of another service: it was not sent. \(wanted)"
    case .assignment: "That is a line of an env file, not a code. \(wanted)"
    case .severalWords: "It is more than one word. \(wanted)"
    case .illegalCode: "It holds characters that no code has. \(wanted)"
    }
  }
}
