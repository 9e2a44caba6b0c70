#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The permission bits that new files of this process do not get.
enum ProcessMask {
  /// Read once, since the system tells the mask only to who sets it: for a moment it is stricter.
  static let current: UInt32 = {
    let mask = umask(0o077)
    umask(mask)
    return UInt32(mask)
  }()
}
