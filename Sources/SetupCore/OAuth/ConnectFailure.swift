/// Why no workspace was connected.
package enum ConnectFailure: Error, Equatable, Sendable {
  /// What the env file holds of the app cannot be used, with the reason as a sentence.
  case appSettings(file: String, reason: String)
  /// Somebody chose Deny in the browser: a choice, no error.
  case denied
  /// The authorization server refused the request, with its own words, cleaned.
  case refused(error: String, description: String?)
  /// Nobody came back in time; the limit is in seconds.
  case nobodyCame(seconds: Double)
  /// Another program has the port, and there is nobody to paste the address.
  case portInUse(Int)
  /// This program cannot listen, with the reason as a sentence.
  case cannotListen(String)
  /// The token endpoint refused the code (`invalid_grant`).
  case invalidGrant(description: String?)
  /// The token endpoint did not accept client id and secret (`invalid_client`).
  case invalidClient(description: String?)
  /// The token endpoint names the redirect URI as the reason.
  case redirectURIMismatch(description: String?)
  /// The token endpoint refused with another error of its own, cleaned.
  case exchangeRefused(error: String, description: String?)
  /// The token endpoint could not be asked, or its answer is none.
  case exchange(Connection)
  /// A token came, and Attio did not confirm it.
  case unconfirmed(Connection)
  /// The token works and could not be stored; it is lost, and a new connection makes another.
  case notStored(StoreError)
  /// The hash that PKCE needs is not there.
  case noHash(String)
}
