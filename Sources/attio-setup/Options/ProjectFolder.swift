#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The project's folder as `--directory` names it.
enum ProjectFolder {
  /// The absolute path, without `.` and `..`.
  static func absolute(_ path: String) -> String {
    let current = FileManager.default.currentDirectoryPath
    let full = path.hasPrefix("/") ? path : "\(current)/\(path)"
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      // A `..` is taken back by text: the user sees the path they named, links and all.
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
