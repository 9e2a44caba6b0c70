/// Why the server could not start.
package enum LocalServerError: Error, Equatable {
  /// Somebody else listens on the port.
  case portInUse(Int)
  /// The port needs rights that this user does not have.
  case notPermitted(Int)
  /// Anything else, with the system's own words.
  case cannotListen(reason: String)
}
