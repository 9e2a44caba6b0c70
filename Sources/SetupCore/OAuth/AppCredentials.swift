package import Ground

/// All that is needed to ask for authorization and to exchange the code.
package struct AppCredentials: Equatable, Sendable {
  /// The client id.
  package var clientID: String
  /// The client secret.
  package var clientSecret: Secret
  /// Where the browser comes back.
  package var redirectURI: RedirectURI

  /// Collects the parts.
  package init(clientID: String, clientSecret: Secret, redirectURI: RedirectURI) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.redirectURI = redirectURI
  }
}

extension AppSettings {
  /// All that a request needs; nil where a part is missing or the redirect URI is none.
  package var credentials: AppCredentials? {
    // An empty value is what an example file has in its place.
    let known = filled(from: AppSettings())
    guard let clientID = known.clientID, let clientSecret = known.clientSecret,
      let uri = try? RedirectURI(parsing: known.redirectURI ?? RedirectURI.standardText)
    else { return nil }
    return AppCredentials(clientID: clientID, clientSecret: clientSecret, redirectURI: uri)
  }
}
