/// What to connect one more workspace with.
package struct ConnectRequest: Equatable, Sendable {
  /// The app.
  package var credentials: AppCredentials
  /// The project's folder, absolute: the browser's page names it, so that the user finds back.
  package var directory: String
  /// The env file, relative to the folder, from which the credentials are read back before they are
  /// used; nil to use the ones given here.
  package var envFileName: String?
  /// Where the token goes.
  package var store: TokenStoreKind
  /// Whether the request carries a PKCE challenge.
  package var sendsChallenge = true
  /// The scopes that the project wants; the browser's page names the ones that are missing.
  package var wantedScopes: [String] = []
  /// How long the answer is waited for, in seconds.
  package var waitSeconds = ConnectRequest.usualWait

  /// Five minutes: time to sign in with a second factor.
  package static let usualWait: Double = 300

  /// Collects what has to be named; the rest has its usual value.
  package init(credentials: AppCredentials, directory: String, store: TokenStoreKind) {
    self.credentials = credentials
    self.directory = directory
    self.store = store
  }
}

/// What is ready for the user's browser.
package struct ConnectOffer: Equatable, Sendable {
  /// Whether the browser can come back to this program.
  package enum Listener: Equatable, Sendable {
    /// It listens.
    case ready
    /// Another program has the port.
    case portInUse(Int)
    /// It cannot listen, with the reason as a sentence.
    case impossible(String)
  }

  /// The request whose answer is waited for.
  package var attempt: AuthorizationAttempt
  /// Whether the browser can come back to this program.
  package var listener: Listener
  /// Where the browser is.
  package var place: BrowserPlace

  /// Collects the offer.
  package init(attempt: AuthorizationAttempt, listener: Listener, place: BrowserPlace) {
    self.attempt = attempt
    self.listener = listener
    self.place = place
  }
}

/// Where the user's browser is, as far as the shell's variables tell.
package enum BrowserPlace: Equatable, Sendable {
  /// On this machine.
  case here
  /// On the other end of an SSH connection; the destination is what `ssh` there is told, such as
  /// `me@203.0.113.7`, or `-p 2222 me@203.0.113.7`.
  case ssh(destination: String)
  /// Outside this container.
  case container
  /// Unknown: there is no display or no program that opens a link.
  case noDisplay

  /// The command to type on the machine with the browser, so that it can come back; nil where
  /// there is no such command.
  package func tunnel(port: Int) -> String? {
    guard case .ssh(let destination) = self else { return nil }
    return "ssh -N -L \(port):localhost:\(port) \(destination)"
  }
}

/// What goes on between the code and the stored token.
package enum ConnectProgress: Equatable, Sendable {
  /// The code is exchanged for a token.
  case exchanging
  /// Attio is asked whose the token is.
  case identifying
  /// The token is put into the store and read back.
  case storing
}

/// A workspace that has been connected.
package struct ConnectResult: Equatable, Sendable {
  /// The workspace as the store knows it now.
  package var workspace: ConnectedWorkspace
  /// What Attio said of the token.
  package var verification: Verification
  /// Whether a token of the same workspace and app was replaced.
  package var replaced: Bool

  /// Collects the result.
  package init(workspace: ConnectedWorkspace, verification: Verification, replaced: Bool) {
    self.workspace = workspace
    self.verification = verification
    self.replaced = replaced
  }
}

/// Why a prepared request is given up before it was answered; the browser's page says it.
package enum ConnectEnding: Equatable, Sendable {
  /// It ended with a result, which the page tells.
  case finished
  /// The user left or went back.
  case left
  /// A new link takes its place.
  case replaced
}
