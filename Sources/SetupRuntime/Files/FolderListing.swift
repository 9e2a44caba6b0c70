import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Names what a folder holds.
enum FolderListing {
  /// Gives the names in a folder, sorted, `.` and `..` left out, at most `limit` of them.
  static func names(in folder: String, limit: Int = 10_000) throws(Errno) -> [String] {
    guard let stream = opendir(folder) else { throw Errno(rawValue: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self,
          capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
