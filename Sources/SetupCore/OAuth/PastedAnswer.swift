package import Ground

/// Reads the answer to a request for authorization out of what was pasted while it is waited for.
package enum PastedAnswer {
  /// The largest paste that is looked at, in bytes: an answer with white space where it was wrapped.
  package static let byteLimit = 2 * AuthorizationAnswer.byteLimit

  /// Takes the whole address that the browser ended at, its query, or the code by itself.
  ///
  /// Host, port and path of an address do not matter, its `state` does. A code by itself has no
  /// state; that it belongs to this request is the user's word, and with PKCE the server's.
  ///
  /// - Parameters:
  ///   - content: The bytes as they came.
  ///   - attempt: The request whose answer is waited for.
  ///   - clientSecret: The app's secret, which must not be taken for a code.
  /// - Returns: The answer, or what was pasted instead.
  package static func read(
    _ content: FileContent,
    for attempt: AuthorizationAttempt,
    clientSecret: Secret
  ) -> Result<AuthorizationAnswer, PasteRefusal> {
    do throws(PasteRefusal) {
      let text = try cleaned(content)
      if let known = known(text, attempt, clientSecret) { throw known }
      let answer =
        if let query = try query(in: text) { try answer(query, for: attempt) } else {
          AuthorizationAnswer.code(try code(text))
        }
      return .success(answer)
    } catch {
      return .failure(error)
    }
  }

  /// Whether a paste is a code by itself, which anything of one word may be: it is not sent to
  /// anybody before the user says so.
  package static func isBareCode(_ content: FileContent) -> Bool {
    guard let text = try? cleaned(content) else { return false }
    return !["?", "&", "="].contains { text.contains($0) }
  }

  private static func cleaned(_ content: FileContent) throws(PasteRefusal) -> String {
    guard content.bytes.count <= byteLimit else { throw .tooLong }
    guard !content.bytes.contains(0), let text = String(validating: content.bytes, as: UTF8.self)
    else { throw .notText }
    var cleaning = TokenCleaning(withoutPasteMarks(text))
    cleaning.removeInvisible()
    cleaning.removeWrapping()
    let lines = cleaning.text.split(whereSeparator: \.isNewline)
    guard let first = lines.first else { throw .empty }
    // A line break inside an address is a terminal's; between words it is a second thing.
    let isWrapped = first.contains("://") || first.contains("?") || first.contains("=")
    let parts = lines.map { String($0).trimmingBlanks }
    let joined = parts.joined(separator: isWrapped ? "" : "\n")
    // A code with its name is still a code by itself.
    return joined.hasPrefix("code=") && !joined.contains("&") ? String(joined.dropFirst(5)) : joined
  }

  /// Marks of a bracketed paste (`ESC [ 200 ~`) that a terminal left, with or without their Esc.
  private static func withoutPasteMarks(_ text: String) -> String {
    text.replacing(/(?:\u{1B}|\^\[)?\[20[01]~/, with: "")
  }

  /// Something that the user has at hand and may take for the answer.
  private static func known(
    _ text: String,
    _ attempt: AuthorizationAttempt,
    _ clientSecret: Secret
  ) -> PasteRefusal? {
    var cleaning = TokenCleaning(text)
    cleaning.unwrap()
    switch cleaning.text {
    case clientSecret.reveal() where !clientSecret.isEmpty: return .clientSecret
    case attempt.clientID where !attempt.clientID.isEmpty: return .clientID
    case attempt.state: return .state
    default: break
    }
    if cleaning.removed.contains(.bearer) || cleaning.removed.contains(.header) {
      return .accessToken
    }
    if ForeignSecret.of(cleaning.text) != nil { return .foreignSecret }
    // A code comes with its address; a token comes alone, and this is its form.
    if cleaning.text.wholeMatch(of: /[A-Za-z0-9]{64}/) != nil { return .accessToken }
    let isAssignment = text.prefixMatch(of: /(?:export\s+)?[A-Z][A-Z0-9_]*\s*=\s*[^=\s]/) != nil
    return isAssignment ? .assignment : nil
  }

  /// The query of an address, or a text that is one; nil for a text that may be a code.
  private static func query(in text: String) throws(PasteRefusal) -> String? {
    guard !text.isEmpty else { throw .empty }
    guard !text.contains(where: \.isWhitespace), text.ranges(of: "://").count < 2 else {
      throw .severalWords
    }
    let beforeFragment = text.prefix { $0 != "#" }
    if let mark = beforeFragment.firstIndex(of: "?") {
      let query = beforeFragment[beforeFragment.index(after: mark)...]
      let isAuthorize = beforeFragment[..<mark].hasSuffix("/authorize")
      if isAuthorize, FormFields(query)["client_id"] != nil { throw .authorizeLink }
      return String(query)
    }
    guard !text.contains("://") else { throw .noAnswer }
    let fields = FormFields(text)
    guard ["code", "state", "error"].contains(where: { fields.count(of: $0) > 0 }) else {
      return nil
    }
    // Copied from behind "code=" on.
    let query = beforeFragment.drop { $0 == "&" }
    let isCut = !query.prefix { $0 != "&" }.contains("=")
    return isCut ? "code=\(query)" : String(query)
  }

  private static func answer(
    _ query: String,
    for attempt: AuthorizationAttempt
  ) throws(PasteRefusal) -> AuthorizationAnswer {
    let fields = FormFields(query)
    guard fields.count(of: "code") + fields.count(of: "error") > 0 else { throw .noAnswer }
    do throws(AuthorizationAnswerError) {
      return try AuthorizationAnswer(query: query, state: attempt.state)
    } catch {
      switch error {
      case .tooLong: throw .tooLong
      case .wrongState: throw fields.count(of: "state") == 0 ? .noState : .otherRequest
      case .doubled: throw .doubled
      case .noCode: throw .noAnswer
      case .illegalCode: throw .illegalCode
      }
    }
  }

  private static func code(_ text: String) throws(PasteRefusal) -> Secret {
    // Copied out of the address bar, where it is still encoded; a plus sign is then encoded too.
    let decoded = PercentCoding.decodedField(Substring(text.replacing("+", with: "%2B")))
    do throws(AuthorizationAnswerError) {
      return try AuthorizationAnswer.code(decoded)
    } catch {
      throw error == .tooLong ? .tooLong : .illegalCode
    }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmingBlanks: Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }
}
