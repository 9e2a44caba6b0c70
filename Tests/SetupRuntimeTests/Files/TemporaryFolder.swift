import Ground
import SetupCore
import SetupRuntime
import SystemPackage
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A folder that is gone at the end of the test, with short ways to fill and look at it.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    var template = Array("/tmp/attio-setup-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.removeAll(path) }

  subscript(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ text: String, mode: UInt32 = 0o644) throws {
    try Disk.makeFile(self[name], text, mode: mode)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Disk.bytes(self[name]), as: UTF8.self)
  }

  func makeFolder(_ name: String) throws { try Disk.makeFolder(self[name]) }

  /// The names that are left over from writing.
  func leftovers(in name: String = ".") throws -> [String] {
    try Disk.names(self[name]).filter { $0.hasPrefix(".env.attio-setup-") }
  }

  private static func removeAll(_ path: String) {
    for name in (try? Disk.names(path)) ?? [] {
      let child = "\(path)/\(name)"
      if Disk.isFolder(child) {
        removeAll(child)
      } else {
        unlink(child)
      }
    }
    rmdir(path)
  }
}

/// Plain steps on the disk that a test is made of; each throws the system's reason.
enum Disk {
  static func makeFile(_ path: String, _ text: String, mode: UInt32 = 0o644) throws {
    try makeFile(path, bytes: Array(text.utf8), mode: mode)
  }

  static func makeFile(_ path: String, bytes: [UInt8], mode: UInt32 = 0o644) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    try check(descriptor)
    defer { close(descriptor) }
    try check(Int32(write(descriptor, bytes, bytes.count) == bytes.count ? 0 : -1))
    try check(fchmod(descriptor, mode))
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    try check(descriptor)
    defer { close(descriptor) }
    var status = stat()
    try check(fstat(descriptor, &status))
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = read(descriptor, &bytes, bytes.count)
    try check(count == bytes.count ? 0 : -1)
    return bytes
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func makeFolder(_ path: String) throws { try check(mkdir(path, 0o755)) }

  static func remove(_ path: String) throws { try check(unlink(path)) }

  static func removeFolder(_ path: String) throws { try check(rmdir(path)) }

  static func makeLink(_ path: String, to target: String) throws {
    try check(symlink(target, path))
  }

  static func makeHardLink(_ path: String, to target: String) throws {
    try check(link(target, path))
  }

  static func mode(_ path: String) throws -> UInt32 {
    var status = stat()
    try check(stat(path, &status))
    return status.st_mode & 0o7777
  }

  static func isLink(_ path: String) throws -> Bool {
    var status = stat()
    try check(lstat(path, &status))
    return status.st_mode & S_IFMT == S_IFLNK
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func names(_ path: String) throws -> [String] {
    guard let stream = opendir(path) else { throw Errno(rawValue: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func check(_ status: Int32) throws {
    if status < 0 { throw Errno(rawValue: errno) }
  }
}
