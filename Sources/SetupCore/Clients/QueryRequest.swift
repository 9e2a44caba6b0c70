/// Which record to ask for first, and with which token.
package struct QueryRequest: Equatable, Sendable {
  /// Where the token stands.
  package enum TokenPlace: Equatable, Sendable {
    /// In the env file, from which it is read back.
    case envFile(VerifyRequest)
    /// Where the token of a connected workspace is kept.
    case workspace(ConnectedWorkspace)
  }

  /// Where the token stands.
  package var token: TokenPlace
  /// The slug of the object.
  package var object: String

  /// Collects the request.
  package init(token: TokenPlace, object: String) {
    self.token = token
    self.object = object
  }
}
