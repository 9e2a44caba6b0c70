import Ground
import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A record's file, which is read only where nobody else can have written it.
struct UndoRecordFile {
  /// The largest record that is read, in bytes: 256 MiB.
  static let limit = 256 * 1024 * 1024
  private static let chunk = 8192

  /// The absolute path.
  var path: String

  /// Reads the record without the old bytes.
  func head() throws -> UndoHead {
    let descriptor = try open()
    defer { FileCalls.current.close(descriptor) }
    var bytes: [UInt8] = []
    while bytes.count < Self.limit {
      // What came so far is searched again, so each piece is as long as all before it.
      let piece = try read(descriptor, upTo: max(Self.chunk, bytes.count))
      bytes += piece
      if let head = try UndoRecord.head(inBeginning: bytes) { return head }
      if piece.isEmpty { break }
    }
    // Another version's record has no such border.
    return try UndoRecord(FileContent(bytes)).head
  }

  /// Reads all of the record.
  func whole() throws -> FileContent {
    let descriptor = try open()
    defer { FileCalls.current.close(descriptor) }
    var bytes: [UInt8] = []
    while true {
      let piece = try read(descriptor, upTo: 1 << 20)
      if piece.isEmpty { return FileContent(bytes) }
      bytes += piece
      guard bytes.count <= Self.limit else { throw UndoRecord.Damaged(reason: "it is too large") }
    }
  }

  /// Opens the file; never waits, should a pipe stand there.
  private func open() throws -> Int32 {
    let calls = FileCalls.current
    let descriptor: Int32
    do throws(Errno) {
      descriptor = try calls.open(path, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
    } catch .tooManySymbolicLinkLevels {
      throw UndoRecord.Damaged(reason: "it is a symbolic link")
    }
    do {
      try confirmOwn(try calls.status(descriptor))
    } catch {
      calls.close(descriptor)
      throw error
    }
    return descriptor
  }

  private func confirmOwn(_ status: FileStatus) throws(UndoRecord.Damaged) {
    guard status.kind == .file else { throw .init(reason: "it is not a regular file") }
    guard status.owner == geteuid() else { throw .init(reason: "it belongs to another user") }
    guard status.mode & 0o022 == 0 else {
      throw .init(reason: "others can write to it (mode \(PermissionBits.octal(status.mode)))")
    }
    // Another name may lie where others write.
    guard status.linkCount == 1 else { throw .init(reason: "it has a second name (hard link)") }
  }

  private func read(_ descriptor: Int32, upTo count: Int) throws(Errno) -> [UInt8] {
    var reason: Errno?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      do throws(Errno) {
        initialized = try FileCalls.current.read(
          descriptor,
          into: UnsafeMutableRawBufferPointer(buffer)
        )
      } catch {
        reason = error
      }
    }
    if let reason { throw reason }
    return bytes
  }
}
