import Subprocess
import SystemPackage

/// A certificate authority of a test's own, made by the program `openssl` in a folder of the test.
package struct TestAuthority: Sendable {
  /// What is wrong with a certificate, if anything.
  package enum Flaw: CaseIterable, Sendable {
    case none
    case expired
    case notYetValid
    case selfSigned
    /// Made for `elsewhere.example`.
    case wrongHost
  }

  /// The authority's name as certificates carry it.
  package static let name = "Attio Setup Test Authority"
  private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
  private static let configuration = """
    [ca]
    default_ca = authority
    [authority]
    database = index.txt
    new_certs_dir = .
    rand_serial = yes
    default_md = sha256
    policy = names
    unique_subject = no
    copy_extensions = copy
    [names]
    commonName = supplied

    """

  private let folder: String

  /// Makes the authority.
  ///
  /// - Parameter folder: The absolute path of an empty folder, which the caller removes.
  /// - Throws: `TestAuthorityError` with the words of `openssl`.
  package init(in folder: String) async throws {
    self.folder = folder
    try write(Self.configuration, to: "ca.cnf")
    try write("", to: "index.txt")
    try await openssl(
      ["req", "-x509", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2"] + Self.newKey
        + [
          "-subj", "/O=Example Corp/CN=\(Self.name)", "-addext",
          "basicConstraints=critical,CA:TRUE",
        ]
    )
  }

  /// The path of the authority's certificate, to trust it.
  package var bundle: String { "\(folder)/ca.pem" }

  /// Makes a certificate for 127.0.0.1 and `localhost`, or for another host name.
  ///
  /// - Parameters:
  ///   - flaw: What is to be wrong with it.
  ///   - host: A name beside this machine's own.
  /// - Returns: The certificate and its key, ready for a server.
  /// - Throws: `TestAuthorityError` and `TLSIdentityError`.
  package func identity(
    _ flaw: Flaw = .none,
    host: String = "localhost"
  ) async throws -> TLSIdentity {
    let names = flaw == .wrongHost ? "DNS:elsewhere.example" : "IP:127.0.0.1,DNS:\(host)"
    let subject =
      ["-keyout", "server.key"] + Self.newKey
      + ["-subj", "/CN=Server", "-addext", "subjectAltName=\(names)"]
    if flaw == .selfSigned {
      try await openssl(["req", "-x509", "-out", "server.pem", "-days", "2"] + subject)
    } else {
      try await openssl(["req", "-out", "server.csr"] + subject)
      try await openssl(
        ["ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "ca.key"]
          + ["-in", "server.csr", "-out", "server.pem"] + Self.dates(flaw)
      )
    }
    return try TLSIdentity(certificate: "\(folder)/server.pem", key: "\(folder)/server.key")
  }

  private static func dates(_ flaw: Flaw) -> [String] {
    switch flaw {
    case .expired: ["-startdate", "20200101000000Z", "-enddate", "20200201000000Z"]
    case .notYetValid: ["-startdate", "20980101000000Z", "-enddate", "20990101000000Z"]
    case .none, .selfSigned, .wrongHost: ["-days", "2"]
    }
  }

  private func write(_ text: String, to name: String) throws {
    let file = try FileDescriptor.open(
      FilePath("\(folder)/\(name)"),
      .writeOnly,
      options: [.create, .exclusiveCreate],
      permissions: .ownerReadWrite
    )
    _ = try file.closeAfter { try file.writeAll(text.utf8) }
  }

  private func openssl(_ arguments: [String]) async throws {
    let result = try await Subprocess.run(
      .name("openssl"),
      arguments: Arguments(arguments),
      // The machine's own configuration must not decide about the test's certificates.
      environment: .inherit.updating(["OPENSSL_CONF": "/dev/null"]),
      workingDirectory: FilePath(folder),
      output: .discarded,
      error: .string(limit: 65_536)
    )
    guard result.terminationStatus.isSuccess else {
      throw TestAuthorityError(words: result.standardError)
    }
  }
}

/// `openssl` did not make what a test needs.
package struct TestAuthorityError: Error {
  /// Its own words.
  package var words: String
}
