import Ground

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

// The system's calls that take a name. A call with a `String` finds these before the imported ones, so
// that no name loses the bytes that are no text (see `SystemText`).

/// Lends a text as the system wants it: bytes, and a NUL behind them.
package func withSystemText<Result>(
  _ text: String,
  _ body: (UnsafePointer<CChar>) -> Result
) -> Result {
  guard SystemText.hasEscapes(text) else { return text.withCString(body) }
  let bytes = SystemText.bytes(text) + [0]
  return bytes.withUnsafeBytes { bytes in
    bytes.withMemoryRebound(to: CChar.self) { characters in
      guard let start = characters.baseAddress else { return "".withCString(body) }
      return body(start)
    }
  }
}

/// The text of bytes that the system gave, up to their NUL.
package func systemText(_ characters: UnsafePointer<CChar>) -> String {
  SystemText.decoded(UnsafeRawBufferPointer(start: characters, count: strlen(characters)))
}

/// open(2) of something that is there.
package func open(_ path: String, _ flags: Int32) -> Int32 {
  withSystemText(path) { open($0, flags) }
}

/// chmod(2).
func chmod(_ path: String, _ mode: mode_t) -> Int32 {
  withSystemText(path) { chmod($0, mode) }
}

/// access(2).
func access(_ path: String, _ rights: Int32) -> Int32 {
  withSystemText(path) { access($0, rights) }
}

/// faccessat(2).
func faccessat(_ folder: Int32, _ path: String, _ rights: Int32, _ flags: Int32) -> Int32 {
  withSystemText(path) { faccessat(folder, $0, rights, flags) }
}

/// openat(2).
func openat(_ folder: Int32, _ name: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  withSystemText(name) { openat(folder, $0, flags, mode) }
}

/// fstatat(2).
func fstatat(
  _ folder: Int32,
  _ name: String,
  _ status: UnsafeMutablePointer<stat>,
  _ flags: Int32
) -> Int32 {
  withSystemText(name) { fstatat(folder, $0, status, flags) }
}

/// readlinkat(2).
func readlinkat(
  _ folder: Int32,
  _ name: String,
  _ buffer: UnsafeMutablePointer<CChar>,
  _ size: Int
) -> Int {
  withSystemText(name) { readlinkat(folder, $0, buffer, size) }
}

/// realpath(3) into memory that the caller frees.
func realpath(_ path: String, _ buffer: UnsafeMutablePointer<CChar>?) -> UnsafeMutablePointer<
  CChar
>? {
  withSystemText(path) { realpath($0, buffer) }
}

/// renameat(2).
func renameat(_ folder: Int32, _ source: String, _ other: Int32, _ target: String) -> Int32 {
  withSystemText(source) { source in withSystemText(target) { renameat(folder, source, other, $0) }
  }
}

/// unlinkat(2).
func unlinkat(_ folder: Int32, _ name: String, _ flags: Int32) -> Int32 {
  withSystemText(name) { unlinkat(folder, $0, flags) }
}

/// mkdirat(2).
func mkdirat(_ folder: Int32, _ name: String, _ mode: mode_t) -> Int32 {
  withSystemText(name) { mkdirat(folder, $0, mode) }
}

/// fchmodat(2).
func fchmodat(_ folder: Int32, _ name: String, _ mode: mode_t, _ flags: Int32) -> Int32 {
  withSystemText(name) { fchmodat(folder, $0, mode, flags) }
}
