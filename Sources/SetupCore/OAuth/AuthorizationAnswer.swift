package import Ground

/// What came back from the authorization server, by the browser or by a paste.
package enum AuthorizationAnswer: Equatable, Sendable {
  /// Somebody approved; the code is exchanged for a token once.
  case code(Secret)
  /// Somebody chose not to (`error=access_denied`).
  case denied
  /// The server refused, with its own words, cleaned.
  case refused(error: String, description: String?)
}

/// Why an answer is none for this request.
package enum AuthorizationAnswerError: Error, Equatable, Sendable {
  /// Longer than any answer.
  case tooLong
  /// There is no `state`, or it is not this request's: another request's answer, or a forged one.
  case wrongState
  /// A parameter stands there twice (RFC 6749 section 3.1 forbids it).
  case doubled(String)
  /// There is neither a code nor an error.
  case noCode
  /// The code holds what no code holds.
  case illegalCode
}

extension AuthorizationAnswer {
  /// The most bytes of a query that is read.
  package static let byteLimit = 8192

  /// Reads the query of a redirect (RFC 6749 sections 4.1.2 and 4.1.2.1).
  ///
  /// - Parameters:
  ///   - query: What stands behind the question mark, still percent-encoded; hostile.
  ///   - state: The state of the request.
  /// - Throws: `AuthorizationAnswerError` for anything that is no answer to this request.
  package init(query: String, state: String) throws(AuthorizationAnswerError) {
    guard query.utf8.count <= Self.byteLimit else { throw .tooLong }
    let fields = FormFields(query)
    for name in ["state", "code", "error"] where fields.count(of: name) > 1 {
      throw .doubled(name)
    }
    guard Self.isSame(fields["state"] ?? "", state) else { throw .wrongState }
    // An empty parameter is an omitted one (RFC 6749 section 3.1).
    if let error = fields["error"], !error.isEmpty {
      guard error != "access_denied" else {
        self = .denied
        return
      }
      let words = SafeText.cleaned(fields["error_description"] ?? "")
      let name = SafeText.cleaned(error, limit: 80)
      self = .refused(
        error: name.isEmpty ? "unreadable" : name,
        description: words.isEmpty ? nil : words
      )
      return
    }
    guard let code = fields["code"], !code.isEmpty else { throw .noCode }
    self = .code(try Self.code(code))
  }

  /// Takes a code by itself: visible ASCII (RFC 6749 appendix A.11), at most 2 KiB.
  package static func code(_ text: String) throws(AuthorizationAnswerError) -> Secret {
    guard text.utf8.count <= 2048 else { throw .tooLong }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .illegalCode
    }
    return Secret(text)
  }

  /// Compares without telling by the time taken where the first difference is.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let left = Array(one.utf8)
    let right = Array(other.utf8)
    guard left.count == right.count, !right.isEmpty else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
