/// The path of a file inside the folder that becomes an image or a package.
package struct ShippedPath: Equatable, Sendable {
  /// The path without `.` parts and doubled slashes.
  package let text: String

  /// Takes a path relative to the folder; nil for one that leads out of it.
  package init?(_ path: String) {
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard !path.hasPrefix("/"), !parts.isEmpty, !parts.contains("..") else { return nil }
    text = parts.joined(separator: "/")
  }
}
