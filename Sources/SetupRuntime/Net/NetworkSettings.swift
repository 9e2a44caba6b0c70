#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How this run reaches the network.
package struct NetworkSettings: Equatable, Sendable {
  /// The limit for one question to Attio, in seconds.
  package var timeoutSeconds: Double
  /// A file of certificate authorities that replaces the system's; nil for the system's.
  package var caBundle: String?
  /// Whether the file was named by `SSL_CERT_FILE`, which the program may have no use for.
  private var isBundleFromEnvironment = false
  /// Which proxy is used.
  package var proxies: ProxySettings
  /// The name that the program gives itself.
  package var userAgent: String

  /// The limit where none is given, in seconds.
  package static let usualTimeout: Double = 10

  /// What the command line says; nil where it says nothing.
  package struct Options: Equatable, Sendable {
    /// `--timeout`, in seconds.
    package var timeoutSeconds: Double?
    /// `--ca-bundle`.
    package var caBundle: String?

    /// Collects the options.
    package init(timeoutSeconds: Double? = nil, caBundle: String? = nil) {
      self.timeoutSeconds = timeoutSeconds
      self.caBundle = caBundle
    }
  }

  /// Combines options and environment; an option wins over `SSL_CERT_FILE`.
  ///
  /// - Parameters:
  ///   - options: What the command line says.
  ///   - environment: The process's variables.
  ///   - version: The program's version, for the User-Agent header.
  /// - Throws: `NetworkSettingsError` for a limit out of range or a bundle of the command line that
  ///   cannot be read; see `confirmBundle` for the variable's.
  package init(
    _ options: Options = Options(),
    environment: [String: String],
    version: String
  ) throws(NetworkSettingsError) {
    timeoutSeconds = options.timeoutSeconds ?? Self.usualTimeout
    guard timeoutSeconds > 0, timeoutSeconds <= 3600 else { throw .timeoutOutOfRange }
    proxies = ProxySettings(environment: environment)
    userAgent = "attio-setup/\(version)"
    if let path = options.caBundle {
      try Self.confirmReadable(path, from: "--ca-bundle")
      caBundle = path
    } else if let path = environment["SSL_CERT_FILE"], !path.isEmpty {
      caBundle = path
      isBundleFromEnvironment = true
    }
  }

  /// Looks at the file that `SSL_CERT_FILE` names, for whoever is about to need it.
  package func confirmBundle() throws(NetworkSettingsError) {
    guard isBundleFromEnvironment, let caBundle else { return }
    try Self.confirmReadable(caBundle, from: "SSL_CERT_FILE")
  }

  private static func confirmReadable(
    _ path: String,
    from source: String
  ) throws(NetworkSettingsError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    let openError = errno
    guard descriptor >= 0 else {
      throw .unreadableBundle(path: path, source: source, reason: words(openError))
    }
    defer { close(descriptor) }
    var byte: UInt8 = 0
    let count = read(descriptor, &byte, 1)
    let readError = errno
    guard count >= 0 else {
      throw .unreadableBundle(path: path, source: source, reason: words(readError))
    }
    guard count > 0 else {
      throw .unreadableBundle(path: path, source: source, reason: "The file is empty")
    }
  }

  private static func words(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "Error \(code)"
  }
}

/// Why the network settings cannot be used.
package enum NetworkSettingsError: Error, Equatable, Sendable {
  /// `--timeout` is not between 0 and an hour: wrong usage.
  case timeoutOutOfRange
  /// The file of authorities cannot be read: exit 3. `source` is the option or variable.
  case unreadableBundle(path: String, source: String, reason: String)

  /// What happened and what to do, in full sentences; the path in it is to be cleaned.
  package var message: String {
    switch self {
    case .timeoutOutOfRange:
      "The limit in --timeout must be more than 0 and at most 3600 seconds."
    case .unreadableBundle(let path, let source, let reason):
      "The file of certificate authorities in \(source) cannot be read: \(path) (\(reason)). "
        + "Give the path of a readable file in PEM format."
    }
  }
}
