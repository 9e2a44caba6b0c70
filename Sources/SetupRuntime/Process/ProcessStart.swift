internal import CProcess
internal import Ground

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// What this process was started with, as texts that lose no byte (see `SystemText`).
package enum ProcessStart {
  /// The arguments, the program's name first; empty where whoever started it gave none.
  package static let arguments = texts(cprocess_arguments())

  /// The variables; of two with one name the first counts, as for `getenv`.
  package static let variables = Dictionary(
    texts(cprocess_variables()).compactMap { line in
      line.utf8.firstIndex(of: UInt8(ascii: "=")).map { mark in
        (String(line[..<mark]), String(line[line.utf8.index(after: mark)...]))
      }
    },
    uniquingKeysWith: { first, _ in first }
  )

  /// The absolute path of the current folder; nil where it is gone or cannot be told.
  package static var currentFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    let text = systemText(path)
    // The kernel says "(unreachable)/…" of a folder outside of the root.
    return text.hasPrefix("/") ? text : nil
  }

  private static func texts(_ list: UnsafePointer<UnsafePointer<CChar>?>?) -> [String] {
    guard var next = list else { return [] }
    var texts: [String] = []
    while let characters = next.pointee {
      texts.append(systemText(characters))
      next += 1
    }
    return texts
  }
}
