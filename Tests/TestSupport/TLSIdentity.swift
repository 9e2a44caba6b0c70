#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The certificate and key that a raw server shows; by the libssl that libcurl brings with it.
package final class TLSIdentity: Sendable {
  private static let formatPEM: Int32 = 1

  fileprivate let library: TLSLibrary
  // Set once and only read: libssl lets threads share a context.
  fileprivate nonisolated(unsafe) let context: OpaquePointer

  /// Reads both files.
  ///
  /// - Parameters:
  ///   - certificate: The path of a certificate, and its chain below it, in PEM format.
  ///   - key: The path of its key in PEM format.
  /// - Throws: `TLSIdentityError`.
  package init(certificate: String, key: String) throws {
    library = try TLSLibrary()
    guard let context = library.newContext(library.serverMethod()) else {
      throw TLSIdentityError(reason: "no context")
    }
    self.context = context
    guard library.useCertificate(context, certificate) == 1,
      library.useKey(context, key, Self.formatPEM) == 1
    else { throw TLSIdentityError(reason: "\(certificate) and \(key) cannot be used") }
  }

  deinit { library.freeContext(context) }
}

/// Why a test's server has no TLS.
package struct TLSIdentityError: Error {
  /// The reason.
  package var reason: String
}

/// The server's side of one encrypted connection; blocks the calling thread.
struct TLSSession {
  private let library: TLSLibrary
  private let session: OpaquePointer?

  init(on descriptor: Int32, as identity: TLSIdentity) {
    library = identity.library
    session = library.newSession(identity.context)
    _ = library.setDescriptor(session, descriptor)
  }

  /// Whether the client agreed; a session that is not agreed on is over.
  func accept() -> Bool {
    if library.accept(session) == 1 { return true }
    library.freeSession(session)
    return false
  }

  /// Whether bytes were decrypted and not read yet.
  var hasBytes: Bool { library.pending(session) > 0 }

  /// Reads what is there; nil at the end of the connection.
  func read() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = library.read(session, &buffer, Int32(buffer.count))
    return count > 0 ? Array(buffer[..<Int(count)]) : nil
  }

  /// Sends all of it; false where the other side has gone.
  func send(_ bytes: [UInt8]) -> Bool {
    bytes.isEmpty || library.write(session, bytes, Int32(bytes.count)) == bytes.count
  }

  /// Says that nothing more comes.
  func close() {
    _ = library.shutDown(session)
    library.freeSession(session)
  }
}

/// The functions of libssl that a server needs, see ssl(7).
private struct TLSLibrary: Sendable {
  typealias Pointer = OpaquePointer?

  let serverMethod: @convention(c) @Sendable () -> Pointer
  let newContext: @convention(c) @Sendable (Pointer) -> Pointer
  let freeContext: @convention(c) @Sendable (Pointer) -> Void
  let useCertificate: @convention(c) @Sendable (Pointer, UnsafePointer<CChar>) -> Int32
  let useKey: @convention(c) @Sendable (Pointer, UnsafePointer<CChar>, Int32) -> Int32
  let newSession: @convention(c) @Sendable (Pointer) -> Pointer
  let freeSession: @convention(c) @Sendable (Pointer) -> Void
  let setDescriptor: @convention(c) @Sendable (Pointer, Int32) -> Int32
  let accept: @convention(c) @Sendable (Pointer) -> Int32
  let pending: @convention(c) @Sendable (Pointer) -> Int32
  let read: @convention(c) @Sendable (Pointer, UnsafeMutableRawPointer, Int32) -> Int32
  let write: @convention(c) @Sendable (Pointer, UnsafeRawPointer, Int32) -> Int32
  let shutDown: @convention(c) @Sendable (Pointer) -> Int32

  init() throws {
    #if canImport(Glibc)
    let name = "libssl.so.3"
    #else
    let name = "libssl.3.dylib"
    #endif
    // Never closed, like every library that registers what is to be done at the end.
    guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
      throw TLSIdentityError(reason: "\(name) cannot be loaded")
    }
    func find<Function>(_ symbol: String, as type: Function.Type = Function.self) throws -> Function
    {
      guard let address = dlsym(handle, symbol) else {
        throw TLSIdentityError(reason: "\(name) has no \(symbol)")
      }
      return unsafeBitCast(address, to: type)
    }
    serverMethod = try find("TLS_server_method")
    newContext = try find("SSL_CTX_new")
    freeContext = try find("SSL_CTX_free")
    useCertificate = try find("SSL_CTX_use_certificate_chain_file")
    useKey = try find("SSL_CTX_use_PrivateKey_file")
    newSession = try find("SSL_new")
    freeSession = try find("SSL_free")
    setDescriptor = try find("SSL_set_fd")
    accept = try find("SSL_accept")
    pending = try find("SSL_pending")
    read = try find("SSL_read")
    write = try find("SSL_write")
    shutDown = try find("SSL_shutdown")
  }
}
