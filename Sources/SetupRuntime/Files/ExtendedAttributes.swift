import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Copies what a file carries beside its bytes and mode: labels and access control lists.
enum ExtendedAttributes {
  #if canImport(Darwin)
  /// Copies all attributes between open files; throws where one of them cannot be kept.
  static func copy(from source: Int32, to target: Int32) throws(Errno) {
    let what = copyfile_flags_t(COPYFILE_XATTR | COPYFILE_ACL)
    guard fcopyfile(source, target, nil, what) == 0 else { throw Errno(rawValue: errno) }
  }
  #else
  /// Copies all attributes between open files; throws where one of them cannot be kept.
  static func copy(from source: Int32, to target: Int32) throws(Errno) {
    guard let library = Library() else { return }
    for name in try library.names(source) {
      guard let value = try library.value(of: name, source) else { continue }
      if try library.value(of: name, target) == value { continue }
      try library.set(name, to: value, target)
    }
  }

  /// The functions of `sys/xattr.h`, which Swift's Glibc module leaves out, found by name.
  private struct Library {
    private typealias List = @convention(c) (Int32, UnsafeMutableRawPointer?, Int) -> Int
    private typealias Get =
      @convention(c) (
        Int32, UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int
      ) -> Int
    private typealias Set =
      @convention(c) (
        Int32, UnsafePointer<CChar>, UnsafeRawPointer?, Int, Int32
      ) -> Int32

    private let list: List
    private let get: Get
    private let put: Set

    init?() {
      guard let list = dlsym(nil, "flistxattr"), let get = dlsym(nil, "fgetxattr"),
        let put = dlsym(nil, "fsetxattr")
      else { return nil }
      self.list = unsafeBitCast(list, to: List.self)
      self.get = unsafeBitCast(get, to: Get.self)
      self.put = unsafeBitCast(put, to: Set.self)
    }

    /// The names of all attributes; none where the file system has no attributes.
    func names(_ descriptor: Int32) throws(Errno) -> [String] {
      do throws(Errno) {
        return try bytes { list(descriptor, $0, $1) }
          .split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      } catch .notSupported {
        return []
      }
    }

    /// The value of one attribute, nil where the file has none of this name.
    func value(of name: String, _ descriptor: Int32) throws(Errno) -> [UInt8]? {
      do throws(Errno) {
        return try bytes { get(descriptor, name, $0, $1) }
      } catch {
        if error == .noData || error == .notSupported { return nil }
        throw error
      }
    }

    func set(_ name: String, to value: [UInt8], _ descriptor: Int32) throws(Errno) {
      let status = value.withUnsafeBytes { put(descriptor, name, $0.baseAddress, $0.count, 0) }
      guard status == 0 else { throw Errno(rawValue: errno) }
    }

    /// Asks for the size first, then for the bytes.
    private func bytes(_ ask: (UnsafeMutableRawPointer?, Int) -> Int) throws(Errno) -> [UInt8] {
      let size = ask(nil, 0)
      guard size >= 0 else { throw Errno(rawValue: errno) }
      guard size > 0 else { return [] }
      var buffer = [UInt8](repeating: 0, count: size)
      let count = buffer.withUnsafeMutableBytes { ask($0.baseAddress, $0.count) }
      guard count >= 0 else { throw Errno(rawValue: errno) }
      return Array(buffer.prefix(count))
    }
  }
  #endif
}
