package import Ground

/// The developer's OAuth app as the env file names it; each part may still be missing.
package struct AppSettings: Equatable, Sendable {
  /// The client id.
  package var clientID: String?
  /// The client secret.
  package var clientSecret: Secret?
  /// The redirect URI as it is registered, checked or not.
  package var redirectURI: String?

  /// Collects what is known.
  package init(
    clientID: String? = nil,
    clientSecret: Secret? = nil,
    redirectURI: String? = nil
  ) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.redirectURI = redirectURI
  }

  /// The variable of the client id.
  package static let clientIDVariable = "ATTIO_CLIENT_ID"
  /// The variable of the client secret.
  package static let clientSecretVariable = "ATTIO_CLIENT_SECRET"
  /// The variable of the redirect URI.
  package static let redirectURIVariable = "ATTIO_REDIRECT_URI"

  /// What is given here, and where nothing is given, what stands there.
  package func filled(from other: AppSettings) -> AppSettings {
    AppSettings(
      clientID: given(clientID) ?? other.clientID,
      clientSecret: given(clientSecret) ?? other.clientSecret,
      redirectURI: given(redirectURI) ?? other.redirectURI
    )
  }

  /// An empty value is what an example file has in its place.
  private func given(_ text: String?) -> String? {
    text?.isEmpty == false ? text : nil
  }

  private func given(_ secret: Secret?) -> Secret? {
    secret?.isEmpty == false ? secret : nil
  }

  /// The first part that is a reference or encrypted instead of the value: it is sent to nobody.
  package var reference: (variable: String, reference: SecretReference)? {
    let values = [
      (Self.clientIDVariable, clientID), (Self.clientSecretVariable, clientSecret?.reveal()),
      (Self.redirectURIVariable, redirectURI),
    ]
    for (variable, value) in values {
      if let reference = value.flatMap(SecretReference.of) { return (variable, reference) }
    }
    return nil
  }
}
