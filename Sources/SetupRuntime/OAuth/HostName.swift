#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The name of this machine.
package enum HostName {
  /// The name as the system tells it; empty where it tells none.
  package static var current: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
