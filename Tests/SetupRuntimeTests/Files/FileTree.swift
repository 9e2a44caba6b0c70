/// The files of a folder as they were at one moment.
struct FileTree {
  private var folders: [String] = []
  private var files: [String: (bytes: [UInt8], mode: UInt32)] = [:]

  init(of path: String) throws { try read(path, as: "") }

  private mutating func read(_ path: String, as name: String) throws {
    for child in try Disk.names(path) {
      let inner = name.isEmpty ? child : "\(name)/\(child)"
      if Disk.isFolder("\(path)/\(child)") {
        folders.append(inner)
        try read("\(path)/\(child)", as: inner)
      } else {
        files[inner] = (try Disk.bytes("\(path)/\(child)"), try Disk.mode("\(path)/\(child)"))
      }
    }
  }

  /// Whether a file has the same bytes and the same mode as in another tree.
  func has(_ name: String, as other: FileTree) -> Bool {
    guard let mine = files[name], let theirs = other.files[name] else { return false }
    return mine == theirs
  }

  /// Brings back what was changed or removed, and takes away what came.
  func restore(_ path: String) throws {
    let now = try FileTree(of: path)
    for name in Set(now.files.keys).subtracting(files.keys) { try Disk.remove("\(path)/\(name)") }
    for name in now.folders.reversed() where !folders.contains(name) {
      try Disk.removeFolder("\(path)/\(name)")
    }
    for folder in folders where !Disk.exists("\(path)/\(folder)") {
      try Disk.makeFolder("\(path)/\(folder)")
    }
    for (name, file) in files {
      try Disk.makeFile("\(path)/\(name)", bytes: file.bytes, mode: file.mode)
    }
  }
}
