/// The project's folder as the system knows it, by which a plan judges where its files lie.
package struct ProjectRoot: Equatable, Sendable {
  /// The absolute path without a link in it.
  package var path: String
  /// The numeric user who owns the folder.
  package var owner: UInt32
  /// The numeric user who writes.
  package var user: UInt32

  /// Collects what was found.
  package init(path: String, owner: UInt32, user: UInt32) {
    self.path = path
    self.owner = owner
    self.user = user
  }

  /// Whether a file belongs to somebody else; for the administrator, a file of the project's owner
  /// does not.
  func isForeign(_ file: FileSnapshot) -> Bool {
    file.owner != user && !(user == 0 && file.owner == owner)
  }

  /// The absolute path of the file to which a link leads; nil where no link is on the way.
  ///
  /// - Parameters:
  ///   - file: The file as it was found.
  ///   - name: Its path as the user knows it, relative to the project.
  ///   - ifOutside: Whether the file has to lie outside of the project, or else inside.
  /// - Returns: The path without a link in it.
  package func target(of file: FileSnapshot, named name: String, ifOutside: Bool) -> String? {
    guard let place = file.place else { return nil }
    let isNamedOutside = name.hasPrefix("/") || name.split(separator: "/").contains("..")
    let isReachedByLink =
      isNamedOutside ? file.isLink : !place.path.utf8.elementsEqual(path(of: name).utf8)
    guard isReachedByLink, holds(place.path) != ifOutside else { return nil }
    return place.path
  }

  /// The path of a file in the folder relative to it; nil for one outside.
  package func relative(_ path: String) -> String? {
    guard holds(path) else { return nil }
    return String(decoding: path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  /// Compares bytes: to a text, two spellings of one letter are the same, and to the system not.
  private func holds(_ path: String) -> Bool { path.utf8.starts(with: prefix.utf8) }

  private var prefix: String { path == "/" ? "/" : path + "/" }

  private func path(of name: String) -> String {
    prefix + name.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
