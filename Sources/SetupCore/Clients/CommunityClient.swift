package import Ground

/// A client for Attio's API that others keep; none of them is Attio's own.
package struct CommunityClient: JSONConvertible, Equatable, Sendable {
  /// The name of the package.
  package var name: String
  /// How it is initialised with the project's variable, as code.
  package var start: String

  /// Name and start in a line for people.
  package var line: String { "Community client \(name): \(start)" }

  /// One element of `community`.
  package var json: JSONValue { JSONValue(members: ["name": name, "start": start]) }
}
