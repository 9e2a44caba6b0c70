import Glibc

/// Finds the programs that were built beside the tests.
package enum BuiltProduct {
  /// The path of an executable product by its name.
  package static func path(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let runner = String(
      decoding: buffer[..<max(length, 0)].map(UInt8.init(bitPattern:)),
      as: UTF8.self
    )
    // `swift test` loads the tests into a helper of the toolchain on some platforms, and names the bundle.
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? runner
    let folder = bundle.split(separator: "/", omittingEmptySubsequences: false)
      .prefix { !$0.hasSuffix(".xctest") }
    return folder.joined(separator: "/") + "/" + name
  }
}
