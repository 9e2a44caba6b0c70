import Ground

/// An address of Attio's that an env file of the project sets: programs that load the file obey it.
package struct AddressInFile: Equatable, Sendable {
  /// The env file, relative to the project.
  package var file: String
  /// The variable.
  package var variable: String
  /// The address as it stands there.
  package var value: String

  /// The variables that name the API and the authorization server, and the host that is Attio's own.
  package static let hosts = ["ATTIO_BASE_URL": "api.attio.com", "ATTIO_APP_URL": "app.attio.com"]

  /// Collects the parts.
  package init(file: String, variable: String, value: String) {
    self.file = file
    self.variable = variable
    self.value = value
  }

  /// The host with its port, cleaned; nil where there is none to read.
  package var host: String? {
    guard let scheme = value.firstRange(of: "://") else { return nil }
    let authority = value[scheme.upperBound...].prefix { !"/?#\\".contains($0) }
    // What stands before the last "@" is a user's name, made to look like a host at times.
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return host.isEmpty ? nil : SafeText.cleaned(String(host), limit: 60).lowercased()
  }

  /// Whether it is sent in the clear.
  package var isPlain: Bool { !value.lowercased().hasPrefix("https://") }

  /// Whether programs go where Attio is, or where this run asks.
  package func leads(to asked: String) -> Bool {
    if host == Self.hosts[variable] { return !isPlain }
    return variable == "ATTIO_BASE_URL" && host == asked
  }
}
