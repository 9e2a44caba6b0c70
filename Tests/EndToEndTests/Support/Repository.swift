/// The project's own folder, for the tests of what its scripts make.
enum Repository {
  /// The absolute path.
  static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
}
