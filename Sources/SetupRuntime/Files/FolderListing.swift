import SystemPackage

/// Names what a folder holds.
enum FolderListing {
  /// Gives the names in a folder, sorted, `.` and `..` left out, at most `limit` of them.
  static func names(in folder: String, limit: Int = 10_000) throws(Errno) -> [String] {
    try FileCalls.current.names(in: folder, limit: limit).sorted()
  }
}
