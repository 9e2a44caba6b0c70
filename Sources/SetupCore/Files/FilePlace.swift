/// Where a path led at one moment, no link left in it: the folder, known by its number, and a name.
package struct FilePlace: Equatable, Sendable {
  /// The absolute path of the nearest folder that exists.
  package var folder: String
  /// The number of that folder, which tells it from one that takes its place.
  package var identity: FileIdentity
  /// The names of the folders below it that do not exist yet, the outer one first.
  package var missing: [String]
  /// The name of the file.
  package var name: String

  /// Collects what was found.
  package init(folder: String, identity: FileIdentity, missing: [String] = [], name: String) {
    self.folder = folder
    self.identity = identity
    self.missing = missing
    self.name = name
  }

  /// The absolute path of the file.
  package var path: String {
    ([folder == "/" ? "" : folder] + missing + [name]).joined(separator: "/")
  }
}
